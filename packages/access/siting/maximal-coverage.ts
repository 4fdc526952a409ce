import { gapBetween, nearChoices, type SitingAnswer } from "./answer.ts";
import { branch } from "./branching.ts";
import { checkedChoice, type CostTable } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import { covered } from "./covered.ts";
import type { MedianOptions } from "./p-median.ts";
import { checkedEnough, soughtOf } from "./proof.ts";
import { rowsOfClasses } from "./rows.ts";

/**
 * Maximal covering (MCLP; Church and ReVelle 1974): the `p` sites that leave fewest people farther than `radius`. The objective is the
 * weight covered, and the bound what no choice covers more than.
 *
 * It is a p-median where it costs nothing to be within the radius and one to be beyond it (Church and ReVelle 1976), over demands
 * merged by the sites that cover them.
 *
 * @throws RangeError as `coverageClasses` and `checkedChoice`, or when the gap that is enough is not a share.
 */
export function maximalCoverage(table: CostTable, p: number, radius: number, options: MedianOptions = {}): SitingAnswer {
  const { keep = [], seed = 1, steps = 2_000, branches = 3_000, enough = 0, stop = () => false } = options;
  checkedChoice(table.sites, p, keep);
  checkedEnough(enough);
  const classes = coverageClasses(table, radius);
  const rows = rowsOfClasses(classes, table.sites);
  const total = rows.cap.reduce((sum, weight) => sum + weight, 0);
  // More of those covered, by the gap.
  const better = (beyond: number): number => total - (total - beyond) / (1 - enough);
  const sought = soughtOf(rows, rows.cap.every(Number.isInteger), better);
  const { best, bound: found } = branch({ rows, p, keep, seed, steps, branches, limitOf: sought.limitOf, stop });
  const bound = sought.boundOf(best.objective, found);
  const answer: SitingAnswer = {
    ...best,
    bound,
    gap: gapBetween(best.objective, bound),
    proof: bound === best.objective ? "optimal" : "within-gap",
    ...nearChoices(rows, best, keep),
  };
  return covered(answer, classes);
}
