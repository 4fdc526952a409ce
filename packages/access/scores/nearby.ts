import type { Reach } from "./reach.ts";

/** The nearest supply of a demand, or that none is within reach: neither zero nor infinity says that. */
export type Nearest = { readonly kind: "reached"; readonly supply: number; readonly cost: number } | { readonly kind: "none" };

/** The nearest supply of each demand, in the unit of the reach; of two at the same cost, the first. */
export function nearestOf({ demands, starts, supplyOf, cost }: Reach): readonly Nearest[] {
  return Array.from({ length: demands }, (_, row): Nearest => {
    let best = -1;
    for (let pair = starts[row] ?? 0; pair < (starts[row + 1] ?? 0); pair++)
      if (best < 0 || (cost[pair] ?? 0) < (cost[best] ?? 0)) best = pair;
    return best < 0 ? { kind: "none" } : { kind: "reached", supply: supplyOf[best] ?? 0, cost: cost[best] ?? 0 };
  });
}

/** How many supplies each demand reaches at a cost of at most `within`. */
export function countWithin({ demands, starts, cost }: Reach, within: number): Uint32Array {
  return Uint32Array.from({ length: demands }, (_, row) => {
    let count = 0;
    for (let pair = starts[row] ?? 0; pair < (starts[row + 1] ?? 0); pair++) if ((cost[pair] ?? 0) <= within) count++;
    return count;
  });
}

/**
 * How many people reach each supply at a cost of at most `within`.
 *
 * @throws RangeError when `people` does not have one number a demand.
 */
export function peopleWithin(
  { demands, supplies, starts, supplyOf, cost }: Reach,
  people: ArrayLike<number>,
  within: number,
): Float64Array {
  if (people.length !== demands) throw new RangeError(`There are ${people.length} numbers of people for ${demands} places.`);
  const reaching = new Float64Array(supplies);
  for (let row = 0; row < demands; row++)
    for (let pair = starts[row] ?? 0; pair < (starts[row + 1] ?? 0); pair++) {
      const column = supplyOf[pair] ?? 0;
      if ((cost[pair] ?? 0) <= within) reaching[column] = (reaching[column] ?? 0) + (people[row] ?? 0);
    }
  return reaching;
}
