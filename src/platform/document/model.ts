import type { Lang } from "../words.ts";

/**
 * A report before it has a form. A wing builds the outline once; the writers beside this file give it a form (a page, DOCX, PDF,
 * a workbook) and know no wing. Nothing here is markup: each text is text, whatever it contains.
 */
export interface Document {
  readonly title: string;
  readonly subtitle: string | null;
  readonly lang: Lang;
  readonly orientation: Orientation;
  readonly paper: Paper;
  readonly opening: Opening;
  /** A short line for the top of each page: the parties' names. */
  readonly header: string;
  /** A short line for the foot of each page, beside its number. */
  readonly footer: string | null;
  /** The day the report speaks of, as `YYYY-MM-DD`. It also dates the file, so that the same outline gives the same bytes. */
  readonly date: string;
  /** What must be seen before reading, on the first page and at the top of each: "Exemple", "Projet". */
  readonly coverNote: string | null;
  readonly logos: readonly Logo[];
  /** `#rrggbb`, the colour of headings. The pine of the Vosges when a territory has not chosen its own. */
  readonly accent: string;
  /** Where the instance is read (`https://ctg.example.fr`): links to its pages become whole addresses on paper. */
  readonly origin: string | null;
  readonly blocks: readonly Block[];
}

export type Orientation = "portrait" | "landscape";
/** `a5`: pages of half the size, for a booklet. `a5-folded`: the same, two by two on A4 sheets to print on both sides and fold; only a PDF is laid so. */
export type Paper = "a4" | "a5" | "a5-folded";
/** `cover`: the title has its own page. `heading`: the text begins under it. */
export type Opening = "cover" | "heading";

export type Logo =
  | { readonly kind: "svg"; readonly svg: string; readonly alt: string }
  | { readonly kind: "png"; readonly bytes: Uint8Array; readonly alt: string };

export type Block = Section | Paragraph | List | Facts | Table | Figure | Callout | PageBreak | TableOfContents;

/** The level of a heading is its depth in the outline: it is never typed, so that no level is ever skipped. */
export interface Section {
  readonly kind: "section";
  readonly title: string;
  /** Names the section in links and bookmarks; unique in the document. */
  readonly id: string;
  readonly start: "here" | "new-page";
  readonly blocks: readonly Block[];
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly runs: readonly Run[];
}

export interface List {
  readonly kind: "list";
  readonly marker: "bullet" | "number";
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly runs: readonly Run[];
  /** A list within the item, with the same marker. */
  readonly items: readonly ListItem[];
}

/** What identifies a thing: a label and what it holds. */
export interface Facts {
  readonly kind: "facts";
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly runs: readonly Run[];
}

export interface Table {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that sum up the others: last, and told apart. */
  readonly totals: readonly (readonly Cell[])[];
  /** The source and the year, or what must be known to read the table. */
  readonly note: string | null;
}

export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
  readonly align: "start" | "end";
  /** A share of the width beside the other columns' shares. */
  readonly width: number;
  /** `row`: the cells of this column name their rows. */
  readonly names: "row" | "nothing";
}

export type ColumnKind = "text" | "amount" | "day" | "number" | "percent" | "state";

export type Cell =
  | { readonly kind: "text"; readonly runs: readonly Run[] }
  | { readonly kind: "amount"; readonly cents: number }
  /** `YYYY-MM-DD` */
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "number"; readonly value: number; readonly unit: string | null }
  /** 1 is 100 %. */
  | { readonly kind: "percent"; readonly ratio: number }
  /** A sign and its word, together: never the sign alone. */
  | { readonly kind: "state"; readonly sign: string; readonly word: string }
  /** Unknown, secret, not published: said in words, and never zero. Without a reason, there is nothing to say. */
  | { readonly kind: "missing"; readonly reason: string | null };

export interface Figure {
  readonly kind: "figure";
  readonly svg: string;
  /** What a person who can't see the figure needs to know. */
  readonly alt: string;
  readonly caption: string;
  /** The figures behind the picture. */
  readonly table: Table | null;
}

export interface Callout {
  readonly kind: "callout";
  readonly tone: "info" | "warning" | "example";
  readonly title: string | null;
  readonly runs: readonly Run[];
}

export interface PageBreak {
  readonly kind: "page-break";
}

export interface TableOfContents {
  readonly kind: "table-of-contents";
  /** How deep its headings go. */
  readonly depth: 1 | 2 | 3;
}

/** A stretch of text. A line break in the text is a line break on paper. */
export type Run =
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "emphasis"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  /** Leads from a figure or a sentence to the page of the fact behind it. */
  | { readonly kind: "evidence"; readonly text: string; readonly href: string };
