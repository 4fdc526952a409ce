import type { VoteMatrix } from "../votes/matrix.ts";
import type { Symmetric } from "./spectrum.ts";

/** The scatter of votes around their means, as what it makes of vectors: never held. */
export interface Deviations extends Symmetric {
  /** The mean vote on each statement, over those who voted on it; 0 where nobody did. */
  readonly means: Float64Array;
}

/**
 * The scatter of votes, from the votes: a missing one is at the mean and adds nothing, so that an image costs two passes over the votes.
 * Nothing is multiplied on the way: each of the three votes on each statement has its deviation, times a vector, once for all people.
 */
export function deviationsOf({ people, statements, rowStart, statementOf, vote }: VoteMatrix): Deviations {
  const size = statements.length;
  const boxOf = new Int32Array(vote.length);
  const counts = new Float64Array(3 * size);
  for (let place = 0; place < vote.length; place++) {
    const box = 3 * (statementOf[place] ?? 0) + (vote[place] ?? 0) + 1;
    boxOf[place] = box;
    counts[box] = (counts[box] ?? 0) + 1;
  }
  const means = Float64Array.from(statements, (_, at) => {
    const [disagree, pass, agree] = [counts[3 * at] ?? 0, counts[3 * at + 1] ?? 0, counts[3 * at + 2] ?? 0];
    return (agree - disagree) / Math.max(1, agree + pass + disagree);
  });
  const away = counts.map((_, box) => (box % 3) - 1 - (means[Math.floor(box / 3)] ?? 0));
  const trace = away.reduce((sum, each, box) => sum + each * each * (counts[box] ?? 0), 0);

  const images = ([one = new Float64Array(size), other = new Float64Array(size)]: readonly Float64Array[]) => {
    const [first, second] = [one, other].map((vector) => away.map((each, box) => each * (vector[Math.floor(box / 3)] ?? 0)));
    const [toFirst, toSecond] = [new Float64Array(3 * size), new Float64Array(3 * size)];
    for (let person = 0; person < people.length; person++) {
      const [from, to] = [rowStart[person] ?? 0, rowStart[person + 1] ?? 0];
      let [x, y] = [0, 0];
      for (let place = from; place < to; place++) {
        const box = boxOf[place] ?? 0;
        x += first?.[box] ?? 0;
        y += second?.[box] ?? 0;
      }
      for (let place = from; place < to; place++) {
        const box = boxOf[place] ?? 0;
        toFirst[box] = (toFirst[box] ?? 0) + x;
        toSecond[box] = (toSecond[box] ?? 0) + y;
      }
    }
    return [toFirst, toSecond].map((sums) =>
      Float64Array.from(means, (_, at) => {
        const [disagree, pass, agree] = [3 * at, 3 * at + 1, 3 * at + 2];
        return (
          (sums[disagree] ?? 0) * (away[disagree] ?? 0) +
          (sums[pass] ?? 0) * (away[pass] ?? 0) +
          (sums[agree] ?? 0) * (away[agree] ?? 0)
        );
      }),
    );
  };
  return { size, trace, means, images: (vectors) => images(vectors).slice(0, vectors.length) };
}
