import { describe, expect, it } from "vitest";
import { adjustedRand } from "./groups/rand-index.ts";
import { opinionMap } from "./map/opinion-map.ts";
import { drawsFrom } from "./numbers/random.ts";
import { planted } from "./opinion.fixture.ts";
import { matrixOf, type VoteMatrix } from "./votes/matrix.ts";

/** What most would do: each missing vote at the mean of its statement, then k-means (Lloyd 1982), the best of ten starts by chance. */
function filledKMeans({ people, statements, rowStart, statementOf, vote }: VoteMatrix, count: number, seed: number): Int32Array {
  const wide = statements.length;
  const sums = new Float64Array(wide);
  const seen = new Float64Array(wide);
  for (const [at, statement] of statementOf.entries()) {
    sums[statement] = sums[statement]! + vote[at]!;
    seen[statement] = seen[statement]! + 1;
  }
  const means = sums.map((sum, at) => sum / Math.max(1, seen[at]!));
  const rows = people.map((_, person) => {
    const row = Float64Array.from(means);
    for (let at = rowStart[person]!; at < rowStart[person + 1]!; at++) row[statementOf[at]!] = vote[at]!;
    return row;
  });
  const square = (one: Float64Array, other: Float64Array): number =>
    one.reduce((sum, each, at) => sum + (each - other[at]!) ** 2, 0);
  const draw = drawsFrom(seed);
  let best: { of: Int32Array; spread: number } = { of: new Int32Array(rows.length), spread: Infinity };
  for (let start = 0; start < 10; start++) {
    let centres = Array.from({ length: count }, () => rows[Math.floor(draw() * rows.length)]!);
    let of = new Int32Array(rows.length).fill(-1);
    for (let round = 0; round < 50; round++) {
      const next = Int32Array.from(rows, (row) => {
        const away = centres.map((centre) => square(row, centre));
        return away.indexOf(Math.min(...away));
      });
      if (next.every((each, at) => each === of[at])) break;
      of = next;
      centres = centres.map((centre, group) => {
        const own = rows.filter((_, at) => of[at] === group);
        return own.length === 0 ? centre : centre.map((__, at) => own.reduce((sum, row) => sum + row[at]!, 0) / own.length);
      });
    }
    const spread = rows.reduce((sum, row, at) => sum + square(row, centres[of[at]!]!), 0);
    if (spread < best.spread) best = { of, spread };
  }
  return best.of;
}

/** The mean agreement with the planted groups over three drawings, ours without knowing how many there are. */
function recovered(sizes: readonly number[], missing: number): { readonly ours: number; readonly filled: number } {
  const runs = [1, 2, 3].map((seed) => {
    const { ballots, groupOf } = planted({ sizes, statements: 60, missing, seed });
    const matrix = matrixOf(ballots);
    const truth = matrix.people.map((name) => groupOf[Number(name.slice(1))]!);
    return {
      ours: adjustedRand(truth, opinionMap(matrix, { draws: null }).groupOf),
      filled: adjustedRand(truth, filledKMeans(matrix, sizes.length, seed)),
    };
  });
  const mean = (of: "ours" | "filled"): number =>
    Math.round((100 * runs.reduce((sum, run) => sum + run[of], 0)) / runs.length) / 100;
  return { ours: mean("ours"), filled: mean("filled") };
}

describe("planted groups, 60 statements", () => {
  it.each([
    [[120, 80], 0.05, 1],
    [[120, 80], 0.7, 0.95],
    [[120, 80], 0.8, 0.85],
    [[100, 60, 40], 0.05, 1],
    [[100, 60, 40], 0.7, 0.95],
    // Two directions do not tell four groups apart as three would: k-means over all statements, told how many there are, finds more.
    [[80, 60, 40, 20], 0.3, 0.85],
    [[70, 50, 40, 25, 15], 0.3, 0.8],
  ])("%j, %f of the votes missing: at least %f found", (sizes, missing, least) => {
    const { ours, filled } = recovered(sizes, missing);
    expect(ours).toBeGreaterThanOrEqual(least);
    if (sizes.length <= 3 && missing <= 0.7) expect(ours).toBeGreaterThanOrEqual(filled);
  });
});
