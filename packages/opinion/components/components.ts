import type { VoteMatrix } from "../votes/matrix.ts";
import { leading } from "./spectrum.ts";
import { meanVotes, scatter, together, type Together } from "./together.ts";

/** The two directions along which votes differ most. */
export interface Components {
  /** The mean vote on each statement. */
  readonly means: Float64Array;
  /** What each statement weighs in the two directions, each of length 1; all 0 when there is nothing along it. */
  readonly axes: readonly [Float64Array, Float64Array];
  /** The share of the scatter of votes along each direction, from 0 to 1. */
  readonly explained: readonly [number, number];
}

/** The principal components of the votes, missing ones at the mean of their statement (Small and others 2021), exactly. */
export function componentsOf(matrix: VoteMatrix): Components {
  const pairs = together(matrix);
  const means = meanVotes(pairs);
  return componentsFrom(pairs, means, scatter(pairs, means));
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
  const found = leading(scattered, size, 2, before);
  let whole = 0;
  for (let at = 0; at < size; at++) whole += scattered[at * size + at] ?? 0;
  const axis = (at: 0 | 1): Float64Array => pointed(found[at]?.vector ?? new Float64Array(size), before?.[at]);
  const share = (at: 0 | 1): number => (whole > 0 ? (found[at]?.value ?? 0) / whole : 0);
  return { means, axes: [axis(0), axis(1)], explained: [share(0), share(1)] };
}

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
