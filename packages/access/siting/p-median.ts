import { gapBetween, type SitingAnswer } from "./answer.ts";
import { checkedChoice, weighted, type CostTable } from "./costs.ts";
import { Bounding, nearestPaid } from "./bounding.ts";
import { randomFrom } from "./random.ts";
import { exchanges, interchange, objectiveOf, type Choice } from "./interchange.ts";

export interface MedianOptions {
  /** Sites that stay open, among the `p`. */
  readonly keep?: readonly number[];
  /** The same seed gives the same answer. */
  readonly seed?: number;
  /** Steps of the bound, most of the time spent. 2,000 by default. */
  readonly steps?: number;
  /** The gap at which an answer is good enough, as a share; 0, by default, asks for the best. */
  readonly enough?: number;
  /** Asked at each step: the best answer so far is given, with its gap. */
  readonly stop?: () => boolean;
}

const RUNNERS_UP = 5;
const ROUNDS_WITHOUT_GAIN = 20;
const NODES = 3_000;
const STEPS_A_NODE = 120;

/**
 * p-median (Hakimi 1964): the `p` sites for which the sum of weight × cost to the nearest site is least.
 *
 * The answer is found by exchanges (Teitz and Bart 1968) from the choices that the bound proposes; the bound is that of the Lagrangian
 * relaxation of the assignments, by subgradients, then by a tree of sites opened or ruled out (Narula, Ogbu and Samuelsson 1977;
 * Beasley 1985).
 *
 * @throws RangeError as `weighted` and `checkedChoice`, or when the gap that is enough is not a share.
 */
export function pMedian(table: CostTable, p: number, options: MedianOptions = {}): SitingAnswer {
  const { keep = [], seed = 1, steps = 2_000, enough = 0, stop = () => false } = options;
  const { sites: columns } = table;
  checkedChoice(columns, p, keep);
  if (!(enough >= 0 && enough < 1)) throw new RangeError(`A gap of ${enough} is not a share: give 0 or more, and less than 1.`);
  const paid = weighted(table);
  const kept = new Set(keep);
  // Sums of whole numbers are whole: a bound above 41 then proves 42.
  const isWhole = paid.every(Number.isInteger);
  const tried = new Set<string>();
  let best = interchange(paid, columns, greedy(paid, columns, p, keep), kept);
  const attempt = (start: readonly number[]): void => {
    const key = start.toSorted((one, other) => one - other).join();
    if (tried.has(key)) return;
    tried.add(key);
    const found = interchange(paid, columns, start, kept);
    if (found.objective < best.objective) best = found;
  };
  /** What a choice must cost less than to be looked for: a whole unit less than the best, among whole numbers. */
  const limit = (): number =>
    Math.min(isWhole ? best.objective - 1 + 1e-6 : best.objective * (1 - 1e-12), best.objective * (1 - enough));
  const bounding = new Bounding({ paid, columns, p, kept: keep, price: nearestPaid(paid, columns, best.sites) });
  const tighten = (node: Bounding, times: number, tries: number): boolean => {
    node.begin();
    for (let step = 0; step < times && !node.isSpent && !stop(); step++) {
      const rose = node.step(best.objective);
      if (step % tries === 0 || (rose && tries < 100)) attempt(node.proposed);
      if (node.bound > limit()) return true;
      if (rose && node.reduce(limit())) return true;
    }
    return false;
  };
  let isClosed = tighten(bounding, steps, 10);
  const random = randomFrom(seed);
  for (let round = 0; round < ROUNDS_WITHOUT_GAIN && !isClosed && !stop(); round++) {
    const before = best.objective;
    attempt(shaken(best.sites, columns, kept, random));
    if (best.objective < before) round = -1;
  }
  if (!isClosed && !stop()) {
    let nodes = 0;
    // The last node opened is looked at first: a choice is soon complete, and few nodes wait.
    const waiting = [bounding];
    while (waiting.length > 0 && nodes < NODES && !stop()) {
      const node = waiting.pop();
      if (node === undefined || node.bound > limit() || node.reduce(limit())) continue;
      nodes += 1;
      if (node !== bounding && tighten(node, STEPS_A_NODE, 50)) continue;
      const site = node.undecided;
      if (site === undefined) attempt(node.proposed);
      else waiting.push(node.without(site), node.with(site));
    }
    isClosed = waiting.length === 0;
  }
  const proven = isClosed ? Math.max(bounding.bound, enough > 0 ? limit() : best.objective) : bounding.bound;
  const bound = Math.min(isWhole ? Math.ceil(proven - 1e-6) : proven, best.objective);
  return {
    ...best,
    bound,
    gap: gapBetween(best.objective, bound),
    proof: bound === best.objective ? "optimal" : "within-gap",
    ...around(paid, columns, best, kept),
  };
}

/** The answer of `pMedian` around sites that are known to be the best: what else is near, and the next site. */
export function provenMedian(table: CostTable, sites: readonly number[], keep: readonly number[]): SitingAnswer {
  const paid = weighted(table);
  const objective = objectiveOf(paid, table.sites, sites);
  const best = { sites, objective };
  return { ...best, bound: objective, gap: 0, proof: "optimal", ...around(paid, table.sites, best, new Set(keep)) };
}

/** Opens the most useful site, again and again. */
function greedy(paid: Float64Array, columns: number, p: number, keep: readonly number[]): readonly number[] {
  const chosen = [...keep];
  const now = nearestPaid(paid, columns, chosen);
  const then = new Float64Array(columns);
  while (chosen.length < p) {
    then.fill(0);
    for (let row = 0; row < now.length; row++)
      for (let site = 0; site < columns; site++)
        then[site] = (then[site] ?? 0) + Math.min(now[row] ?? Infinity, paid[row * columns + site] ?? Infinity);
    let best = -1;
    for (let site = 0; site < columns; site++)
      if (!chosen.includes(site) && (best < 0 || (then[site] ?? 0) < (then[best] ?? 0))) best = site;
    chosen.push(best);
    for (let row = 0; row < now.length; row++) now[row] = Math.min(now[row] ?? Infinity, paid[row * columns + best] ?? Infinity);
  }
  return chosen;
}

/** Some sites of a choice, exchanged at random: a new place to begin from, not far. */
function shaken(sites: readonly number[], columns: number, kept: ReadonlySet<number>, random: () => number): readonly number[] {
  const others = Array.from({ length: columns }, (_, site) => site).filter((site) => !sites.includes(site));
  const next = [...sites];
  const times = Math.max(2, Math.round(sites.length / 5));
  for (let time = 0; time < times && others.length > 0; time++) {
    const at = Math.floor(random() * next.length);
    const from = Math.floor(random() * others.length);
    const [leaving = 0, coming = 0] = [next[at], others[from]];
    if (kept.has(leaving)) continue;
    next[at] = coming;
    others[from] = leaving;
  }
  return next;
}

function around(
  paid: Float64Array,
  columns: number,
  best: Choice,
  kept: ReadonlySet<number>,
): Pick<SitingAnswer, "runnersUp" | "next"> {
  const near = exchanges(paid, columns, best.sites, kept).toSorted((one, other) => other.saved - one.saved);
  const runnersUp = near.slice(0, RUNNERS_UP).map(({ opened, closed }): Choice => {
    const sites = best.sites.map((site) => (site === closed ? opened : site)).sort((one, other) => one - other);
    return { sites, objective: objectiveOf(paid, columns, sites) };
  });
  const next = near
    .map(({ opened }) => ({ site: opened, objective: objectiveOf(paid, columns, [...best.sites, opened]) }))
    .sort((one, other) => one.objective - other.objective)
    .slice(0, RUNNERS_UP);
  return { runnersUp, next };
}
