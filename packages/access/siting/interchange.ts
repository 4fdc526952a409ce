import { objectiveOf, type Rows } from "./rows.ts";

/** A choice of sites, and what all demands then pay. */
export interface Choice {
  readonly sites: readonly number[];
  readonly objective: number;
}

/** What an exchange would save: negative when it costs. */
export interface Exchange {
  readonly opened: number;
  readonly closed: number;
  readonly saved: number;
}

/**
 * What lies one site away from a choice, in one reading of the beginnings of the rows (Resende and Werneck 2007): what opening gains,
 * what closing loses, and what the pair is spared because the one takes over from the other.
 */
export class Surroundings {
  readonly #rows: Rows;
  readonly #slot: Int32Array;
  readonly #gain: Float64Array;
  readonly #loss: Float64Array;
  readonly #spared: Float64Array;
  #chosen: readonly number[] = [];

  constructor(rows: Rows, p: number) {
    this.#rows = rows;
    this.#slot = new Int32Array(rows.columns).fill(-1);
    this.#gain = new Float64Array(rows.columns);
    this.#loss = new Float64Array(p);
    this.#spared = new Float64Array(p * rows.columns);
  }

  around(chosen: readonly number[]): void {
    const { columns, from, site, paid, cap } = this.#rows;
    const [slot, gain, loss, spared] = [this.#slot, this.#gain, this.#loss, this.#spared];
    for (const each of this.#chosen) slot[each] = -1;
    this.#chosen = chosen;
    for (const [at, each] of chosen.entries()) slot[each] = at;
    gain.fill(0);
    loss.fill(0);
    spared.fill(0);
    for (let row = 0; row < cap.length; row++) {
      const begin = from[row] ?? 0;
      const end = from[row + 1] ?? 0;
      let at = begin;
      while (at < end && (slot[site[at] ?? 0] ?? 0) < 0) at++;
      const first = at < end ? (paid[at] ?? 0) : (cap[row] ?? 0);
      for (let near = begin; near < at; near++) {
        const each = site[near] ?? 0;
        gain[each] = (gain[each] ?? 0) + first - (paid[near] ?? 0);
      }
      if (at === end) continue;
      const served = slot[site[at] ?? 0] ?? 0;
      let next = at + 1;
      while (next < end && (slot[site[next] ?? 0] ?? 0) < 0) next++;
      const second = next < end ? (paid[next] ?? 0) : (cap[row] ?? 0);
      if (second === first) continue;
      loss[served] = (loss[served] ?? 0) + second - first;
      const base = served * columns;
      for (let near = begin; near < next; near++) {
        const each = base + (site[near] ?? 0);
        spared[each] = (spared[each] ?? 0) + second - (near < at ? first : (paid[near] ?? 0));
      }
    }
  }

  /** What each site that is not chosen would save if it were open besides. */
  additions(): readonly { readonly site: number; readonly saved: number }[] {
    return Array.from(this.#gain, (saved, site) => ({ site, saved })).filter(({ site }) => (this.#slot[site] ?? 0) < 0);
  }

  /** For each site that is not chosen, the best exchange that opens it. */
  exchanges(kept: ReadonlySet<number>): readonly Exchange[] {
    const { columns } = this.#rows;
    const found: Exchange[] = [];
    const closable = this.#chosen.flatMap((each, at) => (kept.has(each) ? [] : [at]));
    if (closable.length === 0) return found;
    for (let opened = 0; opened < columns; opened++) {
      if ((this.#slot[opened] ?? 0) >= 0) continue;
      let [closed, saved] = [-1, -Infinity];
      for (const at of closable) {
        const now = (this.#spared[at * columns + opened] ?? 0) - (this.#loss[at] ?? 0);
        if (now > saved) [closed, saved] = [at, now];
      }
      found.push({ opened, closed: this.#chosen[closed] ?? 0, saved: saved + (this.#gain[opened] ?? 0) });
    }
    return found;
  }
}

/** Exchanges a site chosen for one that is not, the best first, until none saves anything (Teitz and Bart 1968). */
export function interchange(rows: Rows, near: Surroundings, start: readonly number[], kept: ReadonlySet<number>): Choice {
  let sites = start;
  let objective = objectiveOf(rows, sites);
  for (;;) {
    near.around(sites);
    const best = near
      .exchanges(kept)
      .reduce<Exchange | undefined>((most, each) => (most !== undefined && most.saved >= each.saved ? most : each), undefined);
    if (best === undefined || best.saved <= 0) break;
    const next = sites.map((site) => (site === best.closed ? best.opened : site));
    const after = objectiveOf(rows, next);
    // Rounding may promise a saving that is not there: without this, two choices could be exchanged for ever.
    if (!(after < objective)) break;
    [sites, objective] = [next, after];
  }
  return { sites: sites.toSorted((one, other) => one - other), objective };
}

/** The sites of `keep`, then the most useful one, again and again. */
export function greedy(rows: Rows, p: number, keep: readonly number[]): readonly number[] {
  const { columns, from, site, paid, cap } = rows;
  const now = cap.slice();
  const chosen: number[] = [];
  const gain = new Float64Array(columns);
  const open = (opened: number): void => {
    chosen.push(opened);
    for (let row = 0; row < now.length; row++)
      for (let at = from[row] ?? 0; at < (from[row + 1] ?? 0) && (paid[at] ?? 0) < (now[row] ?? 0); at++)
        if (site[at] === opened) now[row] = paid[at] ?? 0;
  };
  for (const each of keep) open(each);
  while (chosen.length < p) {
    gain.fill(0);
    for (let row = 0; row < now.length; row++) {
      const own = now[row] ?? 0;
      for (let at = from[row] ?? 0; at < (from[row + 1] ?? 0) && (paid[at] ?? 0) < own; at++) {
        const each = site[at] ?? 0;
        gain[each] = (gain[each] ?? 0) + own - (paid[at] ?? 0);
      }
    }
    for (const each of chosen) gain[each] = -1;
    open(gain.reduce((best, each, at) => (each > (gain[best] ?? 0) ? at : best), 0));
  }
  return chosen;
}
