import { gapBetween, type SitingAnswer } from "./answer.ts";
import { cheapestCover } from "./cheapest-cover.ts";
import { checkedKeep, type CostTable } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import type { ExactSolver } from "./exact.ts";
import type { Choice } from "./interchange.ts";
import { checkedEnough } from "./proof.ts";

export interface CoverOptions {
  /** Sites that stay open, and count. */
  readonly keep?: readonly number[];
  /** Branches of the proof. 3,000 by default. */
  readonly branches?: number;
  /** The gap at which an answer is good enough, as a share; 0, by default, asks for the best. */
  readonly enough?: number;
  /** Asked at each step: the best answer so far is given, with its gap. */
  readonly stop?: () => boolean;
  /** Asked where branches are too many. */
  readonly exact?: ExactSolver;
}

export interface PricedCoverOptions extends CoverOptions {
  /** What each site costs, 0 or more; 1 without it: the fewest sites are then the cheapest. */
  readonly prices?: readonly number[];
}

export interface CoverAnswer extends SitingAnswer {
  /** Demands that no site covers; the answer is about the others. */
  readonly beyond: readonly number[];
}

const SHOWN = 5;

/**
 * Location set covering (LSCP; Toregas, Swain, ReVelle and Bergman 1971): the sites of least price, or the fewest, with which every
 * demand that can be is within `radius` of one. The objective is the sum of their prices, those kept included. How it is found and
 * proven: `cheapestCover`. All that can be covered is: `next` is empty, one more site would gain nothing.
 *
 * @throws RangeError as `coverageClasses` and `checkedKeep`, or when a price is missing, negative or not finite.
 */
export function setCover(table: CostTable, radius: number, options: PricedCoverOptions = {}): CoverAnswer {
  const { keep = [], stop = () => false, enough = 0, branches, exact } = options;
  checkedKeep(table.sites, keep);
  checkedEnough(enough);
  const prices = checkedPrices(table.sites, options.prices);
  const classes = coverageClasses(table, radius);
  const beyond = classes.flatMap(({ sites, demands }) => (sites.length === 0 ? demands : []));
  const lists = classes.map(({ sites }) => sites).filter((sites) => sites.length > 0);
  const best = cheapestCover({
    lists,
    prices,
    keep,
    stop,
    enough,
    ...(branches === undefined ? {} : { branches }),
    ...(exact === undefined ? {} : { exact }),
  });
  const { sites, objective, bound } = best;
  return {
    sites,
    objective,
    bound,
    gap: gapBetween(objective, bound),
    proof: objective === bound ? "optimal" : "within-gap",
    runnersUp: exchanged(lists, prices, best, keep),
    next: [],
    beyond,
  };
}

function checkedPrices(sites: number, prices: readonly number[] | undefined): Float64Array {
  if (prices === undefined) return new Float64Array(sites).fill(1);
  if (prices.length !== sites) throw new RangeError(`${sites} sites have ${prices.length} prices: give one each.`);
  const wrong = prices.findIndex((price) => !(price >= 0 && price < Infinity));
  if (wrong >= 0) throw new RangeError(`Site ${wrong} costs ${prices[wrong]}: give 0 or more.`);
  return Float64Array.from(prices);
}

/** The cheapest covers that differ by one site: the other must meet all lists that are met by the one alone. */
function exchanged(
  lists: readonly (readonly number[])[],
  prices: Float64Array,
  { sites }: Choice,
  keep: readonly number[],
): readonly Choice[] {
  const open = new Set(sites);
  const alone = new Map(sites.map((site): readonly [number, (readonly number[])[]] => [site, []]));
  for (const list of lists) {
    const meeting = list.filter((site) => open.has(site));
    if (meeting.length === 1) alone.get(meeting[0] ?? -1)?.push(list);
  }
  const others = Array.from(prices.keys()).filter((site) => !open.has(site));
  const found = sites
    .filter((site) => !keep.includes(site))
    .flatMap((closed) => {
      const needed = alone.get(closed) ?? [];
      const able = needed.reduce((left, list) => left.filter((site) => list.includes(site)), others);
      return able.map((opened) => ({ closed, opened, more: (prices[opened] ?? 0) - (prices[closed] ?? 0) }));
    });
  return found
    .toSorted((one, other) => one.more - other.more)
    .slice(0, SHOWN)
    .map(({ closed, opened }): Choice => {
      const next = sites.map((site) => (site === closed ? opened : site)).sort((one, other) => one - other);
      return { sites: next, objective: next.reduce((sum, site) => sum + (prices[site] ?? 0), 0) };
    });
}
