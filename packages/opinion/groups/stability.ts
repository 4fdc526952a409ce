import { componentsOf } from "../components/components.ts";
import { placesOf } from "../components/places.ts";
import { drawsFrom } from "../numbers/random.ts";
import { votesOf, type VoteMatrix } from "../votes/matrix.ts";
import { groupings, type Groups } from "./groups.ts";
import type { Rules } from "./rules.ts";

/** How a bootstrap is drawn. */
export interface Draws {
  readonly draws: number;
  /** At most so many people in a draw: beyond, a draw is smaller than the consultation, and stability is judged with more severity. */
  readonly people: number;
  readonly seed: number;
}

export const someDraws: Draws = { draws: 40, people: 1_000, seed: 1 };

/**
 * How well each group of each grouping is found again when people are drawn anew, with return, and everything is done again: the mean over
 * draws of the greatest index of Jaccard between the group and one of the new ones, among the people drawn. 1 when always found.
 *
 * Source: Hennig 2007, "Cluster-wise assessment of cluster stability"; draws of fewer than all, Bickel and others 1997.
 *
 * @param counted the people who count, by their places in the matrix; `found` has their groups in that order.
 * @returns for each grouping, the stability of its groups by number.
 */
export function stabilityOf(
  matrix: VoteMatrix,
  counted: Int32Array,
  found: readonly Groups[],
  rules: Rules,
  { draws, people, seed }: Draws,
): readonly (readonly number[])[] {
  const draw = drawsFrom(seed);
  const sums = found.map(({ sizes }) => new Float64Array(sizes.length));
  const seen = found.map(({ sizes }) => new Float64Array(sizes.length));
  for (let time = 0; time < draws; time++) {
    const drawn = Int32Array.from({ length: Math.min(people, counted.length) }, () => Math.floor(draw() * counted.length)).sort();
    const sample = votesOf(
      matrix,
      drawn.map((at) => counted[at] ?? 0),
    );
    const again = groupings(placesOf(sample, componentsOf(sample)), rules);
    for (const [which, groups] of found.entries()) {
      const same = again.find(({ sizes }) => sizes.length === groups.sizes.length) ?? again[0];
      for (const [group, index] of jaccards(groups, drawn, same).entries()) {
        if (index === undefined) continue;
        sums[which]?.set([(sums[which][group] ?? 0) + index], group);
        seen[which]?.set([(seen[which][group] ?? 0) + 1], group);
      }
    }
  }
  return sums.map((own, which) => Array.from(own, (sum, group) => sum / Math.max(1, seen[which]?.[group] ?? 0)));
}

/** For each group, the greatest index of Jaccard with a new one, over the people drawn (once each); nothing when none of it was drawn. */
function jaccards({ of, sizes }: Groups, drawn: Int32Array, again: Groups | undefined): readonly (number | undefined)[] {
  const width = again?.sizes.length ?? 1;
  const both = sizes.map(() => new Float64Array(width));
  const others = new Float64Array(width);
  for (const [row, at] of drawn.entries()) {
    if (row > 0 && drawn[row - 1] === at) continue;
    const other = again?.of[row] ?? 0;
    const own = both[of[at] ?? 0];
    if (own !== undefined) own[other] = (own[other] ?? 0) + 1;
    others[other] = (others[other] ?? 0) + 1;
  }
  return both.map((own) => {
    const size = own.reduce((sum, each) => sum + each, 0);
    return size === 0 ? undefined : Math.max(...own.map((each, other) => each / (size + (others[other] ?? 0) - each)));
  });
}
