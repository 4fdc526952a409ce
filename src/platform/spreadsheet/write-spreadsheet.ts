import { stringify } from "csv-stringify/sync";
import { type Cell as WrittenCell, type CellStyle, type CellValue, writeOds, type WriteSheet, writeXlsx } from "hucre";
import { dayOf } from "../french/day.ts";
import { withOdsView } from "./ods-view.ts";
import { protectedText } from "./read-csv.ts";

/** `amount` is in cents, `day` is `YYYY-MM-DD`, `percent` is a share of 1; null is an empty cell. */
export type ColumnKind = "text" | "amount" | "day" | "number" | "percent";
export interface WrittenColumn {
  readonly title: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width?: number;
}
export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
export interface WrittenWorkbook {
  readonly title?: string;
  readonly description?: string;
  /** Time is given: the same content gives the same bytes. */
  readonly writtenAt?: Date;
  readonly sheets: readonly WrittenSheet[];
}

const formats: Readonly<Record<ColumnKind, string>> = {
  text: "@",
  amount: '#,##0.00" €"',
  day: "dd/mm/yyyy",
  number: "General",
  percent: "0.0%",
};
const usualWidths: Readonly<Record<ColumnKind, number>> = { text: 30, amount: 16, day: 12, number: 12, percent: 10 };
const epoch = new Date("2000-01-01T00:00:00Z");

/** Writes a workbook with real numbers and dates, a bold header that stays in sight, and no formula whatever the text. */
export async function writeWorkbook(workbook: WrittenWorkbook, format: "xlsx" | "ods"): Promise<Uint8Array> {
  const names = sheetNames(workbook.sheets.map(({ name }) => name));
  const writtenAt = workbook.writtenAt ?? epoch;
  const options = {
    sheets: workbook.sheets.map((sheet, index) => writtenSheet(sheet, names[index] ?? `Feuille ${String(index + 1)}`)),
    properties: {
      created: writtenAt,
      modified: writtenAt,
      ...(workbook.title === undefined ? {} : { title: legal(workbook.title) }),
      ...(workbook.description === undefined ? {} : { description: legal(workbook.description) }),
    },
  };
  if (format === "xlsx") return writeXlsx(options);
  const widths = workbook.sheets.map(({ columns }) => columns.map(widthOf));
  return withOdsView(await writeOds(options), names, widths, writtenAt);
}

const widthOf = (column: WrittenColumn): number =>
  column.width ?? Math.max(usualWidths[column.kind], Math.min(column.title.length + 2, 40));

function writtenSheet(sheet: WrittenSheet, name: string): WriteSheet {
  const cells = new Map<string, WrittenCell>();
  const header = sheet.columns.map(({ title }) => legal(title));
  header.forEach((value, column) => cells.set(`0,${String(column)}`, { value, type: "string", style: headerStyle }));
  const rows = sheet.rows.map((row, rowIndex) =>
    sheet.columns.map(({ kind }, column): CellValue => {
      const value = realValue(row[column] ?? null, kind);
      if (value !== null)
        cells.set(`${String(rowIndex + 1)},${String(column)}`, { value, type: typeOf(value), style: styleOf(kind, value) });
      return value;
    }),
  );
  return {
    name,
    columns: sheet.columns.map((column) => ({ width: widthOf(column) })),
    rows: [header, ...rows],
    cells,
    freezePane: { rows: 1 },
  };
}

const headerStyle: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E4EDE8" } },
  alignment: { wrapText: true, vertical: "center" },
};
const styleOf = (kind: ColumnKind, value: CellValue): CellStyle =>
  typeof value === "string"
    ? { alignment: { wrapText: true, vertical: "top" } }
    : { numFmt: formats[kind], alignment: { vertical: "top" } };
const typeOf = (value: CellValue): "string" | "number" | "date" =>
  typeof value === "number" ? "number" : value instanceof Date ? "date" : "string";

function realValue(value: string | number | null, kind: ColumnKind): CellValue {
  if (value === null || value === "") return null;
  if (typeof value === "number") return Number.isFinite(value) ? (kind === "amount" ? value / 100 : value) : null;
  const parts = kind === "day" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  const day = parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
  return day === undefined ? legal(value) : new Date(`${day}T00:00:00Z`);
}

// Control characters but tab and line feed, and what is no character at all: XML has no way to write them.
const illegal = new RegExp(String.raw`[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]`, "g");

/** What XML forbids, and what no spreadsheet holds in one cell. */
const legal = (text: string): string => {
  const clean = text.toWellFormed().replace(illegal, "").replace(/\r\n?/g, "\n");
  return clean.length > 32_700 ? `${clean.slice(0, 32_700).toWellFormed()} […]` : clean;
};

/** Names that every spreadsheet accepts: 31 characters, none of `[]:*?/\`, no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const bare = legal(name)
      .replace(/[[\]:*?/\\\n]/g, " ")
      .replace(/\s+/g, " ")
      .replace(/^[' ]+|[' ]+$/g, "")
      .slice(0, 31)
      .toWellFormed()
      .trim();
    const base = bare || `Feuille ${String(index + 1)}`;
    let free = base;
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${base.slice(0, 27)} ${String(copy)}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/**
 * Writes the comma-separated form that Excel of a French office opens well: UTF-8 with its mark, `;`, decimal comma, and text that could
 * be run as a formula held by an apostrophe, which reading takes away.
 */
export const writeCsv = (sheet: WrittenSheet): Uint8Array => new TextEncoder().encode(csvHead(sheet) + csvRows(sheet));

/** The first line of a CSV, with the mark of its encoding: rows written in several goes come after it. */
export const csvHead = ({ columns }: Pick<WrittenSheet, "columns">): string =>
  `\uFEFF${csvLines([columns.map(({ title }) => protectedText(legal(title)))])}`;

/** The rows of a sheet as lines of a CSV. */
export const csvRows = ({ columns, rows }: Pick<WrittenSheet, "columns" | "rows">): string =>
  csvLines(rows.map((row) => columns.map(({ kind }, column) => csvCell(row[column] ?? null, kind))));

const csvLines = (lines: readonly (readonly string[])[]): string =>
  stringify(
    lines.map((line) => [...line]),
    {
      delimiter: ";",
      record_delimiter: "\r\n",
      // A bare line feed inside a cell is not the record's own delimiter, but breaks the line all the same.
      quoted_match: /[\r\n]/,
    },
  );

function csvCell(value: string | number | null, kind: ColumnKind): string {
  if (value === null) return "";
  if (typeof value === "string") return protectedText(legal(value));
  if (!Number.isFinite(value)) return "";
  if (kind === "amount") return (value / 100).toFixed(2).replace(".", ",");
  if (kind === "percent") return `${String(Number((value * 100).toFixed(4))).replace(".", ",")} %`;
  return String(value).replace(".", ",");
}
