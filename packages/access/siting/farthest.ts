import type { SitingAnswer } from "./answer.ts";
import type { CostTable } from "./costs.ts";

const SHOWN = 5;

/** How far those are who are farthest from their nearest site, among demands of some weight. */
export class Farthest {
  readonly #cost: Float64Array;
  readonly #columns: number;
  readonly #rows: readonly number[];

  constructor({ demands, sites, cost, weight }: CostTable) {
    this.#cost = cost;
    this.#columns = sites;
    this.#rows = Array.from({ length: demands }, (_, row) => row).filter((row) => (weight[row] ?? 0) > 0);
  }

  of(sites: readonly number[]): number {
    let most = 0;
    for (const row of this.#rows) most = Math.max(most, this.#nearest(row, sites));
    return most;
  }

  /** All costs from the one to the other, each once, from the least. */
  costsBetween(least: number, most: number): readonly number[] {
    const found = new Set<number>();
    for (const row of this.#rows)
      for (let site = 0; site < this.#columns; site++) {
        const cost = this.#costAt(row, site);
        if (cost >= least && cost <= most) found.add(cost);
      }
    return [...found].toSorted((one, other) => one - other);
  }

  /** The sites of `keep`, then again and again the one nearest to who is farthest (Gonzalez 1985). */
  spread(p: number, keep: readonly number[]): readonly number[] {
    const chosen = [...keep];
    while (chosen.length < p) {
      let [worst, most] = [-1, -1];
      for (const row of this.#rows) {
        const own = this.#nearest(row, chosen);
        if (own > most) [worst, most] = [row, own];
      }
      if (worst < 0) break;
      let best = 0;
      for (let site = 1; site < this.#columns; site++) if (this.#costAt(worst, site) < this.#costAt(worst, best)) best = site;
      if (chosen.includes(best)) break;
      chosen.push(best);
    }
    return chosen;
  }

  /** What lies one site away from a choice. */
  around(sites: readonly number[], keep: readonly number[]): Pick<SitingAnswer, "runnersUp" | "next"> {
    const others = Array.from({ length: this.#columns }, (_, site) => site).filter((site) => !sites.includes(site));
    const best = (open: readonly number[]): readonly { readonly site: number; readonly objective: number }[] => {
      const most = this.#withEach(open);
      return others
        .map((site) => ({ site, objective: most[site] ?? 0 }))
        .toSorted((one, other) => one.objective - other.objective)
        .slice(0, SHOWN);
    };
    const runnersUp = sites
      .filter((site) => !keep.includes(site))
      .flatMap((closed) => {
        const open = sites.filter((site) => site !== closed);
        return best(open).map(({ site, objective }) => ({
          sites: [...open, site].sort((one, other) => one - other),
          objective,
        }));
      })
      .toSorted((one, other) => one.objective - other.objective)
      .slice(0, SHOWN);
    return { runnersUp, next: best(sites) };
  }

  /** How far the farthest are with each site open besides. */
  #withEach(open: readonly number[]): Float64Array {
    const most = new Float64Array(this.#columns);
    for (const row of this.#rows) {
      const own = this.#nearest(row, open);
      for (let site = 0; site < most.length; site++) {
        const now = Math.min(own, this.#costAt(row, site));
        if (now > (most[site] ?? 0)) most[site] = now;
      }
    }
    return most;
  }

  #costAt(row: number, site: number): number {
    return this.#cost[row * this.#columns + site] ?? Infinity;
  }

  #nearest(row: number, sites: readonly number[]): number {
    let least = Infinity;
    for (const site of sites) least = Math.min(least, this.#costAt(row, site));
    return least;
  }
}
