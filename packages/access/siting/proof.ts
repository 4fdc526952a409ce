import type { Rows } from "./rows.ts";

/** When an objective is good enough, and which bound that proves. The least is best. */
export interface Sought {
  /** What a choice must cost at most to be looked for, once one of that objective is known. */
  readonly limitOf: (objective: number) => number;
  /** The bound that holds when choices above the limit of the best are left out, and `found` is under all others not seen. */
  readonly boundOf: (best: number, found: number) => number;
}

/**
 * What is sought of rows. Sums of whole numbers are whole: a bound above 41 then proves 42. Other objectives that differ by less than
 * rounding does are the same.
 */
export function soughtOf(rows: Rows, isWhole: boolean, enough: (objective: number) => number): Sought {
  const most = rows.cap.reduce((sum, each) => sum + each, 0);
  const grain = isWhole ? Math.min(0.5, Math.max(1e-6, 1e-13 * most)) : 1e-13 * most;
  const better = (objective: number): number => objective - (isWhole ? 1 - grain : grain);
  // A grain more than is asked, so that what is left out is still enough once rounding is taken off.
  const limitOf = (objective: number): number => Math.min(better(objective), enough(objective) + grain);
  const boundOf = (best: number, found: number): number => {
    const limit = limitOf(best);
    const leftOut = limit === better(best) ? best : limit;
    const proven = Math.min(found, leftOut);
    if (proven >= best - grain) return best;
    return Math.max(0, Math.min(isWhole ? Math.ceil(proven - grain) : proven, best));
  };
  return { limitOf, boundOf };
}

/**
 * Checks the gap that is enough.
 *
 * @throws RangeError when it is not a share.
 */
export function checkedEnough(enough: number): void {
  if (!(enough >= 0 && enough < 1)) throw new RangeError(`A gap of ${enough} is not a share: give 0 or more, and less than 1.`);
}
