import { CsvError, parse } from "csv-parse/sync";
import type { SpreadsheetLimits } from "./limits.ts";
import { textContent } from "./read-workbook.ts";
import { refuse, type Refusal } from "./refusal.ts";
import type { Cell } from "./sheet.ts";

/** UTF-8 when it is, else what Excel for Windows writes; UTF-16 when the file says so. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const separators = [";", "\t", ",", "|"] as const;

/** The separator under which most lines have the same number of columns, and more than one. */
export function separatorOf(text: string): string {
  const sample = text.slice(0, 60_000);
  const scored = separators.map((separator) => {
    const widths = records(sample, separator, true).map((record) => record.length);
    const usual = mode(widths.filter((width) => width > 1));
    const agreeing = widths.filter((width) => width === usual).length;
    return { separator, score: usual > 1 ? agreeing / widths.length + usual / 1_000 : 0 };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).separator;
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

function records(text: string, separator: string, isSample: boolean): string[][] {
  try {
    return parse(text, { delimiter: separator, relax_column_count: true, relax_quotes: true, skip_empty_lines: isSample });
  } catch (error) {
    // A sample may end inside quotes: what precedes is enough to judge.
    if (isSample && error instanceof CsvError) return text.split("\n").map((line) => line.split(separator));
    throw error;
  }
}

/** What a text is protected with so that a spreadsheet never runs it as a formula. `unprotected` gives back what was written. */
export const protectedText = (text: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);
export const unprotected = (text: string): string => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text);

/** Reads comma- or semicolon-separated text, cells of several lines included. */
export function readCsv(bytes: Uint8Array, limits: SpreadsheetLimits): Cell[][] | Refusal {
  const text = decodeText(bytes).replace(/^\uFEFF/, "");
  const told = /^sep=(.)\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  try {
    const rows = records(body, told?.[1] ?? separatorOf(body), false);
    if (rows.reduce((sum, row) => sum + row.length, 0) > limits.cells) return refuse("too-many-cells");
    return rows.map((row) => row.map((cell): Cell => textContent(unprotected(cell))));
  } catch {
    return refuse("corrupt");
  }
}
