import { gapBetween, type SitingAnswer } from "./answer.ts";
import type { CostTable } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import { checkedChoice } from "./costs.ts";
import { mostCoveredExactly, type ExactSolver } from "./exact.ts";
import { pMedian, provenMedian, type MedianOptions } from "./p-median.ts";

export interface CoverageOptions extends MedianOptions {
  /** Asked first: ours answers what it leaves unproven. */
  readonly exact?: ExactSolver;
}

/**
 * Maximal covering (MCLP; Church and ReVelle 1974): the `p` sites that leave fewest people farther than `radius`. The objective is the
 * weight covered, and the bound what no choice covers more than.
 *
 * It is a p-median where it costs nothing to be within the radius and one to be beyond it (Church and ReVelle 1976), over demands
 * merged by the sites that cover them. Beyond some hundreds of places, an exact solver proves what branches of ours do not.
 *
 * @throws RangeError as `coverageClasses` and `checkedChoice`.
 */
export function maximalCoverage(table: CostTable, p: number, radius: number, options: CoverageOptions = {}): SitingAnswer {
  const { exact, keep = [] } = options;
  checkedChoice(table.sites, p, keep);
  const classes = coverageClasses(table, radius);
  const total = classes.reduce((sum, { weight }) => sum + weight, 0);
  const cost = new Float64Array(classes.length * table.sites).fill(1);
  for (const [row, { sites }] of classes.entries()) for (const site of sites) cost[row * table.sites + site] = 0;
  const weight = Float64Array.from(classes, (each) => each.weight);
  const merged = { demands: classes.length, sites: table.sites, cost, weight };
  const best = exact === undefined ? undefined : mostCoveredExactly(exact, classes, table.sites, p, keep);
  const median = best === undefined ? pMedian(merged, p, options) : provenMedian(merged, best, keep);
  const covered = <Each extends { readonly objective: number }>(each: Each): Each => ({
    ...each,
    objective: total - each.objective,
  });
  const [objective, bound] = [total - median.objective, total - median.bound];
  return {
    ...median,
    objective,
    bound,
    gap: gapBetween(objective, bound),
    runnersUp: median.runnersUp.map(covered),
    next: median.next.map(covered),
  };
}
