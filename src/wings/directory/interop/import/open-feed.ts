import { readSpreadsheet } from "../../../../platform/spreadsheet/read-spreadsheet.ts";
import { fileKind } from "../../../../platform/spreadsheet/file-kind.ts";
import { refuse, sayRefusal, type Refusal } from "../../../../platform/spreadsheet/refusal.ts";
import { cellText, type Sheet } from "../../../../platform/spreadsheet/sheet.ts";
import type { Lang } from "../../../../platform/words.ts";
import { csvRecords } from "./csv-records.ts";
import { bytesOf, headOf, textOf, type FeedFile } from "./feed-text.ts";
import { tableRows } from "./formats/table.ts";
import { importWords } from "./words.ts";
import { jsonRecords } from "./json-records.ts";
import type { TableMapping } from "./kept-import.ts";
import type { FeedFormat } from "./model.ts";
import type { RawFields, RawRow } from "./raw-row.ts";

export type ListFormat = Exclude<FeedFormat, "table">;

export type OpenFeed =
  | { readonly kind: "list"; readonly format: ListFormat; readonly rows: AsyncIterable<RawRow> }
  /** A table of someone's own: a person says what its columns are. */
  | { readonly kind: "table"; readonly sheets: readonly Sheet[] }
  /** Figures by neighbourhood: there is no service in it. */
  | { readonly kind: "statistics" }
  /** JSON that holds none of the lists that are known. */
  | { readonly kind: "unknown" }
  | Refusal;

const has = (fields: RawFields, ...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(fields, name));

/** Which published list has these columns. */
function formatOf(fields: RawFields): ListFormat | "statistics" | null {
  if (has(fields, "id_fs", "lib_fs", "insee_com")) return "france-services";
  if (has(fields, "structure", "Siret", "Nb de conseillers recrutés")) return "conseillers-numeriques";
  if (has(fields, "source", "id", "nom", "date_maj")) return "data-inclusion";
  return has(fields, "iris_code", "percou") ? "statistics" : null;
}

/** Says what a file is by its first bytes and its columns. Reads no further; its rows are read as they are asked for. */
export async function openFeed(file: FeedFile): Promise<OpenFeed> {
  const head = await headOf(file, 4_096);
  const start = new TextDecoder()
    .decode(head)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (start.startsWith("{") || start.startsWith("[")) {
    const rows = jsonRecords(textOf(file));
    const opened = await knownList(rows);
    return opened ?? { kind: "unknown" };
  }
  const kind = fileKind(head, file.name);
  if (kind.kind === "refused") return kind;
  if (kind.kind === "text") {
    const opened = await knownList(csvRecords(textOf(file)));
    if (opened !== null) return opened;
  }
  const read = await readSpreadsheet(await bytesOf(file), file.name);
  if (read.kind === "refused") return read;
  for (const sheet of read.sheets) {
    const opened = await knownList(sheetRows(sheet));
    if (opened !== null) return opened;
  }
  return read.sheets.length === 0 ? refuse("empty") : { kind: "table", sheets: read.sheets };
}

/** The list that these rows are, the first one looked at and given back; `null` when they are none that is known. */
async function knownList(rows: AsyncGenerator<RawRow>): Promise<OpenFeed | null> {
  const before: RawRow[] = [];
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    before.push(next.value);
    if (next.value.kind === "row" || before.length > 20) break;
  }
  const first = before.find((each) => each.kind === "row");
  const format = first === undefined ? null : formatOf(first.fields);
  if (format === null || format === "statistics") {
    await rows.return(undefined);
    return format && { kind: "statistics" };
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

/** The rows that an import reads: those of a published list, or of a table whose columns were said; `null` where there are none. */
export function listOf(
  opened: OpenFeed,
  mapping: TableMapping | null,
): { readonly format: FeedFormat; readonly rows: AsyncIterable<RawRow> } | null {
  if (opened.kind === "list") return opened;
  if (opened.kind !== "table" || mapping === null) return null;
  return { format: "table", rows: tableRows(opened.sheets, mapping) };
}

/** Why a file has no rows to read. */
export function sayUnlisted(opened: OpenFeed, lang: Lang): string {
  if (opened.kind === "refused") return sayRefusal(opened, lang);
  return importWords(lang)(opened.kind === "list" ? "broken.unreadable" : `file.${opened.kind}`);
}
