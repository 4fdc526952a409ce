/** Scores by service, and the services that have one: kept from one search to the next, since a search clears what it wrote. */
export class Tally {
  readonly scores: Float32Array;
  readonly #docs: Int32Array;
  #count = 0;

  constructor(size: number) {
    this.scores = new Float32Array(size);
    this.#docs = new Int32Array(size);
  }

  /** Those that have a score, in the order in which they got it. */
  get docs(): Int32Array {
    return this.#docs.subarray(0, this.#count);
  }

  raise(doc: number, score: number): void {
    const before = this.scores[doc] ?? 0;
    if (score <= before) return;
    if (before === 0) this.#docs[this.#count++] = doc;
    this.scores[doc] = score;
  }

  add(doc: number, score: number): void {
    const before = this.scores[doc] ?? 0;
    if (before === 0 && score > 0) this.#docs[this.#count++] = doc;
    this.scores[doc] = before + score;
  }

  clear(): void {
    for (let at = 0; at < this.#count; at += 1) this.scores[this.#docs[at] ?? 0] = 0;
    this.#count = 0;
  }
}

/** Tallies of one size, lent for the time of a search. */
export class Tallies {
  readonly #size: number;
  readonly #free: Tally[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** Runs a search with as many tallies as it takes, and clears them after it. */
  lend<Value>(run: (take: () => Tally) => Value): Value {
    const taken: Tally[] = [];
    try {
      return run(() => {
        const tally = this.#free.pop() ?? new Tally(this.#size);
        taken.push(tally);
        return tally;
      });
    } finally {
      for (const tally of taken) tally.clear();
      this.#free.push(...taken);
    }
  }
}
