import type { VoteMatrix } from "../votes/matrix.ts";

/**
 * What each two statements have together, over the people who voted on both: whole numbers, from which the covariance of votes is exact
 * whatever the order of sums, and to which one more vote is added in place.
 *
 * Each is `size × size`, by rows: at `i * size + j`, the statements `i` and `j`. On the diagonal, a statement with itself.
 */
export interface Together {
  readonly size: number;
  /** How many people voted on both. */
  readonly voters: Int32Array;
  /** The sum of their votes on `i` times their votes on `j`. */
  readonly products: Int32Array;
  /** The sum of their votes on `i`. */
  readonly sums: Int32Array;
}

/**
 * Counts what each two statements have together. For each statement, its voters' other votes fall into nine boxes (three votes by three):
 * one addition for two votes of a person, in memory that stays near.
 */
export function together(matrix: VoteMatrix): Together {
  const size = matrix.statements.length;
  const { rowStart, statementOf, vote } = matrix;
  const { columnStart, personOf, placeOf } = columnsOf(matrix);
  const voters = new Int32Array(size * size);
  const products = new Int32Array(size * size);
  const sums = new Int32Array(size * size);
  const boxOf = Int32Array.from(vote, (each, place) => 3 * (statementOf[place] ?? 0) + each + 1);
  const boxes = new Int32Array(9 * size);
  for (let i = 0; i < size; i++) {
    const to = columnStart[i + 1] ?? 0;
    for (let at = columnStart[i] ?? 0; at < to; at++) {
      const place = placeOf[at] ?? 0;
      const end = rowStart[(personOf[at] ?? 0) + 1] ?? 0;
      const from = 3 * size * ((vote[place] ?? 0) + 1);
      for (let other = place; other < end; other++) {
        const box = from + (boxOf[other] ?? 0);
        boxes[box] = (boxes[box] ?? 0) + 1;
      }
    }
    for (let j = i; j < size; j++) {
      const box = (mine: number, theirs: number): number => boxes[3 * size * (mine + 1) + 3 * j + theirs + 1] ?? 0;
      const disagreed = box(-1, -1) + box(-1, 0) + box(-1, 1);
      const passed = box(0, -1) + box(0, 0) + box(0, 1);
      const agreed = box(1, -1) + box(1, 0) + box(1, 1);
      voters[i * size + j] = voters[j * size + i] = disagreed + passed + agreed;
      products[i * size + j] = products[j * size + i] = box(1, 1) + box(-1, -1) - box(1, -1) - box(-1, 1);
      sums[i * size + j] = agreed - disagreed;
      sums[j * size + i] = box(-1, 1) + box(0, 1) + box(1, 1) - box(-1, -1) - box(0, -1) - box(1, -1);
    }
    boxes.fill(0);
  }
  return { size, voters, products, sums };
}

interface Columns {
  /** Where the votes on each statement begin in `personOf` and `placeOf`: one more than there are statements. */
  readonly columnStart: Int32Array;
  /** The person of each vote on a statement, growing. */
  readonly personOf: Int32Array;
  /** Where that vote is in the matrix. */
  readonly placeOf: Int32Array;
}

function columnsOf({ people, statements, rowStart, statementOf }: VoteMatrix): Columns {
  const columnStart = new Int32Array(statements.length + 1);
  for (let place = 0; place < statementOf.length; place++) {
    const next = (statementOf[place] ?? 0) + 1;
    columnStart[next] = (columnStart[next] ?? 0) + 1;
  }
  for (let column = 0; column < statements.length; column++)
    columnStart[column + 1] = (columnStart[column + 1] ?? 0) + (columnStart[column] ?? 0);
  const free = columnStart.slice();
  const personOf = new Int32Array(statementOf.length);
  const placeOf = new Int32Array(statementOf.length);
  for (let person = 0; person < people.length; person++)
    for (let place = rowStart[person] ?? 0; place < (rowStart[person + 1] ?? 0); place++) {
      const column = statementOf[place] ?? 0;
      const next = free[column] ?? 0;
      personOf[next] = person;
      placeOf[next] = place;
      free[column] = next + 1;
    }
  return { columnStart, personOf, placeOf };
}

/** The mean vote on each statement, over those who voted on it; 0 where nobody did. */
export function meanVotes({ size, voters, sums }: Together): Float64Array {
  return Float64Array.from({ length: size }, (_, at) => {
    const count = voters[at * size + at] ?? 0;
    return count === 0 ? 0 : (sums[at * size + at] ?? 0) / count;
  });
}

/**
 * The scatter of votes around their means, statement by statement (`size × size`, by rows), where a missing vote is at the mean and so adds
 * nothing. Divided by the number of people less one, it is their covariance.
 */
export function scatter(pairs: Together, means: Float64Array): Float64Array {
  const out = new Float64Array(pairs.size * pairs.size);
  for (let i = 0; i < pairs.size; i++) scatterOf(pairs, means, i, out);
  return out;
}

/** Writes again the row and the column of one statement in a scatter: all that its mean bears on. */
export function scatterOf({ size, voters, products, sums }: Together, means: Float64Array, i: number, out: Float64Array): void {
  const mine = means[i] ?? 0;
  for (let j = 0; j < size; j++) {
    const theirs = means[j] ?? 0;
    const [ij, ji] = [i * size + j, j * size + i];
    out[ij] = out[ji] =
      (products[ij] ?? 0) - theirs * (sums[ij] ?? 0) - mine * (sums[ji] ?? 0) + mine * theirs * (voters[ij] ?? 0);
  }
}
