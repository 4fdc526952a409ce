/** What it costs each demand to go to each site: a full table, one row a demand. */
export interface CostTable {
  readonly demands: number;
  readonly sites: number;
  /** Row by row, in any unit, 0 or more. Length `demands × sites`. */
  readonly cost: Float64Array;
  /** How much each demand counts: people, or people times their need. 0 or more. */
  readonly weight: Float64Array;
}

/**
 * Costs times weights, checked.
 *
 * @throws RangeError when a length is wrong, or a number is negative or not finite; the message has its row and column, from 0.
 */
export function weighted({ demands, sites, cost, weight }: CostTable): Float64Array {
  if (cost.length !== demands * sites || weight.length !== demands)
    throw new RangeError(
      `${demands} demands and ${sites} sites make ${demands * sites} costs and ${demands} weights: there are ${cost.length} and ${weight.length}.`,
    );
  const paid = new Float64Array(cost.length);
  for (let row = 0, at = 0; row < demands; row++) {
    const own = weight[row] ?? -1;
    for (let site = 0; site < sites; site++, at++) {
      const each = cost[at] ?? -1;
      const amount = each * own;
      if (!(each >= 0 && own >= 0 && amount < Infinity))
        throw new RangeError(
          `Demand ${row} weighs ${weight[row]} and pays ${cost[at]} to site ${site}: both are 0 or more, and finite.`,
        );
      paid[at] = amount;
    }
  }
  return paid;
}

/**
 * Checks which sites are kept.
 *
 * @throws RangeError when one comes twice, or does not exist.
 */
export function checkedKeep(sites: number, keep: readonly number[]): void {
  const known = keep.every((site) => Number.isInteger(site) && site >= 0 && site < sites);
  if (!known || new Set(keep).size < keep.length)
    throw new RangeError(`The sites kept (${keep.join(", ")}) must be different, from 0 to ${sites - 1}.`);
}

/**
 * Checks how many sites are asked for, and which are kept.
 *
 * @throws RangeError when there are fewer sites than asked for, or the sites kept are more, repeated or unknown.
 */
export function checkedChoice(sites: number, p: number, keep: readonly number[]): void {
  if (!Number.isInteger(p) || p < 1 || p > sites) throw new RangeError(`${p} of ${sites} sites can't be chosen.`);
  checkedKeep(sites, keep);
  if (keep.length > p) throw new RangeError(`The sites kept (${keep.join(", ")}) are more than the ${p} asked for.`);
}
