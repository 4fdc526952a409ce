import { gapBetween, nearChoices, type SitingAnswer } from "./answer.ts";
import { branch } from "./branching.ts";
import { checkedChoice, weighted, type CostTable } from "./costs.ts";
import { checkedEnough, soughtOf } from "./proof.ts";
import { rowsOf } from "./rows.ts";

export interface MedianOptions {
  /** Sites that stay open, among the `p`. */
  readonly keep?: readonly number[];
  /** The same seed gives the same answer. */
  readonly seed?: number;
  /** Steps of the first bound. 2,000 by default. */
  readonly steps?: number;
  /** Branches of the proof, most of the time spent. 3,000 by default. */
  readonly branches?: number;
  /** The gap at which an answer is good enough, as a share; 0, by default, asks for the best. */
  readonly enough?: number;
  /** Asked at each step: the best answer so far is given, with its gap. */
  readonly stop?: () => boolean;
}

/**
 * p-median (Hakimi 1964): the `p` sites for which the sum of weight × cost to the nearest site is least. How it is found and proven:
 * `branch`. Where costs times weights are not all whole, two objectives that differ by less than rounding does are the same.
 *
 * @throws RangeError as `weighted` and `checkedChoice`, or when the gap that is enough is not a share.
 */
export function pMedian(table: CostTable, p: number, options: MedianOptions = {}): SitingAnswer {
  const { keep = [], seed = 1, steps = 2_000, branches = 3_000, enough = 0, stop = () => false } = options;
  checkedChoice(table.sites, p, keep);
  checkedEnough(enough);
  const paid = weighted(table);
  const rows = rowsOf(table, paid);
  const sought = soughtOf(rows, paid.every(Number.isInteger), (objective) => objective * (1 - enough));
  const { best, bound: found } = branch({ rows, p, keep, seed, steps, branches, limitOf: sought.limitOf, stop });
  const bound = sought.boundOf(best.objective, found);
  return {
    ...best,
    bound,
    gap: gapBetween(best.objective, bound),
    proof: bound === best.objective ? "optimal" : "within-gap",
    ...nearChoices(rows, best, keep),
  };
}
