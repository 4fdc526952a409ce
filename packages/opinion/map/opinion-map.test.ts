import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustedRand } from "../groups/rand-index.ts";
import { careful } from "../groups/rules.ts";
import { wilson } from "../numbers/intervals.ts";
import { listOf, planted } from "../opinion.fixture.ts";
import { ballotsOf, type Ballot } from "../votes/ballots.ts";
import { matrixOf } from "../votes/matrix.ts";
import { LiveVotes } from "./live.ts";
import { opinionMap } from "./opinion-map.ts";

const crowd = planted({ sizes: [60, 40, 25], statements: 30, missing: 0.5, seed: 7, faithful: 0.95 });

describe("a map of opinions", () => {
  it("is the same whatever the order of votes, people and statements", () => {
    const wanted = opinionMap(matrixOf(crowd.ballots), { draws: null });
    const list = listOf(crowd.ballots);
    fc.assert(
      fc.property(fc.shuffledSubarray([...list], { minLength: list.length }), (shuffled) => {
        expect(opinionMap(matrixOf(ballotsOf(shuffled)), { draws: null })).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });

  it("finds planted groups again, and says that they are stable", () => {
    const found = opinionMap(matrixOf(crowd.ballots));
    const truth = found.matrix.people.map((name) => crowd.groupOf[Number(name.slice(1))] ?? -1);
    expect(found.groups.map(({ size }) => size)).toHaveLength(3);
    expect(adjustedRand(truth, found.groupOf)).toBeGreaterThan(0.9);
    for (const { stability } of found.groups) expect(stability).toBeGreaterThan(0.6);
  });

  it("has no group under the minimum, and none at all when few answer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 12 }), fc.nat(), (people, smallest, seed) => {
        const { ballots } = planted({ sizes: [people, 3], statements: 12, missing: 0.3, seed, faithful: 0.3 });
        const rules = { ...careful, smallestGroup: smallest };
        const { groups, counted } = opinionMap(matrixOf(ballots), { rules, draws: null });
        for (const { size } of groups) expect(size).toBeGreaterThanOrEqual(smallest);
        if (counted.length < rules.fewestPeople) expect(groups).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("has no group under the minimum, whatever the former groups", () => {
    const matrix = matrixOf(crowd.ballots);
    const labels = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: matrix.people.length, maxLength: matrix.people.length });
    fc.assert(
      fc.property(labels, fc.integer({ min: 2, max: 40 }), (given, smallestGroup) => {
        const former = new Map(matrix.people.map((name, person) => [name, given[person]!]));
        const { groups } = opinionMap(matrix, { rules: { ...careful, smallestGroup }, draws: null, former });
        for (const { size } of groups) expect(size).toBeGreaterThanOrEqual(smallestGroup);
      }),
      { numRuns: 20 },
    );
  });

  it("never divides on what all vote alike on", () => {
    const drawn = fc.record({ seed: fc.nat(), statement: fc.integer({ min: 0, max: 19 }), vote: fc.constantFrom(1, -1, 0) });
    fc.assert(
      fc.property(drawn, ({ seed, statement, vote }) => {
        const { ballots } = planted({ sizes: [40, 30, 20], statements: 20, missing: 0.4, seed, faithful: 0.9 });
        const alike = listOf(ballots).map((each) => (each.statement === `s${statement}` ? { ...each, vote } : each));
        const { divisions, consensus, matrix } = opinionMap(matrixOf(ballotsOf(alike)), { draws: null });
        const place = matrix.statements.indexOf(`s${statement}`);
        expect(divisions.some((each) => each.statement === place)).toBe(false);
        expect(consensus.some((each) => each.statement === place)).toBe(vote !== 0);
      }),
      { numRuns: 30 },
    );
  });
});

describe("a consultation that others had answered", () => {
  const list = listOf(crowd.ballots);
  it("has the same shares when everyone comes twice", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { ballots } = planted({ sizes: [60, 40, 25], statements: 30, missing: 0.5, seed, faithful: 0.95 });
        const once = listOf(ballots);
        const again = once.map((each) => ({ ...each, person: `${each.person} again` }));
        const mapOf = (list: readonly Ballot[]) => opinionMap(matrixOf(ballotsOf(list)), { draws: null });
        const [whole, twice] = [mapOf(once), mapOf([...once, ...again])];
        expect(twice.groups.map(({ size }) => size)).toEqual(whole.groups.map(({ size }) => 2 * size));
        for (const [one, other] of [
          [whole.all, twice.all],
          ...whole.byGroup.map((each, group) => [each, twice.byGroup[group]!] as const),
        ] as const)
          for (const side of ["agree", "disagree", "pass"] as const)
            expect([...other[side]]).toEqual([...one[side]].map((count) => 2 * count));
      }),
      { numRuns: 15 },
    );
  });

  it("keeps what people agree on when one person in twenty leaves, wherever the interval allows it", () => {
    const { people } = crowd.ballots;
    const left = Math.floor(people.length / 20);
    const leavers = fc.shuffledSubarray([...people], { minLength: left, maxLength: left });
    // All agree on the first statements: something is agreed on whoever the groups are.
    const agreed = list.map((each) => (["s0", "s1", "s2"].includes(each.statement) ? { ...each, vote: 1 } : each));
    const before = opinionMap(matrixOf(ballotsOf(agreed)), { draws: null });
    const holds = ({ share, of }: { readonly share: number; readonly of: number }): boolean =>
      wilson(share * of - left, of - left).from > 0.5;
    const sure = before.consensus.filter(({ share, byGroup }) => holds(share) && byGroup.every(holds));
    expect(sure.length).toBeGreaterThanOrEqual(3);
    fc.assert(
      fc.property(leavers, (gone) => {
        const stayed = agreed.filter(({ person }) => !gone.includes(person));
        const after = opinionMap(matrixOf(ballotsOf(stayed)), { draws: null });
        const named = after.consensus.map(({ statement, side }) => `${after.matrix.statements[statement]} ${side}`);
        for (const { statement, side } of sure) expect(named).toContain(`${before.matrix.statements[statement]} ${side}`);
      }),
      { numRuns: 20 },
    );
  });
});

describe("one more vote", () => {
  it("gives the components that all votes together give", () => {
    const list = listOf(crowd.ballots);
    const live = new LiveVotes(matrixOf(ballotsOf(list.slice(0, -200))));
    for (const { person, statement, vote } of list.slice(-200)) live.vote(person, statement, vote);
    const [alive, whole] = [live.map({ draws: null }), opinionMap(matrixOf(crowd.ballots), { draws: null })];
    for (const [at, mean] of whole.components.means.entries()) expect(alive.components.means[at]).toBe(mean);
    for (const axis of [0, 1] as const) {
      const along = whole.components.axes[axis].reduce((sum, each, at) => sum + each * alive.components.axes[axis][at]!, 0);
      expect(Math.abs(along)).toBeCloseTo(1, 9);
    }
    expect(adjustedRand(alive.groupOf, whole.groupOf)).toBe(1);
  });

  it("starts from nothing", () => {
    const list = listOf(crowd.ballots);
    const live = new LiveVotes(matrixOf(ballotsOf([], crowd.ballots.statements)));
    for (const { person, statement, vote } of list.slice(0, 500)) live.vote(person, statement, vote);
    const whole = opinionMap(matrixOf(ballotsOf(list.slice(0, 500), crowd.ballots.statements)), { draws: null });
    for (const axis of [0, 1] as const) expect(live.components.explained[axis]).toBeCloseTo(whole.components.explained[axis], 9);
  });

  it("leaves groups and their numbers as they are, but for a few people", () => {
    const list = listOf(crowd.ballots);
    const late = list.filter((_vote, at) => at % 6 === 0);
    const live = new LiveVotes(matrixOf(ballotsOf(list.filter((_vote, at) => at % 6 !== 0))));
    let before = live.map({ draws: null });
    for (let from = 0; from < late.length; from += 50) {
      for (const { person, statement, vote } of late.slice(from, from + 50)) live.vote(person, statement, vote);
      const after = live.map({ draws: null });
      const groupOf = new Map(before.matrix.people.map((name, person) => [name, before.groupOf[person]!]));
      const moved = after.matrix.people.filter((name, person) => {
        const [was, is] = [groupOf.get(name) ?? -1, after.groupOf[person]!];
        return was >= 0 && is >= 0 && was !== is;
      });
      expect(moved.length).toBeLessThanOrEqual(3);
      before = after;
    }
  });
});

it("gives shares the interval of Wilson", () => {
  const { from, to } = wilson(8, 10);
  expect(from).toBeCloseTo(0.4902, 4);
  expect(to).toBeCloseTo(0.9433, 4);
  expect(wilson(0, 0)).toEqual({ share: 0, of: 0, from: 0, to: 1 });
});
