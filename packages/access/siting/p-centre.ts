import { around, gapBetween, type SitingAnswer } from "./answer.ts";
import { checkedChoice, weighted, type CostTable } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import { fewestExactly } from "./exact.ts";
import { few, fewest, type CoverOptions } from "./set-cover.ts";

/**
 * p-centre (Hakimi 1964): the `p` sites for which the demand farthest from its site is least far. Weights count only by being there: a
 * demand of nobody is left out, and one of a single person counts as much as a town.
 *
 * The answer is one of the costs of the table: the least within which `p` sites cover all, found by halving (Minieka 1970).
 *
 * @throws RangeError as `weighted` and `checkedChoice`.
 */
export function pCentre(table: CostTable, p: number, { keep = [], stop = () => false, exact }: CoverOptions = {}): SitingAnswer {
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
  /** A cover by sites within one of the radii; `undefined` when some demand has none. */
  const coverAt = (at: number, cover: typeof few): ReturnType<typeof few> | undefined => {
    const covering = coverageClasses(table, radii[at] ?? 0).map((each) => each.sites);
    return covering.some((each) => each.length === 0) ? undefined : cover(covering, columns, keep);
  };
  // An answer is at `until`; it is proven that none is under `possible`.
  let [until, possible] = [radii.indexOf(objective), 0];
  const look = (cover: typeof few): void => {
    for (let from = possible; from < until && !stop();) {
      const middle = Math.floor((from + until) / 2);
      const found = coverAt(middle, cover);
      if (found !== undefined && found.sites.length <= p) {
        sites = fill(found.sites);
        objective = farthest(sites);
        until = Math.min(middle, radii.indexOf(objective));
      } else {
        if ((found?.bound ?? Infinity) > p) possible = middle + 1;
        from = middle + 1;
      }
    }
  };
  // Soon a good answer; then the radii that the bound alone rules out; then what is left, by trying.
  look(few);
  for (let above = until; possible < above && !stop();) {
    const middle = Math.floor((possible + above) / 2);
    if ((coverAt(middle, few)?.bound ?? Infinity) > p) possible = middle + 1;
    else above = middle;
  }
  look((...question) => {
    const proven = exact === undefined ? undefined : fewestExactly(exact, ...question);
    return proven === undefined ? fewest(...question, stop, p) : { sites: proven, bound: proven.length };
  });
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
