import { gapBetween } from "./answer.ts";
import { cheapestCover } from "./cheapest-cover.ts";
import { weighted, type CostTable } from "./costs.ts";
import { coverageClasses, type CoverageClass } from "./coverage.ts";
import { farTable } from "./covered.ts";
import { planExactly, type ExactSolver } from "./exact.ts";
import { Neighbourhood, type Plan } from "./neighbourhood.ts";
import type { PlanAnswer } from "./plan.ts";
import { checkedTerms, type SiteTerms } from "./terms.ts";

export interface PlanCoverQuestion {
  /** One a site: what it costs to open, close or move it, and how much it serves. */
  readonly terms: readonly SiteTerms[];
  /** What may be spent; without it, any sum. */
  readonly budget?: number;
  /** Asked at each step: the best plan so far is given, with its gap. */
  readonly stop?: () => boolean;
  /** Asked where sites move or have capacities, and the model is small enough for it. */
  readonly exact?: ExactSolver;
}

/** A plan that serves everyone it must, or that there is none. */
export type Found<Answer> =
  | { readonly kind: "found"; readonly plan: Answer }
  /** `impossible`: no plan serves everyone within the budget. `not found`: one may. At least `bound` must be spent. */
  | { readonly kind: "impossible" | "not found"; readonly bound: number };

export interface CoverPlan extends PlanAnswer {
  /** Demands that no site covers; the plan is about the others. */
  readonly beyond: readonly number[];
}

const SHOWN = 5;
/** Changes of one site that are looked at, those that spend least. */
export const MOST_TRIES = 2_000;

/**
 * What to open, keep, close and move so that everyone whom a site can cover is served within `radius`, capacities kept to, and least is
 * spent: location set covering with prices. The objective is what is spent, below zero where closing gives back more.
 *
 * Without capacities nor sites that move, the cheapest cover, proven (`cheapestCover`). With them, an exact solver; what it leaves is
 * planned by adding sites until nobody is turned away, then by cheaper changes of one or two sites, over the bound of the cheapest
 * cover.
 *
 * @throws RangeError as `coverageClasses` and `checkedTerms`.
 */
export function planCover(table: CostTable, radius: number, question: PlanCoverQuestion): Found<CoverPlan> {
  const { budget = Infinity, stop = () => false } = question;
  checkedTerms(table.sites, question.terms, budget);
  const { near, plan, bound, beyond } = cheapestWithin(table, radius, question);
  if (plan === undefined || plan.spent > budget + 1e-9)
    return { kind: bound === Infinity || bound > budget + 1e-9 ? "impossible" : "not found", bound };
  return {
    kind: "found",
    plan: {
      ...plan,
      objective: plan.spent,
      bound,
      gap: gapBetween(plan.spent, bound),
      proof: plan.spent === bound ? "optimal" : "within-gap",
      runnersUp: cheaperFirst(near, plan, budget, stop),
      // Everyone is served: one more site gains nothing.
      next: [],
      beyond,
    },
  };
}

/** The cheapest plan found within a radius, which may spend more than the budget, and what none spends less than. */
export function cheapestWithin(
  table: CostTable,
  radius: number,
  { terms, budget = Infinity, stop = () => false, exact }: PlanCoverQuestion,
): {
  readonly near: Neighbourhood;
  readonly plan?: Plan;
  readonly bound: number;
  readonly beyond: readonly number[];
} {
  const classes = coverageClasses(table, radius);
  const beyond = classes.flatMap(({ sites, demands }) => (sites.length === 0 ? demands : []));
  const within = classes.filter(({ sites }) => sites.length > 0);
  const near = neighbourhoodWithin(within, table.sites, terms, budget);
  const lists = within.map(({ sites }) => sites);
  const question = exact === undefined ? { terms, stop } : { terms, stop, exact };
  return { near, ...cheapestPlan(near, lists, question), beyond };
}

/** Plans in which nobody is served by a site farther than the radius of these classes. */
export function neighbourhoodWithin(
  classes: readonly CoverageClass[],
  columns: number,
  terms: readonly SiteTerms[],
  budget: number,
): Neighbourhood {
  // Dearer than being turned away: no place is taken by someone too far.
  const far = farTable(classes, columns, 2);
  return new Neighbourhood(far, { paid: weighted(far), weight: far.weight, columns, terms, budget, turnedAway: 1 });
}

type Cheapest = Required<Pick<PlanCoverQuestion, "terms" | "stop">> & Pick<PlanCoverQuestion, "exact">;

/** The cheapest plan found that turns nobody away, and what none costs less than: `Infinity` where there is none. */
function cheapestPlan(
  near: Neighbourhood,
  lists: readonly (readonly number[])[],
  { terms, stop, exact }: Cheapest,
): { readonly plan?: Plan; readonly bound: number } {
  const everything = near.served([...terms.keys()]);
  if (!near.servesAll(everything)) return { bound: Infinity };
  const cover = relaxedCover(lists, terms, stop);
  const isSimple = terms.every(({ kind, capacity = Infinity }) => kind !== "movable" && capacity === Infinity);
  if (isSimple) {
    const plan = near.served(cover.sites);
    return { plan, bound: cover.proof === "optimal" ? plan.spent : cover.bound };
  }
  // Without the budget: what it takes to serve everyone is then known where it is more.
  const proven = exact === undefined ? undefined : planExactly(exact, { ...near.plan, budget: Infinity }, "least is spent");
  const best = proven === undefined ? undefined : near.served(proven);
  if (best !== undefined && near.servesAll(best)) return { plan: best, bound: best.spent };
  const plan = cheaper(near, completed(near, near.served([...new Set([...near.standing.sites, ...cover.sites])])), stop);
  // What is spent is a sum, its bound too: they may differ by rounding.
  return { plan, bound: Math.abs(plan.spent - cover.bound) < 1e-9 ? plan.spent : Math.min(plan.spent, cover.bound) };
}

/** The cheapest cover of sites of any capacity, of which those that move may stay too, and go where it is cheapest. */
function relaxedCover(
  lists: readonly (readonly number[])[],
  terms: readonly SiteTerms[],
  stop: () => boolean,
): { readonly sites: readonly number[]; readonly bound: number; readonly proof: "optimal" | "within-gap" } {
  const moving = terms.reduce((least, each) => (each.kind === "movable" ? Math.min(least, each.cost) : least), Infinity);
  const prices = Float64Array.from(terms, (each) => {
    if (each.kind === "candidate") return Math.min(each.cost, moving);
    // Closing what gives back nothing is no gain; keeping what would is a price.
    return each.kind === "closable" ? Math.max(0, -each.cost) : 0;
  });
  const keep = terms.flatMap((each, site) => (each.kind !== "candidate" && prices[site] === 0 ? [site] : []));
  const back = terms.reduce((sum, each) => (each.kind === "closable" ? sum + Math.min(0, each.cost) : sum), 0);
  const { sites, objective, bound } = cheapestCover({ lists, prices, keep, stop });
  return { sites, bound: back + bound, proof: objective === bound ? "optimal" : "within-gap" };
}

/** Opens the site with which fewest are turned away, until none are. */
function completed(near: Neighbourhood, start: Plan): Plan {
  let plan = start;
  while (!near.servesAll(plan)) {
    const { sites, turnedAway } = plan;
    const opened = near.closed(sites).map((site) => near.served([...sites, site]));
    const next = opened.reduce((best, each) => (each.turnedAway < best.turnedAway ? each : best), plan);
    // Two sites may help where neither does alone.
    plan = next.turnedAway < turnedAway ? next : near.served([...sites, ...near.closed(sites)]);
  }
  return plan;
}

/** Cheaper changes of one or two sites that still serve everyone, until there is none. */
function cheaper(near: Neighbourhood, start: Plan, stop: () => boolean): Plan {
  for (let plan = start; ;) {
    const next = near
      .spendingLess(plan.sites, plan.spent - 1e-9)
      .slice(0, MOST_TRIES)
      .find((sites) => !stop() && near.servesAll(near.served(sites)));
    if (next === undefined) return plan;
    plan = near.served(next);
  }
}

function cheaperFirst(near: Neighbourhood, plan: Plan, budget: number, stop: () => boolean): PlanAnswer["runnersUp"] {
  const found: Plan[] = [];
  for (const sites of near.spendingLess(plan.sites, budget + 1e-9).slice(0, MOST_TRIES)) {
    if (found.length === SHOWN || stop()) break;
    const other = near.served(sites);
    if (near.servesAll(other)) found.push(other);
  }
  return found.map(({ sites, spent }) => ({ sites, objective: spent }));
}
