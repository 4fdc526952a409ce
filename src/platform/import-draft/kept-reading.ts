import { pipeline, Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";
import type { FileStore } from "../files/file-store.ts";
import type { TerritoryId } from "../model.ts";
import { emptyCell, type Cell, type Sheet } from "../spreadsheet/sheet.ts";
import type { RawRow } from "./raw-row.ts";

/** What a file holds, read: the rows of a known list one at a time, or whole sheets whose columns a person says. */
export type Reading =
  | { readonly kind: "list"; readonly format: string; readonly rows: AsyncIterable<RawRow> }
  | { readonly kind: "sheets"; readonly sheets: readonly Sheet[] };

/** The first line of a kept reading; one line a row follows. */
const Head = z.union([
  z.object({ format: z.string() }),
  z.object({ sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.number() })) }),
]);

const pieceLength = 64 * 1024;

/** Keeps a reading in the file store, and gives the name that it is found under. A list is never held whole. */
export async function keepReading(files: FileStore, territory: TerritoryId, reading: Reading): Promise<string> {
  const zip = createGzip({ level: 1 });
  // What goes wrong is thrown to whoever reads the pieces.
  pipeline(Readable.from(inPieces(linesOf(reading))), zip, () => undefined);
  return (await files.putStream(territory, zip)).hash;
}

async function* linesOf(reading: Reading): AsyncGenerator<string> {
  if (reading.kind === "list") {
    yield JSON.stringify({ format: reading.format });
    for await (const each of reading.rows) yield JSON.stringify(each.kind === "row" ? [each.row, each.fields] : [each.row]);
    return;
  }
  yield JSON.stringify({ sheets: reading.sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length })) });
  for (const { rows } of reading.sheets) for (const row of rows) yield JSON.stringify(row.map(shortCell));
}

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

/** The reading kept under this name; `null` when it is no longer there, so that the file is read again. */
export async function loadReading(files: FileStore, territory: TerritoryId, hash: string): Promise<Reading | null> {
  const rows = keptRows(files, territory, hash);
  try {
    const first = await rows.next();
    if (first.done) return null;
    const head = Head.parse(first.value);
    if ("format" in head)
      return { kind: "list", format: head.format, rows: { [Symbol.asyncIterator]: () => list(files, territory, hash) } };
    const sheets: Sheet[] = [];
    for (const { name, hidden, rows: count } of head.sheets) {
      const cells: Cell[][] = [];
      while (cells.length < count) {
        const next = await rows.next();
        if (next.done) return null;
        cells.push(asList(next.value).map(wholeCell));
      }
      sheets.push({ name, hidden, rows: cells });
    }
    return { kind: "sheets", sheets };
  } catch (error) {
    if (isNoFile(error)) return null;
    throw error;
  } finally {
    await rows.return(undefined);
  }
}

const isNoFile = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT";

async function* list(files: FileStore, territory: TerritoryId, hash: string): AsyncGenerator<RawRow> {
  let isHead = true;
  for await (const line of keptRows(files, territory, hash)) {
    const [row, fields] = asList(line);
    if (!isHead && typeof row === "number")
      yield typeof fields === "object" && fields !== null
        ? { kind: "row", row, fields: { ...fields } }
        : { kind: "unreadable", row };
    isHead = false;
  }
}

async function* keptRows(files: FileStore, territory: TerritoryId, hash: string): AsyncGenerator {
  const unzip = createGunzip();
  pipeline(Readable.from(files.read(territory, hash)), unzip, () => undefined);
  unzip.setEncoding("utf8");
  const pieces: AsyncIterable<string> = unzip;
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
  }
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Most cells are text, plain numbers or empty: they are kept as such. */
const shortCell = (cell: Cell): unknown => {
  if (cell.mergedFrom !== undefined) return cell;
  if (cell.kind === "empty") return null;
  if (cell.kind === "text") return cell.text;
  return cell.kind === "number" && cell.format === "plain" ? cell.value : cell;
};

const Position = z.object({ row: z.number(), column: z.number() });
const mergedFrom = Position.optional();
const LongCell = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("empty"), mergedFrom }),
  z.object({ kind: z.literal("text"), text: z.string(), mergedFrom }),
  z.object({ kind: z.literal("number"), value: z.number(), format: z.enum(["plain", "percent", "thousands"]), mergedFrom }),
  z.object({ kind: z.literal("date"), day: z.string(), mergedFrom }),
  z.object({ kind: z.literal("boolean"), value: z.boolean(), mergedFrom }),
  z.object({ kind: z.literal("formulaError"), error: z.string(), mergedFrom }),
]);

function wholeCell(value: unknown): Cell {
  if (value === null) return emptyCell;
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "number") return { kind: "number", value, format: "plain" };
  const { mergedFrom: origin, ...content } = LongCell.parse(value);
  return origin === undefined ? content : { ...content, mergedFrom: origin };
}
