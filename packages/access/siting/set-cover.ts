import { around, gapBetween, type SitingAnswer } from "./answer.ts";
import type { CostTable } from "./costs.ts";
import { checkedKeep } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import { fewestExactly, type ExactSolver } from "./exact.ts";

export interface CoverOptions {
  /** Sites that stay open, and count. */
  readonly keep?: readonly number[];
  /** Asked at each branch: the best answer so far is given, with its gap. */
  readonly stop?: () => boolean;
  /** Asked first: ours answers what it leaves unproven. */
  readonly exact?: ExactSolver;
}

interface Cover {
  readonly sites: readonly number[];
  readonly bound: number;
}

export interface CoverAnswer extends SitingAnswer {
  /** Demands that no site covers; the answer is about the others. */
  readonly beyond: readonly number[];
}

const BRANCHES = 200_000;
const SUBGRADIENTS = 600;

/**
 * Location set covering (LSCP; Toregas, Swain, ReVelle and Bergman 1971): the fewest sites with which every demand that can be is within
 * `radius` of one. The objective is their number, those kept included.
 *
 * Branches on the demand that fewest sites cover; bounded by demands that no site covers two of, each of which needs a site of its own,
 * and at the root by the Lagrangian relaxation (Beasley 1990).
 *
 * @throws RangeError as `coverageClasses` and `checkedKeep`.
 */
export function setCover(table: CostTable, radius: number, options: CoverOptions = {}): CoverAnswer {
  const { keep = [], stop = () => false, exact } = options;
  checkedKeep(table.sites, keep);
  const classes = coverageClasses(table, radius);
  const beyond = classes.flatMap(({ sites, demands }) => (sites.length === 0 ? demands : []));
  const covering = classes.map(({ sites }) => sites).filter((sites) => sites.length > 0);
  const best = exact === undefined ? undefined : fewestExactly(exact, covering, table.sites, keep);
  const { sites, bound } = best === undefined ? fewest(covering, table.sites, keep, stop) : { sites: best, bound: best.length };
  const isCover = (chosen: readonly number[]): boolean => {
    const open = new Set(chosen);
    return covering.every((each) => each.some((site) => open.has(site)));
  };
  const { runnersUp } = around(table.sites, sites, new Set(keep), (chosen) => (isCover(chosen) ? chosen.length : Infinity));
  return {
    sites,
    objective: sites.length,
    bound,
    gap: gapBetween(sites.length, bound),
    proof: sites.length === bound ? "optimal" : "within-gap",
    runnersUp,
    // All that can be covered is: one more site gains nothing.
    next: [],
    beyond,
  };
}

/** Few of `columns` sites that meet every list of `covering` (none empty), soon found, and a number that no choice goes under. */
export function few(covering: Lists, columns: number, keep: readonly number[]): Cover {
  const { left, coveredBy } = remaining(covering, columns, keep);
  const cover = greedyCover(left, coveredBy);
  return { sites: [...keep, ...cover], bound: keep.length + lower(left, coveredBy, cover.length) };
}

/**
 * The fewest of `columns` sites that meet every list of `covering` (none empty), and a number that no choice goes under.
 */
export function fewest(covering: Lists, columns: number, keep: readonly number[], stop: () => boolean, enough = 0): Cover {
  const { left, coveredBy } = remaining(covering, columns, keep);
  let best = greedyCover(left, coveredBy);
  const bound = lower(left, coveredBy, best.length);
  let branches = 0;
  let unseen = 0;
  const branch = (rows: Lists, chosen: readonly number[]): void => {
    if (best.length === bound || best.length + keep.length <= enough) return;
    if (rows.length === 0) {
      if (chosen.length < best.length) best = chosen;
      return;
    }
    if (branches++ > BRANCHES || stop()) {
      unseen += 1;
      return;
    }
    if (chosen.length + apart(rows) >= best.length) return;
    const hardest = rows.reduce((least, row) => (row.length < least.length ? row : least));
    const gain = (site: number): number => rows.reduce((count, row) => count + (row.includes(site) ? 1 : 0), 0);
    const order = hardest.map((site) => ({ site, gained: gain(site) })).sort((one, other) => other.gained - one.gained);
    const tried = new Set<number>();
    for (const { site } of order) {
      // What the branches before tried with a site is not tried again without it.
      const rest = rows.filter((row) => !row.includes(site)).map((row) => row.filter((each) => !tried.has(each)));
      if (rest.every((row) => row.length > 0)) branch(rest, [...chosen, site]);
      tried.add(site);
    }
  };
  branch(left, []);
  const sites = [...keep, ...best].toSorted((one, other) => one - other);
  return { sites, bound: unseen === 0 && sites.length > enough ? sites.length : keep.length + Math.min(bound, best.length) };
}

type Lists = readonly (readonly number[])[];

/** The lists that the sites kept do not meet, and the other way round: the lists that each site meets. */
function remaining(
  covering: Lists,
  columns: number,
  keep: readonly number[],
): { readonly left: Lists; readonly coveredBy: Lists } {
  const kept = new Set(keep);
  const left = covering.filter((sites) => !sites.some((site) => kept.has(site)));
  const coveredBy = Array.from({ length: columns }, (): number[] => []);
  for (const [row, sites] of left.entries()) for (const site of sites) coveredBy[site]?.push(row);
  return { left, coveredBy };
}

const lower = (left: Lists, coveredBy: Lists, known: number): number =>
  Math.max(apart(left), Math.ceil(relaxed(left, coveredBy, known) - 1e-6));

/** The site that covers most of what is left, again and again; then those without which all is covered still are dropped. */
function greedyCover(rows: Lists, coveredBy: Lists): readonly number[] {
  const waiting = new Set(rows.keys());
  const chosen: number[] = [];
  while (waiting.size > 0) {
    let [best, most] = [-1, 0];
    for (const [site, covered] of coveredBy.entries()) {
      const gained = covered.reduce((count, row) => count + (waiting.has(row) ? 1 : 0), 0);
      if (gained > most) [best, most] = [site, gained];
    }
    chosen.push(best);
    for (const row of coveredBy[best] ?? []) waiting.delete(row);
  }
  return chosen.reduce<readonly number[]>((cover, site) => {
    const without = cover.filter((each) => each !== site);
    return rows.every((row) => row.some((each) => without.includes(each))) ? without : cover;
  }, chosen);
}

/** How many demands share no site, taken greedily: each needs a site of its own. */
function apart(rows: Lists): number {
  const taken = new Set<number>();
  let count = 0;
  for (const row of rows.toSorted((one, other) => one.length - other.length)) {
    if (row.some((site) => taken.has(site))) continue;
    for (const site of row) taken.add(site);
    count += 1;
  }
  return count;
}

/**
 * The bound of the Lagrangian relaxation, by subgradients towards the number of sites of a known cover: each demand has a price, a site
 * is open where the prices pay for it.
 */
function relaxed(rows: Lists, coveredBy: Lists, known: number): number {
  const price = Float64Array.from(rows, (row) => 1 / Math.max(...row.map((site) => coveredBy[site]?.length ?? 1)));
  const worth = new Float64Array(coveredBy.length);
  let [best, pace, idle] = [0, 2, 0];
  for (let step = 0; step < SUBGRADIENTS && pace > 1e-3 && best < known; step++) {
    worth.fill(-1);
    for (const [row, sites] of rows.entries()) for (const site of sites) worth[site] = (worth[site] ?? 0) + (price[row] ?? 0);
    const paid = price.reduce((sum, each) => sum + each, 0);
    const bound = worth.reduce((sum, each) => sum - Math.max(0, each), paid);
    if (bound > best + 1e-6) [best, idle] = [bound, 0];
    else if (++idle >= 15) [pace, idle] = [pace / 2, 0];
    const slope = rows.map((row) => row.reduce((left, site) => left - ((worth[site] ?? 0) > 0 ? 1 : 0), 1));
    // A demand that costs nothing and is served already has no price to lower.
    const square = slope.reduce((sum, each, row) => sum + (each < 0 && price[row] === 0 ? 0 : each * each), 0);
    if (square === 0) break;
    const length = (pace * (known - bound)) / square;
    for (let row = 0; row < price.length; row++) price[row] = Math.max(0, (price[row] ?? 0) + length * (slope[row] ?? 0));
  }
  return best;
}
