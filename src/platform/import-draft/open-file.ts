import { fileKind } from "../spreadsheet/file-kind.ts";
import { readSpreadsheet } from "../spreadsheet/read-spreadsheet.ts";
import { refuse, type Refusal } from "../spreadsheet/refusal.ts";
import { cellText, type Sheet } from "../spreadsheet/sheet.ts";
import { csvRecords } from "./csv-records.ts";
import { jsonRecords } from "./json-records.ts";
import type { RawFields, RawRow } from "./raw-row.ts";
import { bytesOf, headOf, textOf, type SourceFile } from "./source-file.ts";

export type OpenedFile<Format> =
  /** A list whose columns are known: its rows are read as they are asked for. */
  | { readonly kind: "list"; readonly format: Format; readonly rows: AsyncGenerator<RawRow> }
  /** Tables of someone's own: a person says what their columns are. */
  | { readonly kind: "sheets"; readonly sheets: readonly Sheet[] }
  /** JSON that holds none of the lists that are known. */
  | { readonly kind: "unknown" }
  | Refusal;

/** Says what a file is by its first bytes and its columns. `formatOf`: which known list has these columns. */
export async function openFile<Format>(
  file: SourceFile,
  formatOf: (fields: RawFields) => Format | null,
): Promise<OpenedFile<Format>> {
  const head = await headOf(file, 4_096);
  const start = new TextDecoder()
    .decode(head)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (start.startsWith("{") || start.startsWith("["))
    return (await knownList(jsonRecords(textOf(file)), formatOf)) ?? { kind: "unknown" };
  const kind = fileKind(head, file.name);
  if (kind.kind === "refused") return kind;
  if (kind.kind === "text") {
    const list = await knownList(csvRecords(textOf(file)), formatOf);
    if (list !== null) return list;
  }
  const read = await readSpreadsheet(await bytesOf(file), file.name);
  if (read.kind === "refused") return read;
  for (const sheet of read.sheets) {
    const list = await knownList(sheetRows(sheet), formatOf);
    if (list !== null) return list;
  }
  return read.sheets.length === 0 ? refuse("empty") : read;
}

/** The list that these rows are, the first one looked at and given back; `null` when they are none that is known. */
async function knownList<Format>(
  rows: AsyncGenerator<RawRow>,
  formatOf: (fields: RawFields) => Format | null,
): Promise<Extract<OpenedFile<Format>, { kind: "list" }> | null> {
  const before: RawRow[] = [];
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    before.push(next.value);
    if (next.value.kind === "row" || before.length > 20) break;
  }
  const first = before.find((each) => each.kind === "row");
  const format = first === undefined ? null : formatOf(first.fields);
  if (format === null) {
    await rows.return(undefined);
    return null;
  }
  const all = async function* () {
    yield* before;
    yield* rows;
  };
  return { kind: "list", format, rows: all() };
}

async function* sheetRows({ rows: [headings = [], ...rows] }: Sheet): AsyncGenerator<RawRow> {
  const names = headings.map((cell) => cellText(cell).trim());
  for (const [index, cells] of rows.entries())
    if (cells.some(({ kind }) => kind !== "empty"))
      yield { kind: "row", row: index + 2, fields: Object.fromEntries(names.map((name, at) => [name, cellText(cells[at])])) };
}
