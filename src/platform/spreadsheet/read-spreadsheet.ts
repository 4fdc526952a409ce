import { fileKind } from "./file-kind.ts";
import { spreadsheetLimits, type SpreadsheetLimits } from "./limits.ts";
import { openArchive } from "./open-archive.ts";
import { readCsv } from "./read-csv.ts";
import { readWorkbook } from "./read-workbook.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { type Cell, cellName, type Sheet } from "./sheet.ts";

export type SpreadsheetReading = { readonly kind: "sheets"; readonly sheets: readonly Sheet[] } | Refusal;

/**
 * Reads an XLSX, ODS or CSV file that somebody sent, whatever it is: sheets, or one reason why not. Nothing is opened before it was
 * measured, no formula is run, no link followed, no entity resolved.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  fileName: string,
  limits: SpreadsheetLimits = spreadsheetLimits,
): Promise<SpreadsheetReading> {
  const megabyte = 1024 * 1024;
  if (bytes.length > limits.bytes) {
    return refuse("too-large", { megabytes: Math.ceil(bytes.length / megabyte), limit: Math.floor(limits.bytes / megabyte) });
  }
  const kind = fileKind(bytes, fileName);
  if (kind.kind === "refused") return kind;
  const sheets = kind.kind === "text" ? csvSheets(bytes, fileName, limits) : await workbookSheets(bytes, fileName, limits);
  if ("kind" in sheets) return sheets;
  const trimmed = sheets.map((sheet) => ({ ...sheet, rows: withoutEmptyEdges(sheet.rows.map((row) => row.map(withoutNul))) }));
  return trimmed.some(({ rows }) => rows.length > 0) ? { kind: "sheets", sheets: trimmed } : refuse("empty");
}

async function workbookSheets(
  bytes: Uint8Array,
  fileName: string,
  limits: SpreadsheetLimits,
): Promise<readonly Sheet[] | Refusal> {
  const archive = openArchive(bytes, fileName, limits);
  return archive.kind === "refused" ? archive : readWorkbook(archive.kind, archive.parts, limits);
}

function csvSheets(bytes: Uint8Array, fileName: string, limits: SpreadsheetLimits): readonly Sheet[] | Refusal {
  const rows = readCsv(bytes, limits);
  if ("kind" in rows) return rows;
  return [{ name: fileName.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "") || "CSV", rows, hidden: false }];
}

// PostgreSQL stores no NUL, and no table means one.
const withoutNul = (cell: Cell): Cell =>
  cell.kind === "text" && cell.text.includes("\u0000") ? { ...cell, text: cell.text.replaceAll("\u0000", "") } : cell;

function withoutEmptyEdges(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const isFilled = (cell: Cell): boolean => cell.kind !== "empty";
  const short = rows.map((row) => row.slice(0, row.findLastIndex(isFilled) + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
}

/** The first formula error among the cells that matter, and how many others: a plan is not imported over one. */
export function refusalOfFormulaErrors(
  sheet: Sheet,
  matters: (row: number, column: number) => boolean = () => true,
): Refusal | undefined {
  const failed = sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell.kind === "formulaError" && cell.mergedFrom === undefined && matters(row, column) ? [{ row, column, cell }] : [],
    ),
  );
  const [first] = failed;
  if (first === undefined) return undefined;
  return refuse("formula-error", { sheet: sheet.name, cell: cellName(first), error: first.cell.error, more: failed.length - 1 });
}
