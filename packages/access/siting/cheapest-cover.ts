import { meetingOf, reducedCover, type Cover } from "./cover-reduction.ts";
import { cheapestExactly, type ExactSolver } from "./exact.ts";
import { fewerSites } from "./fewer-sites.ts";
import type { Choice } from "./interchange.ts";
import { soughtOf } from "./proof.ts";
import { Relaxation } from "./relaxation.ts";
import type { Rows } from "./rows.ts";
import { Search } from "./search.ts";

export interface CoverQuestion extends Cover {
  /** Sites that are open, and paid for. */
  readonly keep: readonly number[];
  readonly stop: () => boolean;
  /** A price that is good enough, above which it need only be proven that none is as low; none by default. */
  readonly within?: number;
  /** The gap at which a cover is good enough, as a share. */
  readonly enough?: number;
  /** Branches of the proof, at most. */
  readonly branches?: number;
  /** Asked where branches are too many. */
  readonly exact?: ExactSolver;
}

export interface CheapestCover extends Choice {
  /** What no cover costs less than. */
  readonly bound: number;
}

const STEPS = 1_000;
const BRANCHES = 3_000;

/**
 * The sites of least price that meet every list (none empty), and a price that no choice goes under: the lists and sites that matter,
 * covers completed from those that a Lagrangian bound proposes, and a tree of sites opened or ruled out (Beasley 1990).
 */
export function cheapestCover(question: CoverQuestion): CheapestCover {
  const { prices, keep, stop, within = -Infinity, enough = 0, branches = BRANCHES, exact } = question;
  const { lists, opened } = reducedCover(question, keep);
  const sumOf = (sites: readonly number[]): number => sites.reduce((sum, site) => sum + (prices[site] ?? 0), 0);
  const settled = sumOf(opened);
  const cover = (proposed: readonly number[]): Choice => {
    const sites = completed({ lists, prices }, proposed);
    return { sites, objective: sumOf(sites) };
  };
  const answer = (choice: Choice, bound: number): CheapestCover => {
    const sites = [...opened, ...choice.sites].toSorted((one, other) => one - other);
    // Summed in one order, so that equal choices have equal prices; a bound that is met is met in that order too.
    const objective = sumOf(sites);
    return { sites, objective, bound: bound >= choice.objective ? objective : Math.min(objective, settled + bound) };
  };
  if (lists.length === 0) return answer({ sites: [], objective: 0 }, 0);
  const rows = coverRows({ lists, prices });
  const isWhole = prices.every(Number.isInteger);
  const sought = soughtOf(rows, isWhole, (objective) => (objective + settled) * (1 - enough) - settled);
  const asked = within - settled;
  const limitOf = (objective: number): number => {
    if (within === -Infinity) return sought.limitOf(objective);
    return objective <= asked ? -Infinity : asked + 1e-6;
  };
  const search = new Search({ first: cover([]), improve: cover, limitOf, stop });
  const root = new Relaxation({
    rows,
    opening: { kind: "prices", prices },
    state: new Uint8Array(prices.length),
    price: startingPrices({ lists, prices }),
    bound: -Infinity,
  });
  const explored = (): number => {
    const price = prices[0] ?? 1;
    if (prices.every((each) => each === price)) {
      const isEnough = (count: number): boolean => root.bound > limitOf(count * price);
      search.attempt(fewerSites(rows, search.best.sites, isEnough, stop));
    }
    return search.explore(root, branches);
  };
  const found = search.tighten(root, STEPS) === "none left" ? Infinity : explored();
  const { best } = search;
  const proven = found === Infinity || exact === undefined || stop() ? undefined : cheapestExactly(exact, { lists, prices });
  if (proven !== undefined) return answer({ sites: proven, objective: sumOf(proven) }, Infinity);
  if (within === -Infinity) return answer(best, sought.boundOf(best.objective, found));
  // What was not looked for costs more than was asked: by one at least, where prices are whole.
  const above = isWhole ? asked + 1 : asked;
  return answer(best, Math.min(above, Math.max(0, isWhole ? Math.ceil(found - 1e-6) : found)));
}

/** Nothing to pay where a list is met; more than all sites together where it is not. */
function coverRows({ lists, prices }: Cover): Rows {
  const from = new Int32Array(lists.length + 1);
  for (const [row, list] of lists.entries()) from[row + 1] = (from[row] ?? 0) + list.length;
  const site = Int32Array.from(lists.flat());
  const all = prices.reduce((sum, price) => sum + price, 1);
  return {
    columns: prices.length,
    from,
    site,
    paid: new Float64Array(site.length),
    cap: new Float64Array(lists.length).fill(all),
  };
}

/** What each list would pay if the cheapest of its sites were shared by all that it meets. */
function startingPrices({ lists, prices }: Cover): Float64Array {
  const meeting = meetingOf(lists, prices.length);
  return Float64Array.from(lists, (list) =>
    list.reduce((least, site) => Math.min(least, (prices[site] ?? 0) / (meeting[site]?.length ?? 1)), Infinity),
  );
}

/** Adds to some sites those that meet most of what is left for their price (Chvátal 1979), then drops those that are not needed. */
function completed({ lists, prices }: Cover, proposed: readonly number[]): readonly number[] {
  const meeting = meetingOf(lists, prices.length);
  const times = new Int32Array(lists.length);
  const gain = Int32Array.from(meeting, (met) => met.length);
  const chosen: number[] = [];
  let left = lists.length;
  const open = (site: number): void => {
    chosen.push(site);
    for (const list of meeting[site] ?? []) {
      const before = times[list] ?? 0;
      times[list] = before + 1;
      if (before > 0) continue;
      left -= 1;
      for (const each of lists[list] ?? []) gain[each] = (gain[each] ?? 0) - 1;
    }
  };
  for (const site of proposed) if ((gain[site] ?? 0) > 0) open(site);
  while (left > 0) {
    let best = -1;
    const worth = (site: number): number => (gain[site] ?? 0) / (prices[site] ?? 0);
    for (let site = 0; site < gain.length; site++)
      if ((gain[site] ?? 0) > 0 && (best < 0 || worth(site) > worth(best))) best = site;
    open(best);
  }
  const dearest = chosen.toSorted((one, other) => (prices[other] ?? 0) - (prices[one] ?? 0) || one - other);
  const dropped = new Set<number>();
  for (const site of dearest) {
    const met = meeting[site] ?? [];
    if (!met.every((list) => (times[list] ?? 0) > 1)) continue;
    dropped.add(site);
    for (const list of met) times[list] = (times[list] ?? 0) - 1;
  }
  return chosen.filter((site) => !dropped.has(site));
}
