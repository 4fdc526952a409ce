import type { VoteMatrix } from "../votes/matrix.ts";
import type { Components } from "./components.ts";

/**
 * Where each person stands along the two components: `x` at `2 * person`, `y` after it. What they did not vote on is at the mean, which
 * would pull those who voted little to the middle: the sum of what they did vote is stretched by √(statements / votes).
 *
 * Source: Small and others 2021, the sparsity correction of their projections.
 */
export function placesOf(matrix: VoteMatrix, components: Components): Float64Array {
  const places = new Float64Array(2 * matrix.people.length);
  for (let person = 0; person < matrix.people.length; person++) {
    const from = matrix.rowStart[person] ?? 0;
    const to = matrix.rowStart[person + 1] ?? 0;
    const [x, y] = placeOf(matrix.statementOf.subarray(from, to), matrix.vote.subarray(from, to), components);
    places[2 * person] = x;
    places[2 * person + 1] = y;
  }
  return places;
}

/** Where someone stands who voted so: the places of statements, and the vote on each. */
export function placeOf(
  statements: ArrayLike<number>,
  votes: ArrayLike<number>,
  components: Components,
): readonly [number, number] {
  const { means, axes } = components;
  let [x, y] = [0, 0];
  for (let at = 0; at < votes.length; at++) {
    const statement = statements[at] ?? 0;
    const away = (votes[at] ?? 0) - (means[statement] ?? 0);
    x += away * (axes[0][statement] ?? 0);
    y += away * (axes[1][statement] ?? 0);
  }
  const stretch = Math.sqrt(means.length / Math.max(1, votes.length));
  return [x * stretch, y * stretch];
}
