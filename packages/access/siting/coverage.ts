import { weighted, type CostTable } from "./costs.ts";

/** Demands that the same sites cover, counted as one. */
export interface CoverageClass {
  /** From the least. Empty for those that no site covers. */
  readonly sites: readonly number[];
  readonly weight: number;
  readonly demands: readonly number[];
}

/**
 * Which sites are within `radius` of each demand, that bound included; demands with the same sites are one class, whose weight is the
 * sum of theirs. Demands that weigh nothing are left out: nobody there waits.
 *
 * @throws RangeError as `weighted`, and when the radius is negative or not a number.
 */
export function coverageClasses(table: CostTable, radius: number): readonly CoverageClass[] {
  if (!(radius >= 0)) throw new RangeError(`A radius of ${radius} covers nothing: give 0 or more.`);
  weighted(table);
  const { demands, sites, cost, weight } = table;
  const classes = new Map<string, { readonly sites: readonly number[]; readonly demands: number[]; weight: number }>();
  for (let row = 0; row < demands; row++) {
    const own = weight[row] ?? 0;
    if (own === 0) continue;
    const covering: number[] = [];
    for (let site = 0; site < sites; site++) if ((cost[row * sites + site] ?? Infinity) <= radius) covering.push(site);
    const known = classes.get(covering.join());
    if (known === undefined) classes.set(covering.join(), { sites: covering, demands: [row], weight: own });
    else {
      known.demands.push(row);
      known.weight += own;
    }
  }
  return [...classes.values()];
}
