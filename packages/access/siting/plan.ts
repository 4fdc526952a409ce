import { gapBetween, type SitingAnswer } from "./answer.ts";
import { weighted, type CostTable } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import { covered, farTable } from "./covered.ts";
import { planExactly, type ExactSolver } from "./exact.ts";
import type { Choice } from "./interchange.ts";
import { PlanBound, type BoundedPlan } from "./plan-bound.ts";
import { checkedTerms, spending, type Move, type SiteTerms } from "./terms.ts";
import { transport, type Served } from "./transport.ts";

export interface PlanQuestion {
  /** One a site: what it costs to open, close or move it, and how much it serves. */
  readonly terms: readonly SiteTerms[];
  readonly budget: number;
  /** What it costs a unit of weight to be turned away: twice the greatest cost, without it. */
  readonly turnedAway?: number;
  /** Steps of the bound. 1,000 by default. */
  readonly steps?: number;
  /** Asked at each step: the best plan so far is given, with its gap. */
  readonly stop?: () => boolean;
  /** Asked where the model is small enough for it: ours answers what it leaves unproven. */
  readonly exact?: ExactSolver;
}

export interface PlanAnswer extends SitingAnswer {
  readonly spent: number;
  readonly moves: readonly Move[];
  /** How much weight each of `sites` serves, in their order. */
  readonly load: readonly number[];
  /** The weight that no site serves. */
  readonly turnedAway: number;
}

/** A choice, what it spends and whom it serves. */
interface Plan extends Choice, Omit<Served, "objective"> {
  readonly spent: number;
  readonly moves: readonly Move[];
}

const SHOWN = 5;
const STEPS_A_TRY = 25;

/**
 * What to open, keep, close and move within a budget, so that the sum of weight × cost to the site that serves is least; where
 * capacities are short, some are turned away at a cost. A demand may be served by several sites.
 *
 * Budget-constrained, capacitated location (Beasley 1993; Wang and others 2003 for sites that open and close): changes of one or two
 * sites from the plans that the bound proposes, and a Lagrangian bound. `runnersUp` are within the budget; `next` is not: it says what
 * one more site would bring.
 *
 * @throws RangeError as `weighted` and `checkedTerms`, or when the cost of being turned away is negative or not finite.
 */
export function planSites(table: CostTable, question: PlanQuestion): PlanAnswer {
  const { terms, budget, steps = 1_000, stop = () => false, exact } = question;
  const { sites: columns, weight } = table;
  const paid = weighted(table);
  checkedTerms(columns, terms, budget);
  const turnedAway = question.turnedAway ?? 2 * table.cost.reduce((most, each) => Math.max(most, each), 0);
  if (!(turnedAway >= 0 && turnedAway < Infinity)) throw new RangeError(`Being turned away costs ${turnedAway}: give 0 or more.`);
  const plan: BoundedPlan = { paid, weight, columns, terms, budget, turnedAway };
  const near = new Neighbourhood(table, plan);
  const found = exact === undefined ? undefined : planExactly(exact, plan);
  const proven = found === undefined ? undefined : near.planOf(found);
  if (proven !== undefined) return { ...proven, bound: proven.objective, gap: 0, proof: "optimal", ...near.around(proven) };
  let best = near.settled(near.standing, stop);
  const bounding = new PlanBound(plan);
  const limit = (): number => best.objective * (1 - 1e-9);
  for (let step = 0; step < steps && !bounding.isSpent && bounding.bound < limit() && !stop(); step++) {
    bounding.step(best.objective);
    if (step % STEPS_A_TRY !== 0) continue;
    const tried = near.settled(near.afforded(bounding.proposed), stop);
    if (tried.objective < best.objective) best = tried;
  }
  const bound = bounding.bound >= limit() ? best.objective : bounding.bound;
  return {
    ...best,
    bound,
    gap: gapBetween(best.objective, bound),
    proof: bound === best.objective ? "optimal" : "within-gap",
    ...near.around(best),
  };
}

/**
 * What to open, keep, close and move within a budget, so that most weight is served within `radius`: nobody is served farther, and
 * `turnedAway` are those for whom there is no place near. The objective is the weight served, and the bound what no plan serves more
 * than.
 *
 * @throws RangeError as `coverageClasses` and `checkedTerms`.
 */
export function planCoverage(table: CostTable, radius: number, question: Omit<PlanQuestion, "turnedAway">): PlanAnswer {
  const classes = coverageClasses(table, radius);
  // Dearer than being turned away: no place is taken by someone too far.
  return covered(planSites(farTable(classes, table.sites, 2), { ...question, turnedAway: 1 }), classes);
}

/** Plans, and those that differ by a site opened, closed or exchanged. */
class Neighbourhood {
  readonly #table: CostTable;
  readonly #plan: BoundedPlan;
  readonly #seen = new Map<string, Plan>();

  constructor(table: CostTable, plan: BoundedPlan) {
    this.#table = table;
    this.#plan = plan;
  }

  /** Nothing changes: within any budget. */
  get standing(): Plan {
    return this.#served(this.#plan.terms.flatMap((each, site) => (each.kind === "candidate" ? [] : [site])));
  }

  /** `undefined` where it costs more than the budget, or moves a site nowhere. */
  planOf(sites: readonly number[]): Plan | undefined {
    const open = new Set(sites);
    const spent = spending(this.#plan.terms, (site) => open.has(site))?.spent ?? Infinity;
    return spent > this.#plan.budget + 1e-9 ? undefined : this.#served(sites);
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
    const runnersUp = this.#changes(plan.sites)
      .flatMap((sites): readonly Choice[] => {
        const other = this.planOf(sites);
        return other === undefined ? [] : [{ sites: other.sites, objective: other.objective }];
      })
      .toSorted((one, other) => one.objective - other.objective)
      .slice(0, SHOWN);
    const next = this.#closed(plan.sites)
      .map((site) => ({ site, objective: this.#served([...plan.sites, site]).objective }))
      .toSorted((one, other) => one.objective - other.objective)
      .slice(0, SHOWN);
    return { runnersUp, next };
  }

  /** The first better plan, those looked at first whose nearest sites alone would pay least: capacities only make it dearer. */
  #better(plan: Plan): Plan | undefined {
    const hopes = this.#changes(plan.sites)
      .map((sites) => ({ sites, least: this.#uncrowded(sites) }))
      .filter(({ least }) => least < plan.objective * (1 - 1e-9))
      .toSorted((one, other) => one.least - other.least);
    for (const { sites } of hopes) {
      const other = this.planOf(sites);
      if (other !== undefined && other.objective < plan.objective * (1 - 1e-9)) return other;
    }
    return undefined;
  }

  #changes(sites: readonly number[]): readonly (readonly number[])[] {
    const { terms } = this.#plan;
    const closed = this.#closed(sites);
    const leaving = sites.filter((site) => terms[site]?.kind !== "kept");
    const without = (site: number): readonly number[] => sites.filter((each) => each !== site);
    return [
      ...closed.map((site) => [...sites, site]),
      ...leaving.map(without),
      ...leaving.flatMap((site) => closed.map((opened) => [...without(site), opened])),
    ];
  }

  #closed(sites: readonly number[]): readonly number[] {
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

  #served(given: readonly number[]): Plan {
    const sites = given.toSorted((one, other) => one - other);
    const known = this.#seen.get(sites.join());
    if (known !== undefined) return known;
    const { terms, turnedAway } = this.#plan;
    const { cost, weight, demands, sites: columns } = this.#table;
    const open = new Set(sites);
    const rows = Array.from({ length: demands }, (_, row) => row).filter((row) => (weight[row] ?? 0) > 0);
    const served = transport({
      cost: rows.map((row) => sites.map((site) => cost[row * columns + site] ?? Infinity)),
      weight: rows.map((row) => weight[row] ?? 0),
      capacity: sites.map((site) => terms[site]?.capacity ?? Infinity),
      turnedAway,
    });
    const { spent, moves } = spending(terms, (site) => open.has(site)) ?? { spent: Infinity, moves: [] };
    const plan = { sites, ...served, spent, moves };
    this.#seen.set(sites.join(), plan);
    return plan;
  }
}
