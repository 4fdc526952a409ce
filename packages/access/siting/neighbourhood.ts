import type { SitingAnswer } from "./answer.ts";
import type { CostTable } from "./costs.ts";
import type { Choice } from "./interchange.ts";
import type { BoundedPlan } from "./plan-bound.ts";
import { spending, type Move } from "./terms.ts";
import { transport, uncrowded, type Served, type Transport } from "./transport.ts";

/** A choice, what it spends and whom it serves. */
export interface Plan extends Choice, Omit<Served, "objective"> {
  readonly spent: number;
  readonly moves: readonly Move[];
}

const SHOWN = 5;

/** Plans, and those that differ by a site opened, closed or exchanged. */
export class Neighbourhood {
  readonly #table: CostTable;
  readonly #plan: BoundedPlan;
  readonly #seen = new Map<string, Plan>();

  constructor(table: CostTable, plan: BoundedPlan) {
    this.#table = table;
    this.#plan = plan;
  }

  /** Nobody is turned away, but by rounding. */
  servesAll({ turnedAway }: Plan): boolean {
    return turnedAway <= 1e-9 * this.#plan.weight.reduce((sum, each) => sum + each, 0);
  }

  get plan(): BoundedPlan {
    return this.#plan;
  }

  /** Nothing changes: within any budget. */
  get standing(): Plan {
    return this.served(this.#plan.terms.flatMap((each, site) => (each.kind === "candidate" ? [] : [site])));
  }

  /** `undefined` where it costs more than the budget, or moves a site nowhere. */
  planOf(sites: readonly number[]): Plan | undefined {
    return this.#spentBy(sites) > this.#plan.budget + 1e-9 ? undefined : this.served(sites);
  }

  /** What stands, then the sites proposed as long as the budget lasts. */
  afforded(proposed: readonly number[]): Plan {
    let plan = this.standing;
    for (const site of proposed) {
      if (plan.sites.includes(site)) continue;
      plan = this.planOf([...plan.sites, site]) ?? plan;
    }
    return plan;
  }

  /** The best plan that is reached by going from better to better. */
  settled(start: Plan, stop: () => boolean): Plan {
    for (let plan = start; ;) {
      const better = stop() ? undefined : this.#better(plan);
      if (better === undefined) return plan;
      plan = better;
    }
  }

  around(plan: Plan): Pick<SitingAnswer, "runnersUp" | "next"> {
    const runnersUp = this.changes(plan.sites)
      .flatMap((sites): readonly Choice[] => {
        const other = this.planOf(sites);
        return other === undefined ? [] : [{ sites: other.sites, objective: other.objective }];
      })
      .toSorted((one, other) => one.objective - other.objective)
      .slice(0, SHOWN);
    const next = this.closed(plan.sites)
      .map((site) => ({ site, objective: this.served([...plan.sites, site]).objective }))
      .toSorted((one, other) => one.objective - other.objective)
      .slice(0, SHOWN);
    return { runnersUp, next };
  }

  /** The first better plan, those looked at first whose nearest sites alone would pay least: capacities only make it dearer. */
  #better(plan: Plan): Plan | undefined {
    const hopes = this.changes(plan.sites)
      .map((sites) => ({ sites, least: this.#uncrowded(sites) }))
      .filter(({ least }) => least < plan.objective * (1 - 1e-9))
      .toSorted((one, other) => one.least - other.least);
    for (const { sites } of hopes) {
      const other = this.planOf(sites);
      if (other !== undefined && other.objective < plan.objective * (1 - 1e-9)) return other;
    }
    return undefined;
  }

  /** The changes after which less than `most` is spent in all, the cheapest first. */
  spendingLess(sites: readonly number[], most: number): readonly (readonly number[])[] {
    return this.changes(sites)
      .map((next) => ({ next, spent: this.#spentBy(next) }))
      .filter(({ spent }) => spent < most)
      .toSorted((one, other) => one.spent - other.spent)
      .map(({ next }) => next);
  }

  #spentBy(sites: readonly number[]): number {
    const open = new Set(sites);
    return spending(this.#plan.terms, (site) => open.has(site))?.spent ?? Infinity;
  }

  /** A site opened, closed, or exchanged. */
  changes(sites: readonly number[]): readonly (readonly number[])[] {
    const { terms } = this.#plan;
    const closed = this.closed(sites);
    const leaving = sites.filter((site) => terms[site]?.kind !== "kept");
    const without = (site: number): readonly number[] => sites.filter((each) => each !== site);
    return [
      ...closed.map((site) => [...sites, site]),
      ...leaving.map(without),
      ...leaving.flatMap((site) => closed.map((opened) => [...without(site), opened])),
    ];
  }

  closed(sites: readonly number[]): readonly number[] {
    const open = new Set(sites);
    return this.#plan.terms.flatMap((_, site) => (open.has(site) ? [] : [site]));
  }

  #uncrowded(sites: readonly number[]): number {
    const { paid, weight, columns, turnedAway } = this.#plan;
    let sum = 0;
    for (let row = 0; row < weight.length; row++) {
      let least = turnedAway * (weight[row] ?? 0);
      for (const site of sites) least = Math.min(least, paid[row * columns + site] ?? Infinity);
      sum += least;
    }
    return sum;
  }

  /** What this choice serves and spends, within the budget or not. */
  served(given: readonly number[]): Plan {
    const sites = given.toSorted((one, other) => one - other);
    const known = this.#seen.get(sites.join());
    if (known !== undefined) return known;
    const { terms, turnedAway } = this.#plan;
    const { cost, weight, demands, sites: columns } = this.#table;
    const open = new Set(sites);
    const rows = Array.from({ length: demands }, (_, row) => row).filter((row) => (weight[row] ?? 0) > 0);
    const people: Transport = {
      cost: rows.map((row) => sites.map((site) => cost[row * columns + site] ?? Infinity)),
      weight: rows.map((row) => weight[row] ?? 0),
      capacity: sites.map((site) => terms[site]?.capacity ?? Infinity),
      turnedAway,
    };
    const served = uncrowded(people) ?? transport(people);
    const { spent, moves } = spending(terms, (site) => open.has(site)) ?? { spent: Infinity, moves: [] };
    const plan = { sites, ...served, spent, moves };
    this.#seen.set(sites.join(), plan);
    return plan;
  }
}
