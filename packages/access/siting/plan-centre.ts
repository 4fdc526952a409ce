import { gapBetween } from "./answer.ts";
import { weighted, type CostTable } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import { Farthest } from "./farthest.ts";
import type { Choice } from "./interchange.ts";
import type { Neighbourhood, Plan } from "./neighbourhood.ts";
import type { PlanAnswer } from "./plan.ts";
import { cheapestWithin, MOST_TRIES, neighbourhoodWithin, type Found, type PlanCoverQuestion } from "./plan-cover.ts";
import { checkedTerms } from "./terms.ts";

export interface PlanCentreQuestion extends PlanCoverQuestion {
  readonly budget: number;
}

const SHOWN = 5;

/**
 * What to open, keep, close and move within a budget so that everyone is served, capacities kept to, and who is served farthest is least
 * far: p-centre with prices. The objective is one of the costs of the table, found by halving (Minieka 1970) over the cheapest plan that
 * serves everyone within a radius (`planCover`).
 *
 * @throws RangeError as `weighted` and `checkedTerms`.
 */
export function planCentre(table: CostTable, question: PlanCentreQuestion): Found<PlanAnswer> {
  const { terms, budget, stop = () => false } = question;
  checkedTerms(table.sites, terms, budget);
  weighted(table);
  const farthest = new Farthest(table);
  const radii = farthest.costsBetween(farthest.of([...terms.keys()]), Infinity);
  let answer: { readonly at: number; readonly plan: Plan } | undefined;
  // No plan is under `possible`; `bound` is the least that must be spent at the greatest radius looked at.
  let [possible, bound] = [0, 0];
  const look = (at: number): "found" | "not found" => {
    const found = cheapestWithin(table, radii[at] ?? 0, question);
    bound = found.bound;
    if (found.plan !== undefined && found.plan.spent <= budget + 1e-9) {
      answer = { at, plan: found.plan };
      return "found";
    }
    if (found.bound > budget + 1e-9) possible = Math.max(possible, at + 1);
    return "not found";
  };
  if (look(Math.max(0, radii.length - 1)) === "not found" || answer === undefined)
    return { kind: possible > 0 ? "impossible" : "not found", bound };
  for (let [from, until] = [possible, answer.at]; from < until && !stop();) {
    const middle = Math.floor((from + until) / 2);
    if (look(middle) === "found") until = middle;
    else from = middle + 1;
  }
  const { at, plan } = answer;
  const objective = radii[at] ?? 0;
  const least = Math.min(objective, radii[possible] ?? objective);
  return {
    kind: "found",
    plan: {
      ...plan,
      objective,
      bound: least,
      gap: gapBetween(objective, least),
      proof: objective === least ? "optimal" : "within-gap",
      ...around(table, radii, question, plan),
    },
  };
}

/** What lies one site away from a plan: within the budget for those that come next, whatever it costs for one more site. */
function around(
  table: CostTable,
  radii: readonly number[],
  { terms, budget, stop = () => false }: PlanCentreQuestion,
  plan: Plan,
): Pick<PlanAnswer, "runnersUp" | "next"> {
  const nears = new Map<number, Neighbourhood>();
  const nearAt = (at: number): Neighbourhood => {
    const near = nears.get(at) ?? neighbourhoodWithin(coverageClasses(table, radii[at] ?? 0), table.sites, terms, budget);
    nears.set(at, near);
    return near;
  };
  const isServedAt = (sites: readonly number[], at: number): boolean => nearAt(at).servesAll(nearAt(at).served(sites));
  const nearest = (all: readonly (readonly number[])[]): readonly Choice[] => {
    const found: { readonly sites: readonly number[]; readonly at: number }[] = [];
    for (const sites of all) {
      if (stop()) break;
      // Only what is better than the last of those shown is worth looking for.
      let until = found.length < SHOWN ? radii.length - 1 : (found.at(-1)?.at ?? 0) - 1;
      if (until < 0 || !isServedAt(sites, until)) continue;
      for (let from = 0; from < until;) {
        const middle = Math.floor((from + until) / 2);
        if (isServedAt(sites, middle)) until = middle;
        else from = middle + 1;
      }
      found.push({ sites, at: until });
      found.sort((one, other) => one.at - other.at).splice(SHOWN);
    }
    return found.map(({ sites, at }) => ({ sites: sites.toSorted((one, other) => one - other), objective: radii[at] ?? 0 }));
  };
  const near = nearAt(radii.length - 1);
  const next = nearest(near.closed(plan.sites).map((site) => [...plan.sites, site]));
  return {
    runnersUp: nearest(near.spendingLess(plan.sites, budget + 1e-9).slice(0, MOST_TRIES)),
    next: next.map(({ sites, objective }) => ({ site: sites.find((site) => !plan.sites.includes(site)) ?? -1, objective })),
  };
}
