/** The bytes don't follow the encoding of Protocol Buffers. */
export class Malformed extends Error {
  override readonly name = "Malformed";
}

/** A span of bytes, from `at` to the one before `end`. */
export interface Span {
  readonly at: number;
  readonly end: number;
}

/** Reads a message of Protocol Buffers (https://protobuf.dev/programming-guides/encoding/), field by field, in place. */
export class Wire {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at: number;
  #type = 0;

  constructor(bytes: Uint8Array, { at, end }: Span = { at: 0, end: bytes.length }) {
    this.#bytes = bytes;
    this.#at = at;
    this.#end = end;
  }

  get isDone(): boolean {
    return this.#at >= this.#end;
  }

  /** The number of the next field, whose value must then be read, or skipped. */
  field(): number {
    const key = this.unsigned();
    this.#type = key & 7;
    return Math.floor(key / 8);
  }

  skip(): void {
    if (this.#type === 0) this.unsigned();
    else if (this.#type === 2) this.span();
    else if (this.#type === 1) this.#pass(8);
    else if (this.#type === 5) this.#pass(4);
    else throw new Malformed(`A field of type ${this.#type}`);
  }

  /** A span of bytes: text, a message or packed numbers. */
  span(): Span {
    if (this.#type !== 2) throw new Malformed("A number where a span was expected");
    const length = this.unsigned();
    const at = this.#at;
    this.#pass(length);
    return { at, end: this.#at };
  }

  /** A number from 0 to 2^53. */
  unsigned(): number {
    const value = this.#varint();
    if (value < 0) throw new Malformed("A number beyond 2^53");
    return value;
  }

  /** A number below zero is written on ten bytes. */
  signed(): number {
    return this.#varint();
  }

  /** A number whose sign is its last bit. */
  zigzag(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  #varint(): number {
    const first = this.#byte();
    if (first < 0x80) return first;
    let low = first & 0x7f;
    for (let shift = 7; shift < 28; shift += 7) {
      const byte = this.#byte();
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) return low;
    }
    let high = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#byte();
      high |= (byte & 0x7f) << shift;
      if (byte < 0x80) return this.#safe(low + high * 2 ** 28);
    }
    // Beyond 56 bits, only what is below zero is a number that can be.
    const [ninth, tenth] = [this.#byte(), this.#byte()];
    const whole = BigInt(low) | (BigInt(high) << 28n) | (BigInt(ninth & 0x7f) << 56n) | (BigInt(tenth & 1) << 63n);
    if (ninth < 0x80 || tenth > 1) throw new Malformed("A number beyond 2^53");
    return this.#safe(Number(BigInt.asIntN(64, whole)));
  }

  #safe(value: number): number {
    if (!Number.isSafeInteger(value)) throw new Malformed("A number beyond 2^53");
    return value;
  }

  #byte(): number {
    if (this.#at >= this.#end) throw new Malformed("A field that goes beyond the end");
    const byte = this.#bytes[this.#at] ?? 0;
    this.#at += 1;
    return byte;
  }

  #pass(length: number): void {
    if (length > this.#end - this.#at) throw new Malformed("A field that goes beyond the end");
    this.#at += length;
  }
}

/** How many numbers a span holds: each ends with a byte below 128. */
export function countOf(bytes: Uint8Array, { at, end }: Span): number {
  let count = 0;
  for (let each = at; each < end; each++) if ((bytes[each] ?? 0) < 0x80) count += 1;
  return count;
}
