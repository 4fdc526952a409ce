import { gapBetween, type SitingAnswer } from "./answer.ts";
import { cheapestCover, type CheapestCover } from "./cheapest-cover.ts";
import { checkedChoice, weighted, type CostTable } from "./costs.ts";
import { coverageClasses } from "./coverage.ts";
import { Farthest } from "./farthest.ts";
import { checkedEnough } from "./proof.ts";
import type { CoverOptions } from "./set-cover.ts";

/** Branches that a first answer is worth, at each radius. */
const FEW_BRANCHES = 30;

/**
 * p-centre (Hakimi 1964): the `p` sites for which the demand farthest from its site is least far. Weights count only by being there: a
 * demand of nobody is left out, and one of a single person counts as much as a town.
 *
 * The answer is one of the costs of the table: the least within which `p` sites cover all, found by halving (Minieka 1970).
 *
 * @throws RangeError as `weighted` and `checkedChoice`.
 */
export function pCentre(table: CostTable, p: number, options: CoverOptions = {}): SitingAnswer {
  const { keep = [], stop = () => false, enough = 0, branches, exact } = options;
  checkedEnough(enough);
  checkedChoice(table.sites, p, keep);
  weighted(table);
  const columns = table.sites;
  const farthest = new Farthest(table);
  const prices = new Float64Array(columns).fill(1);
  const fill = (sites: readonly number[]): readonly number[] => {
    const others = Array.from({ length: columns }, (_, site) => site).filter((site) => !sites.includes(site));
    return [...sites, ...others.slice(0, p - sites.length)].toSorted((one, other) => one - other);
  };
  let sites = fill(farthest.spread(p, keep));
  let objective = farthest.of(sites);
  // Nobody is nearer than to the nearest of all sites, and the answer is no farther than a known one.
  const radii = farthest.costsBetween(farthest.of([...prices.keys()]), objective);
  /** The fewest sites within one of the radii, or as few as asked for. */
  const coverAt = (at: number, effort: number | undefined): CheapestCover => {
    const lists = coverageClasses(table, radii[at] ?? 0).map((each) => each.sites);
    return cheapestCover({
      lists,
      prices,
      keep,
      stop,
      within: p,
      ...(effort === undefined ? {} : { branches: effort }),
      ...(exact === undefined || effort === FEW_BRANCHES ? {} : { exact }),
    });
  };
  // An answer is at `until`; it is proven that none is under `possible`.
  let [until, possible] = [radii.indexOf(objective), 0];
  const isEnough = (): boolean => gapBetween(objective, radii[possible] ?? objective) <= enough;
  const look = (effort: number | undefined): void => {
    for (let from = possible; from < until && !isEnough() && !stop();) {
      const middle = Math.floor((from + until) / 2);
      const found = coverAt(middle, effort);
      if (found.sites.length <= p) {
        sites = fill(found.sites);
        objective = farthest.of(sites);
        until = Math.min(middle, radii.indexOf(objective));
      } else {
        if (found.bound > p) possible = middle + 1;
        from = middle + 1;
      }
    }
  };
  // Soon a good answer, with the radii that are soon ruled out; then what is left.
  look(FEW_BRANCHES);
  look(branches);
  const bound = Math.min(objective, radii[possible] ?? objective);
  return {
    sites,
    objective,
    bound,
    gap: gapBetween(objective, bound),
    proof: bound === objective ? "optimal" : "within-gap",
    ...farthest.around(sites, keep),
  };
}
