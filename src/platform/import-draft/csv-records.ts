import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { separatorOf } from "../spreadsheet/read-csv.ts";
import type { RawRow } from "./raw-row.ts";

/** The rows of separated text under its first line of headings, one at a time, counted as a spreadsheet counts them. */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<RawRow> {
  const pieces = text[Symbol.asyncIterator]();
  let head = "";
  // Enough to tell the separator, however small the pieces are.
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    head += next.value;
    if (head.length > 20_000) break;
  }
  const parser = parse({ bom: true, delimiter: separatorOf(head), relax_column_count: true, relax_quotes: true });
  const source = async function* () {
    yield head;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  };
  // What goes wrong is thrown to whoever reads the rows.
  pipeline(Readable.from(source()), parser, () => undefined);
  let headings: readonly string[] | null = null;
  let row = 0;
  try {
    for await (const cells of parser) {
      row += 1;
      if (!isCells(cells)) continue;
      if (headings === null) headings = cells.map((each) => each.trim());
      else if (cells.some((each) => each.trim() !== ""))
        yield { kind: "row", row, fields: Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ""])) };
    }
  } catch {
    yield { kind: "unreadable", row: row + 1 };
  }
}

const isCells = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");
