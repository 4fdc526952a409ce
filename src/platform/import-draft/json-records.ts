import type { RawRow } from "./raw-row.ts";

const open = 123; // {
const close = 125; // }
const quote = 34; // "
const escape = 92; // \

/**
 * The objects of a JSON text, one at a time: those of its list, or one a line. What is around them is not looked at, so that a list
 * inside an envelope is read too; an object that can't be read is said, and the next one is read.
 */
export async function* jsonRecords(text: AsyncIterable<string>): AsyncGenerator<RawRow> {
  const cutter = new Cutter();
  let row = 0;
  for await (const piece of text)
    for (const object of cutter.cut(piece)) {
      row += 1;
      yield read(object, row);
    }
  if (cutter.isInside) yield { kind: "unreadable", row: row + 1 };
}

function read(text: string, row: number): RawRow {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return { kind: "row", row, fields: { ...value } };
  } catch {
    // Said as any other row that can't be read.
  }
  return { kind: "unreadable", row };
}

/** Cuts a text into its outermost objects; an envelope is one whose first list is still open. */
class Cutter {
  #buffer = "";
  #depth = 0;
  #isQuoted = false;
  #isEscaped = false;
  get isInside(): boolean {
    return this.#depth > 0;
  }
  *cut(piece: string): Generator<string> {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const sign = piece.charCodeAt(at);
      if (this.#isQuoted) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (sign === escape) this.#isEscaped = true;
        else if (sign === quote) this.#isQuoted = false;
      } else if (sign === quote) this.#isQuoted = this.#depth > 0;
      else if (sign === open) {
        if (this.#depth === 0) from = at;
        this.#depth += 1;
      } else if (sign === 91 && this.#depth === 1 && isEnvelope(this.#buffer + piece.slice(from, at))) {
        // `{"data": [`: what is inside the list is what is looked for.
        this.#depth = 0;
        this.#buffer = "";
      } else if (sign === close && this.#depth > 0) {
        this.#depth -= 1;
        if (this.#depth > 0) continue;
        yield this.#buffer + piece.slice(from, at + 1);
        this.#buffer = "";
      }
    }
    this.#buffer = this.#depth > 0 ? this.#buffer + piece.slice(from) : "";
  }
}

/** An object of the feed has a name or a source before any list of its own; an envelope does not. */
const isEnvelope = (head: string): boolean =>
  head.length < 2_000 &&
  /"(?:data|items|results|structures|services)"\s*:\s*$/.test(head) &&
  !/"(?:id|nom|source)"\s*:/.test(head);
