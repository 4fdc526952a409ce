/** A choice of sites, and what all demands then pay. */
export interface Choice {
  readonly sites: readonly number[];
  readonly objective: number;
}

/** Each demand goes to the nearest of the sites chosen; the second is where it goes when that one closes. */
class Assignment {
  readonly nearest: Int32Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly #paid: Float64Array;
  readonly #columns: number;

  constructor(paid: Float64Array, columns: number, chosen: readonly number[]) {
    const demands = paid.length / columns;
    this.#paid = paid;
    this.#columns = columns;
    this.nearest = new Int32Array(demands);
    this.first = new Float64Array(demands);
    this.second = new Float64Array(demands);
    for (let row = 0; row < demands; row++) this.#assign(row, chosen);
  }

  #assign(row: number, chosen: readonly number[]): void {
    let [nearest, first, second] = [-1, Infinity, Infinity];
    for (const site of chosen) {
      const paid = this.#paid[row * this.#columns + site] ?? Infinity;
      if (paid < first) [nearest, first, second] = [site, paid, first];
      else if (paid < second) second = paid;
    }
    this.nearest[row] = nearest;
    this.first[row] = first;
    this.second[row] = second;
  }

  get objective(): number {
    return this.first.reduce((sum, paid) => sum + paid, 0);
  }
}

/** What an exchange would save: negative when it costs. */
export interface Exchange {
  readonly opened: number;
  readonly closed: number;
  readonly saved: number;
}

/**
 * For each site that is not chosen, the best exchange that opens it, in one sweep of the table (Whitaker 1983): opening saves the same
 * whatever closes, and closing costs only those who were served there.
 */
export function exchanges(
  paid: Float64Array,
  columns: number,
  chosen: readonly number[],
  kept: ReadonlySet<number>,
): readonly Exchange[] {
  const { nearest, first, second } = new Assignment(paid, columns, chosen);
  const closable = chosen.filter((site) => !kept.has(site));
  const isChosen = new Set(chosen);
  const lost = new Float64Array(columns);
  const found: Exchange[] = [];
  for (let opened = 0; opened < columns; opened++) {
    if (isChosen.has(opened)) continue;
    lost.fill(0);
    let gained = 0;
    for (let row = 0; row < first.length; row++) {
      const now = first[row] ?? 0;
      const then = paid[row * columns + opened] ?? Infinity;
      if (then < now) gained += now - then;
      else {
        const served = nearest[row] ?? 0;
        lost[served] = (lost[served] ?? 0) + Math.min(then, second[row] ?? Infinity) - now;
      }
    }
    let closed = -1;
    for (const site of closable) if (closed < 0 || (lost[site] ?? 0) < (lost[closed] ?? 0)) closed = site;
    if (closed >= 0) found.push({ opened, closed, saved: gained - (lost[closed] ?? 0) });
  }
  return found;
}

/** Exchanges a site chosen for one that is not, the best first, until none saves anything (Teitz and Bart 1968). */
export function interchange(paid: Float64Array, columns: number, start: readonly number[], kept: ReadonlySet<number>): Choice {
  let sites = [...start];
  let objective = objectiveOf(paid, columns, sites);
  for (;;) {
    const best = bestOf(exchanges(paid, columns, sites, kept));
    if (best === undefined || best.saved <= 0) break;
    const next = sites.map((site) => (site === best.closed ? best.opened : site));
    const after = objectiveOf(paid, columns, next);
    // Rounding may promise a saving that is not there: without this, two choices could be exchanged for ever.
    if (!(after < objective)) break;
    [sites, objective] = [next, after];
  }
  return { sites: sites.sort((one, other) => one - other), objective };
}

const bestOf = (found: readonly Exchange[]): Exchange | undefined =>
  found.reduce<Exchange | undefined>((best, each) => (best !== undefined && best.saved >= each.saved ? best : each), undefined);

/** What all demands pay, each at the nearest of these sites. */
export const objectiveOf = (paid: Float64Array, columns: number, sites: readonly number[]): number =>
  new Assignment(paid, columns, sites).objective;
