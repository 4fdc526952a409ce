import type { Block, Column, Document, ListItem, Logo, Run, Table } from "./model.ts";
import { headingsOf } from "./contents.ts";
import { fit, svgBytes, svgSize } from "./picture.ts";
import { clipped, linesOf, linesTaken, ONE_PIECE, oneLine, targetOnPaper, type Target } from "./readable.ts";
import { inks } from "./tint.ts";
import { cellRuns, textOf } from "./value.ts";
import { documentWords } from "./words.ts";
import { timeText } from "../french/time.ts";

/** What the template reads, as JSON can hold it. */
export type Data = null | boolean | number | string | readonly Data[] | { readonly [key: string]: Data };

export interface Picture {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A letter is some 5 points wide. */
const LETTER = 5;

interface Desk {
  readonly document: Document;
  readonly sections: ReadonlySet<string>;
  readonly pictures: Picture[];
  /** The width of the text, in points. */
  readonly measure: number;
  /** The width of the labels of facts. */
  readonly label: number;
}

/** The report as data for the template, and the pictures that it names. */
export function pdfData(
  document: Document,
  fonts: readonly string[],
): { readonly report: Data; readonly pictures: readonly Picture[] } {
  const { measure, ...sheet } = sheetOf(document);
  const { label } = sheet;
  const desk: Desk = {
    document,
    sections: new Set(headingsOf(document, Number.POSITIVE_INFINITY).map(({ id }) => id)),
    pictures: [],
    measure,
    label,
  };
  const [year = 2000, month = 1, day = 1] = (/^\d{4}-\d{2}-\d{2}$/.test(document.date) ? document.date : "2000-01-01")
    .split("-")
    .map(Number);
  const report: Data = {
    title: oneLine(document.title) || "–",
    subtitle: document.subtitle === null ? null : line(document.subtitle),
    lang: document.lang,
    orientation: document.orientation,
    sheet,
    opening: document.opening,
    header: shortened(document.header),
    footer: shortened(document.footer ?? document.title),
    coverNote: document.coverNote === null ? null : shortened(document.coverNote),
    date: { year, month, day },
    day: timeText(document.lang, document.date),
    pageWords: documentWords(document.lang)("page", { page: "◆", pages: "◆" }).split("◆"),
    inks: { ...inks(document.accent) },
    fonts,
    logos: document.logos.map((logo) => ({ path: keepLogo(logo, desk), alt: oneLine(logo.alt) || "–" })),
    blocks: document.blocks.map((block) => blockData(block, desk)),
  };
  return { report, pictures: desk.pictures };
}

/** Lengths in points. A smaller page has smaller letters and margins; its text is still read at arm's length. */
function sheetOf({ paper, orientation }: Document) {
  if (paper === "a4") {
    const measure = (orientation === "portrait" ? 595 : 842) - 113;
    return { measure, paper: "a4", top: 74, bottom: 62, side: 57, text: 10.5, title: 21, label: 119, sink: 156 };
  }
  const measure = (orientation === "portrait" ? 420 : 595) - 80;
  return { measure, paper: "a5", top: 60, bottom: 52, side: 40, text: 10, title: 19, label: 98, sink: 96 };
}

function blockData(block: Block, desk: Desk): Data {
  switch (block.kind) {
    case "section":
      return {
        kind: block.kind,
        title: line(block.title),
        id: block.id,
        newPage: block.start === "new-page",
        blocks: block.blocks.map((each) => blockData(each, desk)),
      };
    case "paragraph":
      return { kind: block.kind, runs: runsData(block.runs, desk) };
    case "list":
      return { kind: block.kind, marker: block.marker, items: itemsData(block.items, desk) };
    case "facts":
      return {
        kind: block.kind,
        facts: block.facts.map((fact) => ({ label: line(fact.label), runs: runsData(fact.runs, desk) })),
        breakable:
          block.facts.reduce((sum, { runs }) => sum + linesTaken(textOf(runs), (desk.measure - desk.label) / LETTER), 0) >
          ONE_PIECE,
      };
    case "table":
      return tableData(block, desk);
    case "figure": {
      const width = fit(svgSize(block.svg), { width: desk.measure, height: 420 }, { enlarge: "allowed" }).width;
      const path = keep({ bytes: svgBytes(block.svg), extension: "svg" }, desk);
      const table = block.table === null ? null : tableData(block.table, desk);
      return { kind: block.kind, path, width, alt: oneLine(block.alt) || "–", caption: line(block.caption), table };
    }
    case "callout": {
      const title = line(block.title ?? documentWords(desk.document.lang)(block.tone));
      return {
        kind: block.kind,
        tone: block.tone,
        title,
        runs: runsData(block.runs, desk),
        breakable: linesTaken(textOf(block.runs), desk.measure / LETTER) > ONE_PIECE,
      };
    }
    case "page-break":
      return { kind: block.kind };
    case "table-of-contents":
      return { kind: block.kind, title: documentWords(desk.document.lang)("contents"), depth: block.depth };
  }
}

const itemsData = (items: readonly ListItem[], desk: Desk): Data =>
  items.map((each) => ({ runs: runsData(each.runs, desk), items: itemsData(each.items, desk) }));

function tableData(table: Table, desk: Desk): Data {
  const shares = table.columns.reduce((sum, column) => sum + column.width, 0);
  const letters = table.columns.map((column) => ((desk.measure * column.width) / shares - 12) / LETTER);
  const rows = (given: Table["rows"]): Data =>
    given.map((cells) => {
      const said = table.columns.map((_, index) =>
        cellRuns(cells[index] ?? { kind: "missing", reason: null }, desk.document.lang),
      );
      // A row stays in one piece only when all of it fits on a page: one cell that can't be cut would hide the end of the others.
      const isTall = said.some((runs, index) => linesTaken(textOf(runs), letters[index] ?? 1) > ONE_PIECE);
      return { breakable: isTall, cells: said.map((runs) => runsData(runs, desk)) };
    });
  return {
    kind: table.kind,
    caption: line(table.caption),
    columns: table.columns.map(({ title, align, width, names }: Column) => ({ title: line(title), align, width, names })),
    repeatsHead: table.columns.every(({ title }, index) => linesTaken(title, letters[index] ?? 1) <= 8),
    rows: rows(table.rows),
    totals: rows(table.totals),
    note: table.note === null ? null : runsData([{ kind: "plain", text: table.note }], desk),
  };
}

const runsData = (runs: readonly Run[], desk: Desk): Data =>
  runs.map((run) => ({ kind: run.kind, lines: linesOf(run.text).map(breakable), target: { ...reach(run, desk) } }));

function reach(run: Run, desk: Desk): Exclude<Target, { kind: "page" }> {
  if ((run.kind !== "link" && run.kind !== "evidence") || run.text.trim() === "") return { kind: "nowhere" };
  const target = targetOnPaper(run.href, desk.document.origin);
  return target.kind === "section" && !desk.sections.has(target.id) ? { kind: "nowhere" } : target;
}

/** A word that no line can hold may be cut, without a hyphen that would change it. */
const breakable = (text: string): string =>
  text.replace(/[^\s\u200B\u00AD-]{36,}/gu, (word) => word.replace(/(.{24})(?=.)/gu, "$1\u200B"));
const line = (text: string): string => breakable(oneLine(text));
/** What stands at the top or the foot of each page leaves room for the text. */
const shortened = (text: string): string => breakable(clipped(oneLine(text), 240));

const keepLogo = (logo: Logo, desk: Desk): string =>
  keep(logo.kind === "svg" ? { bytes: svgBytes(logo.svg), extension: "svg" } : { bytes: logo.bytes, extension: "png" }, desk);

function keep({ bytes, extension }: { readonly bytes: Uint8Array; readonly extension: string }, desk: Desk): string {
  const path = `/picture-${desk.pictures.length + 1}.${extension}`;
  desk.pictures.push({ path, bytes });
  return path;
}
