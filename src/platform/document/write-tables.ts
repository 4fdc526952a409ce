import { zipFiles } from "../archive/archive.ts";
import type { WrittenSheet } from "../spreadsheet/write-spreadsheet.ts";
import type { Cell, Column, ColumnKind, Document } from "./model.ts";
import { oneLine, readable } from "./readable.ts";
import { tablesOf, type PlacedTable } from "./tables-of.ts";
import { sayCell } from "./value.ts";
import { documentWords } from "./words.ts";
import { timeText } from "../french/time.ts";

/**
 * The tables of a document as a workbook: a sheet for each, with real numbers and dates, then a last sheet that says what the
 * document is and where each table comes from.
 */
export async function writeWorkbookOf(document: Document, format: "xlsx" | "ods"): Promise<Uint8Array> {
  const { writeWorkbook } = await import("../spreadsheet/write-spreadsheet.ts");
  const tables = tablesOf(document);
  return writeWorkbook(
    {
      title: oneLine(document.title),
      ...(document.coverNote === null ? {} : { description: oneLine(document.coverNote) }),
      writtenAt: new Date(`${/^\d{4}-\d{2}-\d{2}$/.test(document.date) ? document.date : "2000-01-01"}T00:00:00Z`),
      sheets: [...tables.map((placed) => sheetOf(placed, document, "with-totals")), aboutSheet(document, tables)],
    },
    format,
  );
}

/**
 * The tables of a document as CSV: one file when there is one table, a ZIP of them when there are several. Totals are left out:
 * who opens a CSV computes them.
 */
export async function writeCsvOf(
  document: Document,
): Promise<{ readonly kind: "csv" | "zip"; readonly bytes: Uint8Array } | { readonly kind: "none" }> {
  const { writeCsv } = await import("../spreadsheet/write-spreadsheet.ts");
  const tables = tablesOf(document);
  const [first] = tables;
  if (first === undefined) return { kind: "none" };
  if (tables.length === 1) return { kind: "csv", bytes: writeCsv(sheetOf(first, document, "without-totals")) };
  const names = tables.map(({ table }, index) => `${String(index + 1).padStart(2, "0")}-${fileName(table.caption)}.csv`);
  return {
    kind: "zip",
    bytes: zipFiles(
      tables.map((placed, index) => ({
        path: names[index] ?? `${index + 1}.csv`,
        bytes: writeCsv(sheetOf(placed, document, "without-totals")),
      })),
    ),
  };
}

const fileName = (caption: string): string =>
  caption
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "") || "table";

const sheetKind: { readonly [Kind in ColumnKind]: WrittenSheet["columns"][number]["kind"] } = {
  text: "text",
  state: "text",
  amount: "amount",
  day: "day",
  number: "number",
  percent: "percent",
};

function sheetOf({ table }: PlacedTable, document: Document, totals: "with-totals" | "without-totals"): WrittenSheet {
  return {
    name: oneLine(table.caption),
    columns: table.columns.map((column) => ({ title: oneLine(column.title), kind: sheetKind[column.kind] })),
    rows: [...table.rows, ...(totals === "with-totals" ? table.totals : [])].map((cells) =>
      table.columns.map((column, index) => sheetValue(cells[index] ?? { kind: "missing", reason: null }, column, document)),
    ),
  };
}

/** A value that can be computed with where the column holds such values, else what the cell says. */
function sheetValue(cell: Cell, column: Column, document: Document): string | number | null {
  switch (cell.kind) {
    case "missing":
      return cell.reason === null ? null : readable(cell.reason);
    case "state":
      return oneLine(cell.word);
    case "text":
      return readable(sayCell(cell, document.lang));
    case "amount":
      return column.kind === "amount" ? cell.cents : sayCell(cell, document.lang);
    case "number":
      return column.kind === "number" ? cell.value : sayCell(cell, document.lang);
    case "percent":
      return column.kind === "percent" ? cell.ratio : sayCell(cell, document.lang);
    case "day":
      return column.kind === "day" ? cell.day : sayCell(cell, document.lang);
  }
}

function aboutSheet(document: Document, tables: readonly PlacedTable[]): WrittenSheet {
  const say = documentWords(document.lang);
  const about: readonly (readonly [string, string | null])[] = [
    [
      say("document"),
      [document.title, document.subtitle ?? ""]
        .map(oneLine)
        .filter((part) => part !== "")
        .join(" – "),
    ],
    [say("mark"), document.coverNote],
    [say("date"), timeText(document.lang, document.date)],
    [say("parties"), oneLine(document.header)],
    ...tables.map(({ table, under }): readonly [string, string] => [
      [...under, table.caption].map(oneLine).join(" › "),
      table.note === null ? "–" : readable(table.note),
    ]),
  ];
  return {
    name: say("about"),
    columns: [
      { title: say("item"), kind: "text", width: 50 },
      { title: say("content"), kind: "text", width: 90 },
    ],
    rows: about.filter(([, content]) => content !== null),
  };
}

/**
 * The tables of a document as JSON, to be read by programs:
 *
 * `{ format: "maillage-tables", version: 1, title, date, lang, mark, tables: [{ caption, under, note, columns, rows, totals }] }`
 *
 * A column is `{ title, kind, unit? }`, a row a list of as many values: text is a string, an amount a number of euros, a percentage a
 * share of 1, a day `YYYY-MM-DD`, a state its word. Nothing to say is `null`; unknown, secret and not published are
 * `{ "missing": "why" }`, which is never zero. A value of another kind than its column is `{ "kind", "value" }`.
 */
export function writeJsonOf(document: Document): Uint8Array {
  const tables = tablesOf(document).map(({ table, under }) => {
    const row = (cells: readonly Cell[]) =>
      table.columns.map((column, index) => jsonValue(cells[index] ?? { kind: "missing", reason: null }, column));
    return {
      caption: oneLine(table.caption),
      under: under.map(oneLine),
      note: table.note === null ? null : readable(table.note),
      columns: table.columns.map(({ title, kind }) => ({
        title: oneLine(title),
        kind,
        ...(kind === "amount" ? { unit: "EUR" } : {}),
      })),
      rows: table.rows.map(row),
      totals: table.totals.map(row),
    };
  });
  const { title, date, lang, coverNote } = document;
  const told = {
    format: "maillage-tables",
    version: 1,
    title: oneLine(title),
    date,
    lang,
    mark: coverNote === null ? null : oneLine(coverNote),
    tables,
  };
  return new TextEncoder().encode(`${JSON.stringify(told, null, 2)}\n`);
}

function jsonValue(cell: Cell, column: Column): unknown {
  if (cell.kind === "missing") return cell.reason === null ? null : { missing: readable(cell.reason) };
  const value = bareValue(cell);
  // A sentence may stand anywhere; a number of another kind must say which.
  return cell.kind === column.kind || cell.kind === "text" ? value : { kind: cell.kind, value };
}

function bareValue(
  cell: Exclude<Cell, { kind: "missing" }>,
): string | number | { readonly value: number; readonly unit: string } {
  switch (cell.kind) {
    case "text":
      return readable(sayCell(cell, "fr"));
    case "amount":
      return cell.cents / 100;
    case "day":
      return cell.day;
    case "number":
      return cell.unit === null ? cell.value : { value: cell.value, unit: cell.unit };
    case "percent":
      return cell.ratio;
    case "state":
      return oneLine(cell.word);
  }
}
