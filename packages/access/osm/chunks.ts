/** Takes exact lengths from bytes that come in chunks of any size. */
export class Chunks {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();
  #taken = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The bytes taken so far. */
  get taken(): number {
    return this.#taken;
  }

  /** The next bytes; fewer than asked at the end. */
  async take(length: number): Promise<Uint8Array> {
    const parts = [this.#held];
    let held = this.#held.length;
    while (held < length) {
      const next = await this.#source.next();
      if (next.done === true) break;
      parts.push(next.value);
      held += next.value.length;
    }
    const all = parts.length === 1 ? this.#held : joined(parts, held);
    const taken = all.subarray(0, length);
    this.#held = all.subarray(taken.length);
    this.#taken += taken.length;
    return taken;
  }

  /** Gives back what is still open: a file. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

/** Byte after byte, in one list. */
export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
