import { around, gapBetween, type SitingAnswer } from "./answer.ts";
import { checkedChoice, weighted, type CostTable } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import { fewest, type CoverOptions } from "./set-cover.ts";

/**
 * p-centre (Hakimi 1964): the `p` sites for which the demand farthest from its site is least far. Weights count only by being there: a
 * demand of nobody is left out, and one of a single person counts as much as a town.
 *
 * The answer is one of the costs of the table: the least within which `p` sites cover all, found by halving (Minieka 1970).
 *
 * @throws RangeError as `weighted` and `checkedChoice`.
 */
export function pCentre(table: CostTable, p: number, { keep = [], stop = () => false }: CoverOptions = {}): SitingAnswer {
  checkedChoice(table.sites, p, keep);
  weighted(table);
  const { demands, sites: columns, cost, weight } = table;
  const rows = Array.from({ length: demands }, (_, row) => row).filter((row) => (weight[row] ?? 0) > 0);
  const farthest = (sites: readonly number[]): number =>
    rows.reduce(
      (most, row) =>
        Math.max(
          most,
          sites.reduce((least, site) => Math.min(least, cost[row * columns + site] ?? Infinity), Infinity),
        ),
      0,
    );
  const radii = [...new Set(rows.flatMap((row) => [...cost.subarray(row * columns, (row + 1) * columns)]))].toSorted(
    (one, other) => one - other,
  );
  const fill = (sites: readonly number[]): readonly number[] => {
    const others = Array.from({ length: columns }, (_, site) => site).filter((site) => !sites.includes(site));
    return [...sites, ...others.slice(0, p - sites.length)].toSorted((one, other) => one - other);
  };
  let sites = fill(keep);
  let objective = farthest(sites);
  // No choice is known under `from`, an answer is at `until`; it is proven that none is under `possible`.
  let [from, until, possible] = [0, radii.indexOf(objective), 0];
  while (from < until && !stop()) {
    const middle = Math.floor((from + until) / 2);
    const covering = coverageClasses(table, radii[middle] ?? 0).map((each) => each.sites);
    const isCoverable = covering.every((each) => each.length > 0);
    const cover = isCoverable ? fewest(covering, columns, keep, stop) : undefined;
    if (cover !== undefined && cover.sites.length <= p) {
      sites = fill(cover.sites);
      objective = farthest(sites);
      until = Math.min(middle, radii.indexOf(objective));
    } else {
      if (cover === undefined || cover.bound > p) possible = middle + 1;
      from = middle + 1;
    }
  }
  const bound = Math.min(objective, radii[possible] ?? objective);
  return {
    sites,
    objective,
    bound,
    gap: gapBetween(objective, bound),
    proof: bound === objective ? "optimal" : "within-gap",
    ...around(columns, sites, new Set(keep), farthest),
  };
}
