import { gapBetween, type SitingAnswer } from "./answer.ts";
import type { CostTable } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import { pMedian, type MedianOptions } from "./p-median.ts";

/**
 * Maximal covering (MCLP; Church and ReVelle 1974): the `p` sites that leave fewest people farther than `radius`. The objective is the
 * weight covered, and the bound what no choice covers more than.
 *
 * It is a p-median where it costs nothing to be within the radius and one to be beyond it (Church and ReVelle 1976), over demands
 * merged by the sites that cover them.
 *
 * @throws RangeError as `coverageClasses` and `pMedian`.
 */
export function maximalCoverage(table: CostTable, p: number, radius: number, options: MedianOptions = {}): SitingAnswer {
  const classes = coverageClasses(table, radius);
  const total = classes.reduce((sum, { weight }) => sum + weight, 0);
  const cost = new Float64Array(classes.length * table.sites).fill(1);
  for (const [row, { sites }] of classes.entries()) for (const site of sites) cost[row * table.sites + site] = 0;
  const weight = Float64Array.from(classes, (each) => each.weight);
  const median = pMedian({ demands: classes.length, sites: table.sites, cost, weight }, p, options);
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
