import { gapBetween, type SitingAnswer } from "./answer.ts";
import { weighted, type CostTable } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import { covered, farTable } from "./covered.ts";
import { planExactly, type ExactSolver } from "./exact.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import { PlanBound, type BoundedPlan } from "./plan-bound.ts";
import { checkedTerms, type Move, type SiteTerms } from "./terms.ts";

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
  const found = exact === undefined ? undefined : planExactly(exact, plan, "people pay least");
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
