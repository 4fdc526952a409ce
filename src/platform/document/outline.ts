import type { Lang } from "../words.ts";
import type {
  Block,
  Callout,
  Cell,
  Column,
  ColumnKind,
  Document,
  Fact,
  Facts,
  Figure,
  List,
  ListItem,
  Logo,
  Paragraph,
  Run,
  Section,
  Table,
  TableOfContents,
} from "./model.ts";

/** The pine of the Vosges, when a territory has not chosen its colour. */
export const PINE = "#175b43";

/** A sentence, or its parts: plain strings and runs side by side. */
export type Words = string | Run | readonly (string | Run)[];
/** What a cell may be given as: a bare string is text, `null` is nothing to say. */
export type CellLike = Cell | Run | string | null;

export interface DocumentParts {
  readonly title: string;
  readonly subtitle?: string | null;
  readonly lang: Lang;
  readonly orientation?: Document["orientation"];
  readonly paper?: Document["paper"];
  readonly opening?: Document["opening"];
  readonly header: string;
  readonly footer?: string | null;
  readonly date: string;
  readonly coverNote?: string | null;
  readonly logos?: readonly Logo[];
  readonly accent?: string;
  readonly origin?: string | null;
}

/** A whole report: `report({ title, lang, header, date }, [section(…), table(…)])`. */
export function report(parts: DocumentParts, blocks: readonly Block[]): Document {
  return {
    subtitle: null,
    orientation: "portrait",
    paper: "a4",
    opening: "heading",
    footer: null,
    coverNote: null,
    logos: [],
    accent: PINE,
    origin: null,
    ...parts,
    blocks: withOwnNames(blocks, new Set()),
  };
}

/** Thirty fiches each have their "Pourquoi": the second is named `pourquoi-2`. */
function withOwnNames(blocks: readonly Block[], taken: Set<string>): readonly Block[] {
  return blocks.map((block) => {
    if (block.kind !== "section") return block;
    let id = block.id;
    for (let n = 2; taken.has(id); n++) id = `${block.id}-${n}`;
    taken.add(id);
    return { ...block, id, blocks: withOwnNames(block.blocks, taken) };
  });
}

const isRun = (words: Words): words is Run => typeof words === "object" && "kind" in words;
const runOf = (part: string | Run): Run => (typeof part === "string" ? { kind: "plain", text: part } : part);
const runsOf = (words: Words): readonly Run[] => (typeof words === "string" || isRun(words) ? [runOf(words)] : words.map(runOf));

export const strong = (text: string): Run => ({ kind: "strong", text });
export const emphasis = (text: string): Run => ({ kind: "emphasis", text });
export const link = (text: string, href: string): Run => ({ kind: "link", text, href });
/** A figure or a sentence that leads to the page of the fact behind it. */
export const evidence = (text: string, href: string): Run => ({ kind: "evidence", text, href });

/** A part of the report under its heading. Its level is its depth; its name in links comes from its title unless told. */
export function section(
  title: string,
  blocks: readonly Block[],
  told: { readonly id?: string; readonly start?: Section["start"] } = {},
): Section {
  return { kind: "section", title, id: told.id ?? slug(title), start: told.start ?? "here", blocks };
}

const slug = (title: string): string =>
  title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "section";

export const paragraph = (words: Words): Paragraph => ({ kind: "paragraph", runs: runsOf(words) });

/** Text as people typed it: a blank line begins a new paragraph, and lines that begin with a dash or a bullet make a list. */
export function prose(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const lines = part.split("\n").map((line) => line.trim());
      return lines.every((line) => /^[-•–*]\s+/.test(line))
        ? bullets(lines.map((line) => line.replace(/^[-•–*]\s+/, "")))
        : paragraph(part);
    });
}

/** A line of a list, with the lines under it. */
export const item = (words: Words, items: readonly (Words | ListItem)[] = []): ListItem => ({
  runs: runsOf(words),
  items: items.map(itemOf),
});
const isItem = (given: Words | ListItem): given is ListItem => typeof given === "object" && "runs" in given;
const itemOf = (given: Words | ListItem): ListItem => (isItem(given) ? given : item(given));

export const bullets = (items: readonly (Words | ListItem)[]): List => ({
  kind: "list",
  marker: "bullet",
  items: items.map(itemOf),
});
export const numbered = (items: readonly (Words | ListItem)[]): List => ({
  kind: "list",
  marker: "number",
  items: items.map(itemOf),
});

/** What identifies a thing. A fact without content is left out: `facts([["Pilote", "Caf des Vosges"], ["Fin", null]])`. */
export function facts(given: readonly (readonly [label: string, words: Words | null])[]): Facts {
  return {
    kind: "facts",
    facts: given.flatMap(([label, words]): readonly Fact[] =>
      words === null || words === "" ? [] : [{ label, runs: runsOf(words) }],
    ),
  };
}

const widthOf: { readonly [Kind in ColumnKind]: number } = { text: 3, state: 2, day: 2, amount: 2, number: 1.4, percent: 1.4 };
const isNumeric = (kind: ColumnKind): boolean => kind === "amount" || kind === "number" || kind === "percent";

/** A column: `column("Coût", "amount")`. Numbers are aligned on the right, and each kind has its usual width. */
export function column(
  title: string,
  kind: ColumnKind = "text",
  told: Partial<Pick<Column, "align" | "width" | "names">> = {},
): Column {
  return { title, kind, align: isNumeric(kind) ? "end" : "start", width: widthOf[kind], names: "nothing", ...told };
}
/** The column whose cells name their rows. */
export const rowNames = (title: string, told: Partial<Pick<Column, "width">> & { readonly kind?: ColumnKind } = {}): Column => {
  const { kind = "text", ...rest } = told;
  return column(title, kind, { names: "row", ...rest });
};

export const amount = (cents: number): Cell => ({ kind: "amount", cents });
export const day = (iso: string): Cell => ({ kind: "day", day: iso });
export const number = (value: number, unit: string | null = null): Cell => ({ kind: "number", value, unit });
export const percent = (ratio: number): Cell => ({ kind: "percent", ratio });
export const state = (sign: string, word: string): Cell => ({ kind: "state", sign, word });
export const missing = (reason: string | null = null): Cell => ({ kind: "missing", reason });
export const cell = (words: Words): Cell => ({ kind: "text", runs: runsOf(words) });

const isText = (given: CellLike): given is Run | string => typeof given === "string" || (given !== null && "text" in given);
const cellOf = (given: CellLike): Cell => (given === null || given === "" ? missing() : isText(given) ? cell(given) : given);

export interface TableParts {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellLike[])[];
  readonly totals?: readonly (readonly CellLike[])[];
  readonly note?: string | null;
}

/** A table. Every row has a cell for every column: a row that is too short is completed with nothing to say, one too long is refused. */
export function table(parts: TableParts): Table {
  const complete = (row: readonly CellLike[]): readonly Cell[] => {
    if (row.length > parts.columns.length)
      throw new Error(`A row of "${parts.caption}" has ${row.length} cells for ${parts.columns.length} columns.`);
    return parts.columns.map((_, index) => cellOf(row[index] ?? null));
  };
  return {
    kind: "table",
    caption: parts.caption,
    columns: parts.columns,
    rows: parts.rows.map(complete),
    totals: (parts.totals ?? []).map(complete),
    note: parts.note ?? null,
  };
}

export const figure = (parts: {
  readonly svg: string;
  readonly alt: string;
  readonly caption: string;
  readonly table?: Table;
}): Figure => ({
  kind: "figure",
  svg: parts.svg,
  alt: parts.alt,
  caption: parts.caption,
  table: parts.table ?? null,
});

export const callout = (tone: Callout["tone"], words: Words, title: string | null = null): Callout => ({
  kind: "callout",
  tone,
  title,
  runs: runsOf(words),
});
/** A table of contents down to a depth: the titles alone of thirty fiches, or all that is in them. */
export const contentsDownTo = (depth: TableOfContents["depth"]): TableOfContents => ({ kind: "table-of-contents", depth });
export const tableOfContents: TableOfContents = contentsDownTo(2);
