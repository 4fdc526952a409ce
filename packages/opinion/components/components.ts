import { votesByPerson, type VoteMatrix } from "../votes/matrix.ts";
import { deviationsOf } from "./deviations.ts";
import { dense, leading, type Search } from "./spectrum.ts";
import { scatter, together, type Together } from "./together.ts";

/** The two directions along which votes differ most. */
export interface Components {
  /** The mean vote on each statement. */
  readonly means: Float64Array;
  /** What each statement weighs in the two directions, each of length 1; all 0 when there is nothing along it. */
  readonly axes: readonly [Float64Array, Float64Array];
  /** The share of the scatter of votes along each direction, from 0 to 1. */
  readonly explained: readonly [number, number];
}

/**
 * The principal components of the votes, missing ones at the mean of their statement (Small and others 2021), exactly: searched in the votes
 * themselves, and where that is long, in what statements have together. Both ways end as near as `RESIDUAL` says.
 */
export function componentsOf(matrix: VoteMatrix): Components {
  const deviations = deviationsOf(matrix);
  const search = leading(deviations, [], patience(matrix));
  if (search.state === "settled") return components(search, deviations);
  const pairs = together(matrix);
  const scattered = dense(scatter(pairs, deviations.means), pairs.size);
  return components(leading(scattered, vectorsOf(search)), deviations);
}

/** Votes are read for images twice, by two vectors: as many times as counting the pairs of each person's votes would cost. */
function patience(matrix: VoteMatrix): number {
  const pairs = votesByPerson(matrix).reduce((sum, votes) => sum + (votes * (votes + 1)) / 2, 0);
  return Math.floor(pairs / Math.max(1, 4 * matrix.vote.length));
}

/**
 * The components of votes already counted together.
 *
 * @param before former axes: the search starts from them, and the new ones point the same way. Without them, an axis points where its
 *   heaviest statement weighs more than 0.
 */
export function componentsFrom(
  { size }: Together,
  means: Float64Array,
  scattered: Float64Array,
  before?: Components["axes"],
): Components {
  const matrix = dense(scattered, size);
  return components(leading(matrix, before), { means, trace: matrix.trace }, before);
}

function components(
  { found }: Search,
  { means, trace }: { readonly means: Float64Array; readonly trace: number },
  before?: Components["axes"],
): Components {
  const axis = (at: 0 | 1): Float64Array => pointed(found[at]?.vector ?? new Float64Array(means.length), before?.[at]);
  const share = (at: 0 | 1): number => (trace > 0 ? (found[at]?.value ?? 0) / trace : 0);
  return { means, axes: [axis(0), axis(1)], explained: [share(0), share(1)] };
}

const vectorsOf = ({ found }: Search): readonly Float64Array[] => found.map(({ vector }) => vector);

function pointed(axis: Float64Array, before: Float64Array | undefined): Float64Array {
  let towards = 0;
  let heaviest = 0;
  for (const [at, weight] of axis.entries()) {
    towards += weight * (before?.[at] ?? 0);
    if (Math.abs(weight) > Math.abs(heaviest) * (1 + 1e-9)) heaviest = weight;
  }
  // The axes may have changed places or turned square to the former ones, which then say nothing.
  const sign = Math.abs(towards) > 1e-6 ? towards : heaviest;
  return sign < 0 ? axis.map((weight) => -weight) : axis;
}
