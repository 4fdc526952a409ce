import { strFromU8, strToU8, zipSync } from "fflate";
import { type Cell as ReadCell, type CellValue, readOds, readXlsx, type Sheet as ReadSheet } from "hucre";
import { dayOfDate } from "../french/day.ts";
import { contentArea, hiddenTables, leanContent, leanWorksheet, worksheetArea } from "./lean-xml.ts";
import type { SpreadsheetLimits } from "./limits.ts";
import type { Parts } from "./open-archive.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { type Cell, type CellContent, emptyCell, type Sheet } from "./sheet.ts";

export const isFormulaError = (text: string): boolean =>
  /^(?:#(?:REF|DIV\/0|NAME|NOM|VALUE|VALEUR|NUM|NOMBRE|NULL|NUL|SPILL|CALC)[!?]|#N\/A|Err:5\d\d)$/i.test(text.trim());

/** Reads the sheets of an opened workbook; merged cells say what they were merged from. */
export async function readWorkbook(
  kind: "xlsx" | "ods",
  parts: Parts,
  limits: SpreadsheetLimits,
): Promise<readonly Sheet[] | Refusal> {
  const lean: Record<string, Uint8Array> = {};
  let area = 0;
  let hidden = new Set<string>();
  for (const [name, bytes] of parts) {
    const worksheet = kind === "xlsx" && /^xl\/worksheets\/[^/]+\.xml$/.test(name);
    if (worksheet) {
      const xml = leanWorksheet(strFromU8(bytes));
      area += worksheetArea(xml);
      lean[name] = strToU8(xml);
    } else if (kind === "ods" && name === "content.xml") {
      const xml = leanContent(strFromU8(bytes));
      area += contentArea(xml);
      hidden = hiddenTables(xml);
      lean[name] = strToU8(xml);
    } else lean[name] = bytes;
  }
  if (area > limits.cells) return refuse("too-many-cells");
  try {
    // Stored, not compressed: it is opened again at once.
    const archive = zipSync(lean, { level: 0 });
    const workbook = await (kind === "xlsx" ? readXlsx : readOds)(archive, { readStyles: true });
    return workbook.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden === true || sheet.veryHidden === true || hidden.has(sheet.name),
      rows: withMerges(sheet, contents(sheet)),
    }));
  } catch {
    return refuse("corrupt");
  }
}

const contents = (sheet: ReadSheet): Cell[][] =>
  sheet.rows.map((row, rowIndex) =>
    row.map((value, column) => contentOf(value, sheet.cells?.get(`${String(rowIndex)},${String(column)}`))),
  );

function contentOf(value: CellValue, details: ReadCell | undefined): CellContent {
  if (value instanceof Date) return dateContent(value);
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? { kind: "number", value, format: formatOf(details?.style?.numFmt ?? "") } : emptyCell;
    case "boolean":
      return { kind: "boolean", value };
    case "string":
      return details?.type === "error" ? { kind: "formulaError", error: value } : textContent(value);
    default:
      return emptyCell;
  }
}

function dateContent(value: Date): CellContent {
  const day = dayOfDate(value);
  if (day === undefined) return emptyCell;
  // Spreadsheets store a time of day as a date at the beginning of their calendar.
  return day < "1905" ? { kind: "text", text: value.toISOString().slice(11, 16) } : { kind: "date", day };
}

const formatOf = (format: string): "plain" | "percent" | "thousands" =>
  /(?<!\\)%/.test(format.replace(/"[^"]*"/g, ""))
    ? "percent"
    : /["\\]\s*k/i.test(format) || /k ?€/i.test(format)
      ? "thousands"
      : "plain";

/** Text without what no database stores; an error that a formula left is no text. */
export function textContent(text: string): CellContent {
  const clean = text.replaceAll("\u0000", "").replace(/\r\n?/g, "\n").toWellFormed();
  if (clean.trim() === "") return emptyCell;
  return isFormulaError(clean) ? { kind: "formulaError", error: clean.trim() } : { kind: "text", text: clean };
}

function withMerges(sheet: ReadSheet, rows: Cell[][]): Cell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const origin = rows[startRow]?.[startCol];
    if (origin === undefined || origin.kind === "empty") continue;
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++) {
      const cells = rows[row] ?? [];
      for (let column = startCol; column <= Math.min(endCol, width - 1); column++) {
        if (row === startRow && column === startCol) continue;
        while (cells.length <= column) cells.push(emptyCell);
        cells[column] = { ...origin, mergedFrom: { row: startRow, column: startCol } };
      }
    }
  }
  return rows;
}
