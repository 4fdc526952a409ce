import type { SitingAnswer } from "./answer.ts";
import { checkedChoice, type CostTable } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import { covered, farTable } from "./covered.ts";
import { mostCoveredExactly, type ExactSolver } from "./exact.ts";
import { pMedian, provenMedian, type MedianOptions } from "./p-median.ts";

export interface CoverageOptions extends Omit<MedianOptions, "enough"> {
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
  const merged = farTable(classes, table.sites, 1);
  const best = exact === undefined ? undefined : mostCoveredExactly(exact, classes, table.sites, p, keep);
  return covered(best === undefined ? pMedian(merged, p, options) : provenMedian(merged, best, keep), classes);
}
