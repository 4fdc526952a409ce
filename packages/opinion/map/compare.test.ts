import { expect, it } from "vitest";
import { listOf, planted } from "../opinion.fixture.ts";
import { ballotsOf, type Ballot } from "../votes/ballots.ts";
import { matrixOf } from "../votes/matrix.ts";
import { withAndWithout } from "./compare.ts";

const { ballots } = planted({ sizes: [40, 30], statements: 20, missing: 0.3, seed: 4, faithful: 0.95 });
const list = listOf(ballots);
/** Two hundred new people agree with one statement, all at once, and vote on nothing else. */
const burst = Array.from({ length: 200 }, (_, at): Ballot => ({ person: `b${at}`, statement: "s0", vote: 1, at: 10_000 + at }));

it("shows what a burst of like votes changes, and that it moves no group", () => {
  const matrix = matrixOf(ballotsOf([...list, ...burst]));
  const place = matrix.statements.indexOf("s0");
  const isBurst = (person: number): boolean => matrix.people[person]!.startsWith("b");
  const found = withAndWithout(matrix, isBurst, { draws: null });
  expect(found.votesOut).toBe(200);
  expect(found.sameGroups).toBe(1);
  expect(found.whole.all.agree[place]! - found.without.all.agree[place]!).toBe(200);
});

it("is the same on both sides when nothing is left out", () => {
  const found = withAndWithout(matrixOf(ballots), () => false, { draws: null });
  expect(found).toMatchObject({ votesOut: 0, sameGroups: 1, consensusLost: [], consensusGained: [] });
});
