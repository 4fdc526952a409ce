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
  const classes: { readonly sites: readonly number[]; readonly demands: number[]; weight: number }[] = [];
  const known = new Map<number, number[]>();
  for (let row = 0; row < demands; row++) {
    const own = weight[row] ?? 0;
    if (own === 0) continue;
    const covering: number[] = [];
    let hash = 0;
    for (let site = 0, at = row * sites; site < sites; site++, at++)
      if ((cost[at] ?? Infinity) <= radius) {
        covering.push(site);
        hash = Math.imul(hash ^ site, 0x9e3779b1) + 1;
      }
    const alike = known.get(hash) ?? [];
    const twin = alike.map((each) => classes[each]).find((each) => each !== undefined && isSame(each.sites, covering));
    if (twin === undefined) {
      known.set(hash, [...alike, classes.length]);
      classes.push({ sites: covering, demands: [row], weight: own });
    } else {
      twin.demands.push(row);
      twin.weight += own;
    }
  }
  return classes;
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);
