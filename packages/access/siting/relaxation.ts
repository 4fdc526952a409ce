import { putLeastFirst } from "./least-first.ts";
import { FREE, narrowed, OPEN, RULED_OUT } from "./narrowed.ts";
import type { Rows } from "./rows.ts";

/** How many sites are open: so many, or any at its price (one a site, by its number). */
export type Opening = { readonly kind: "count"; readonly p: number } | { readonly kind: "prices"; readonly prices: Float64Array };

/** Where a relaxation begins: what is decided of each site, and what each row would pay to be served. */
export interface RelaxationStart {
  readonly rows: Rows;
  readonly opening: Opening;
  /** Of each site, whether it is free, open for good or ruled out. */
  readonly state: Uint8Array;
  readonly price: Float64Array;
  /** Known already to hold for these sites. */
  readonly bound: number;
}
/** How much of a direction is that of the step before. */
const MOMENTUM = 0.9;
/** The share of steps that open a site at which it is least clear whether it should be. */
const DOUBTFUL = 0.4;

/**
 * The Lagrangian bound of rows served once each (Cornuejols, Fisher and Nemhauser 1977; Beasley 1985): each row has a price, each site is
 * worth what it saves on the prices, and the sites most worth are open: `p` of them, or those worth more than they cost. Any prices bound the objective from below; each step moves
 * them towards better ones, along the subgradient and the directions before it (Camerini, Fratta and Maffioli 1975).
 */
export class Relaxation {
  bound: number;
  readonly #rows: Rows;
  readonly #opening: Opening;
  readonly #state: Uint8Array;
  readonly #price: Float64Array;
  readonly #best: Float64Array;
  readonly #slope: Float64Array;
  readonly #worth: Float64Array;
  readonly #isProposed: Uint8Array;
  /** How often a site was open lately, from 0 to 1. */
  readonly #share: Float64Array;
  /** How many of the free sites, the first of their list, are open at the last prices. */
  #wanted = 0;
  #opened: Int32Array = new Int32Array();
  #free: Int32Array = new Int32Array();
  #pace = 2;
  #idle = 0;

  constructor({ rows, opening, state, price, bound }: RelaxationStart) {
    const left = narrowed(rows, state, price);
    this.#rows = left.rows;
    this.bound = bound;
    this.#opening = opening;
    this.#state = state.slice();
    this.#price = left.price.slice();
    this.#best = left.price;
    this.#slope = new Float64Array(left.price.length);
    this.#worth = new Float64Array(rows.columns);
    this.#isProposed = new Uint8Array(rows.columns);
    this.#share = new Float64Array(rows.columns);
    this.#list();
  }

  /** Begins again from the best prices. */
  begin(pace: number): void {
    this.#pace = pace;
    this.#idle = 0;
    this.#price.set(this.#best);
    this.#slope.fill(0);
  }

  /** Steps so small that the bound will not move. */
  get isSpent(): boolean {
    return this.#pace < 1e-3;
  }

  /** The sites that the last prices open. */
  get proposed(): readonly number[] {
    return [...this.#opened, ...this.#free.subarray(0, this.#wanted)];
  }

  /** Returns whether the bound rose. */
  step(target: number, patience: number): boolean {
    const total = this.#weigh(this.#price);
    const bound = this.#select(total);
    const rose = bound > this.bound + 1e-9 * Math.abs(bound);
    if (rose) {
      // Real progress alone is worth waiting for.
      if (bound - this.bound > 1e-4 * Math.abs(target - bound)) this.#idle = 0;
      this.bound = bound;
      this.#best.set(this.#price);
    }
    if (++this.#idle >= patience) [this.#pace, this.#idle] = [this.#pace / 2, 0];
    this.#move(target, bound);
    return rose;
  }

  /**
   * Rules out the sites with which no choice costs less than `limit`, and opens for good those without which none does. Returns whether
   * no choice is left.
   */
  reduce(limit: number): boolean {
    const bound = this.#select(this.#weigh(this.#best));
    if (this.#isShort || bound > limit) return true;
    const worth = this.#worth;
    const [chosen, others] = [this.#free.subarray(0, this.#wanted), this.#free.subarray(this.#wanted)];
    // The last of those open, and the first of those that are not: by number, one takes the place of the other.
    const isCounted = this.#opening.kind === "count";
    const last = isCounted ? chosen.reduce((most, site) => Math.max(most, worth[site] ?? 0), -Infinity) : 0;
    const first = isCounted ? others.reduce((least, site) => Math.min(least, worth[site] ?? 0), Infinity) : 0;
    for (const site of others) if (bound - last + (worth[site] ?? 0) > limit) this.#state[site] = RULED_OUT;
    for (const site of chosen) if (bound - (worth[site] ?? 0) + first > limit) this.#state[site] = OPEN;
    this.#list();
    return this.#isShort;
  }

  /** More sites are open for good than wanted, or fewer are left. */
  get #isShort(): boolean {
    if (this.#opening.kind === "prices") return false;
    const left = this.#opening.p - this.#opened.length;
    return left < 0 || left > this.#free.length;
  }

  /** The free site of which the last steps are least sure. */
  get doubtful(): number | undefined {
    if (this.#opening.kind === "count" && this.#opened.length === this.#opening.p) return undefined;
    const doubt = (site: number): number => Math.abs((this.#share[site] ?? 0) - DOUBTFUL);
    return this.#free.reduce<number | undefined>(
      (least, site) => (least === undefined || doubt(site) < doubt(least) ? site : least),
      undefined,
    );
  }

  /** The same question with this site open. */
  with(site: number): Relaxation {
    return this.#child(site, OPEN);
  }

  without(site: number): Relaxation {
    return this.#child(site, RULED_OUT);
  }

  #child(site: number, decision: number): Relaxation {
    const state = this.#state.slice();
    state[site] = decision;
    // What bounds all choices bounds those of a branch.
    return new Relaxation({ rows: this.#rows, opening: this.#opening, state, price: this.#best, bound: this.bound });
  }

  #list(): void {
    const all = Int32Array.from(this.#state.keys());
    this.#opened = all.filter((site) => this.#state[site] === OPEN);
    this.#free = all.filter((site) => this.#state[site] === FREE);
  }

  /** What each site costs, less what it saves on the prices of rows; returns the sum of those. */
  #weigh(price: Float64Array): number {
    const { from, site, paid } = this.#rows;
    const worth = this.#worth;
    if (this.#opening.kind === "prices") worth.set(this.#opening.prices);
    else worth.fill(0);
    let total = 0;
    for (let row = 0; row < price.length; row++) {
      const own = price[row] ?? 0;
      total += own;
      const end = from[row + 1] ?? 0;
      for (let at = from[row] ?? 0; at < end; at++) {
        const saved = (paid[at] ?? 0) - own;
        if (saved >= 0) break;
        const each = site[at] ?? 0;
        worth[each] = (worth[each] ?? 0) + saved;
      }
    }
    return total;
  }

  /** Puts the free sites most worth first; returns the bound. */
  #select(total: number): number {
    const free = this.#free;
    if (this.#opening.kind === "count") {
      this.#wanted = this.#opening.p - this.#opened.length;
      if (this.#wanted > 0 && this.#wanted < free.length) putLeastFirst(free, this.#worth, this.#wanted);
    } else {
      this.#wanted = 0;
      for (let at = 0; at < free.length; at++) {
        const site = free[at] ?? 0;
        if ((this.#worth[site] ?? 0) >= 0) continue;
        free[at] = free[this.#wanted] ?? 0;
        free[this.#wanted++] = site;
      }
    }
    let bound = total;
    for (const site of this.#opened) bound += this.#worth[site] ?? 0;
    for (let at = 0; at < this.#wanted; at++) bound += this.#worth[free[at] ?? 0] ?? 0;
    return bound;
  }

  #move(target: number, bound: number): void {
    const { from, site, paid, cap } = this.#rows;
    const [price, slope, isProposed, share] = [this.#price, this.#slope, this.#isProposed, this.#share];
    isProposed.fill(0);
    for (const each of this.#opened) isProposed[each] = 1;
    for (let at = 0; at < this.#wanted; at++) isProposed[this.#free[at] ?? 0] = 1;
    for (let each = 0; each < share.length; each++) share[each] = 0.95 * (share[each] ?? 0) + 0.05 * (isProposed[each] ?? 0);
    let square = 0;
    for (let row = 0; row < price.length; row++) {
      const own = price[row] ?? 0;
      const end = from[row + 1] ?? 0;
      let served = 0;
      for (let at = from[row] ?? 0; at < end && (paid[at] ?? 0) < own; at++) served += isProposed[site[at] ?? 0] ?? 0;
      const direction = served === 0 && own >= (cap[row] ?? 0) ? 0 : 1 - served;
      const deflected = direction + MOMENTUM * (slope[row] ?? 0);
      slope[row] = deflected;
      square += deflected * deflected;
    }
    // The prices serve each row once: nothing is left to gain.
    if (square === 0) {
      this.#pace = 0;
      return;
    }
    const length = (this.#pace * Math.max(1.001 * target - bound, 0)) / square;
    for (let row = 0; row < price.length; row++)
      price[row] = Math.min(cap[row] ?? 0, Math.max(0, (price[row] ?? 0) + length * (slope[row] ?? 0)));
  }
}
