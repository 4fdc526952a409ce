/** What a bound is about: which sites are surely open, and what each demand would pay not to be served. */
export interface BoundingStart {
  /** Weighted costs, row by row. */
  readonly paid: Float64Array;
  readonly columns: number;
  readonly p: number;
  readonly kept: readonly number[];
  readonly price: Float64Array;
}

const FREE = 0;
const OPEN = 1;
const RULED_OUT = 2;

/** What each demand pays at the nearest of these sites. */
export const nearestPaid = (paid: Float64Array, columns: number, sites: readonly number[]): Float64Array =>
  Float64Array.from({ length: paid.length / columns }, (_, row) =>
    sites.reduce((least, site) => Math.min(least, paid[row * columns + site] ?? Infinity), Infinity),
  );

/**
 * The Lagrangian bound of a p-median whose assignments are relaxed: each demand has a price, each site is worth what it saves on the
 * prices, and the `p` sites most worth are open. Any prices bound the objective from below; each step moves them towards better ones.
 */
export class Bounding {
  bound = -Infinity;
  /** The sites that the last prices open: a good place to begin an exchange from. */
  proposed: readonly number[] = [];
  readonly #start: BoundingStart;
  readonly #state: Uint8Array;
  readonly #worth: Float64Array;
  #free: readonly number[] = [];
  #price: Float64Array;
  #bestPrice: Float64Array;
  #pace = 2;
  #idle = 0;

  constructor(start: BoundingStart, state?: Uint8Array, bound = -Infinity) {
    this.#start = start;
    this.#state = state ?? new Uint8Array(start.columns);
    for (const site of start.kept) this.#state[site] = OPEN;
    this.#worth = new Float64Array(start.columns);
    this.#price = start.price.slice();
    this.#bestPrice = start.price.slice();
    this.bound = bound;
    this.#list();
  }

  /** Begins again from the best prices, by smaller steps when some are known already. */
  begin(): void {
    this.#pace = this.bound > -Infinity ? 0.5 : 2;
    this.#idle = 0;
    this.#price = this.#bestPrice.slice();
  }

  /** Steps so small that the bound will not move. */
  get isSpent(): boolean {
    return this.#pace < 1e-3;
  }

  /** Returns whether the bound rose. */
  step(target: number): boolean {
    const { paid, columns } = this.#start;
    const price = this.#price;
    const total = this.#weigh();
    const open = this.#mostWorth();
    const bound = open.reduce((sum, site) => sum + (this.#worth[site] ?? 0), total);
    const rose = bound > this.bound + 1e-9 * Math.abs(bound);
    this.proposed = open;
    if (rose) {
      [this.bound, this.#idle] = [bound, 0];
      this.#bestPrice.set(price);
    } else if (++this.#idle >= 20) [this.#pace, this.#idle] = [this.#pace / 2, 0];
    const slope = price.map((own, row) => 1 - open.filter((site) => (paid[row * columns + site] ?? 0) < own).length);
    const square = slope.reduce((sum, each) => sum + each * each, 0);
    // The prices serve each demand once: nothing is left to gain.
    if (square === 0) this.#pace = 0;
    const length = square === 0 ? 0 : (this.#pace * Math.max(1.001 * target - bound, 0)) / square;
    for (let row = 0; row < price.length; row++) price[row] = Math.max(0, (price[row] ?? 0) + length * (slope[row] ?? 0));
    return rose;
  }

  /**
   * Rules out the sites with which no choice costs less than `limit`, and opens for good those without which none does. Returns whether
   * no choice is left.
   */
  reduce(limit: number): boolean {
    const current = this.#price;
    this.#price = this.#bestPrice;
    const total = this.#weigh();
    this.#price = current;
    const worth = this.#worth;
    const wanted = this.#wanted;
    const ranked = this.#ranked();
    const open = this.#opened.concat(ranked.slice(0, wanted));
    const bound = open.reduce((sum, site) => sum + (worth[site] ?? 0), total);
    const [last, first] = [ranked[wanted - 1], ranked[wanted]];
    for (const [rank, site] of ranked.entries()) {
      const own = worth[site] ?? 0;
      if (rank >= wanted && (last === undefined || bound - (worth[last] ?? 0) + own > limit)) this.#state[site] = RULED_OUT;
      if (rank < wanted && (first === undefined || bound - own + (worth[first] ?? 0) > limit)) this.#state[site] = OPEN;
    }
    this.#list();
    return this.#opened.length > this.#start.p || this.#opened.length + this.#free.length < this.#start.p || bound > limit;
  }

  /** The most promising site of those neither open for good nor ruled out. */
  get undecided(): number | undefined {
    return this.#wanted === 0 ? undefined : this.#ranked()[0];
  }

  with(site: number): Bounding {
    return this.#child(site, OPEN);
  }

  without(site: number): Bounding {
    return this.#child(site, RULED_OUT);
  }

  #child(site: number, state: number): Bounding {
    // What bounds all choices bounds those of a branch.
    return new Bounding({ ...this.#start, price: this.#bestPrice }, this.#state.with(site, state), this.bound);
  }

  get #opened(): readonly number[] {
    return [...this.#state.keys()].filter((site) => this.#state[site] === OPEN);
  }

  get #wanted(): number {
    return this.#start.p - this.#opened.length;
  }

  #list(): void {
    this.#free = [...this.#state.keys()].filter((site) => this.#state[site] === FREE);
  }

  /** What each site saves on the prices; returns the sum of the prices. */
  #weigh(): number {
    const { paid, columns } = this.#start;
    const [price, worth] = [this.#price, this.#worth];
    const alive = Int32Array.from(this.#opened.concat(this.#free));
    worth.fill(0);
    let total = 0;
    for (let row = 0; row < price.length; row++) {
      const own = price[row] ?? 0;
      const base = row * columns;
      total += own;
      for (const site of alive) {
        const saved = (paid[base + site] ?? 0) - own;
        if (saved < 0) worth[site] = (worth[site] ?? 0) + saved;
      }
    }
    return total;
  }

  #ranked(): readonly number[] {
    return this.#free.toSorted((one, other) => (this.#worth[one] ?? 0) - (this.#worth[other] ?? 0) || one - other);
  }

  #mostWorth(): readonly number[] {
    return this.#opened.concat(this.#ranked().slice(0, this.#wanted));
  }
}
