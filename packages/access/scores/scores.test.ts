import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aplSteps, weightUnder, type Decay } from "./decay.ts";
import { standardisedDemand, threeStep, twoStep, twoStepOnceMoved } from "./floating-catchment.ts";
import { countWithin, nearestOf, peopleWithin } from "./nearby.ts";
import { reachOf, reachOnceMoved, straightReach } from "./reach.ts";

const decays: readonly Decay[] = [
  { kind: "within", catchment: 20 },
  aplSteps,
  { kind: "gaussian", catchment: 30, sigma: 8 },
  { kind: "gaussian-to-edge", catchment: 30 },
];
const decay = fc.constantFrom(...decays);
const amount = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 }));

/** A small territory: who lives where, what is offered, and the minutes between them; some pairs are out of reach. */
const territory = fc
  .tuple(fc.array(amount, { minLength: 1, maxLength: 12 }), fc.array(amount, { minLength: 1, maxLength: 6 }))
  .chain(([demand, supply]) =>
    fc
      .array(fc.option(fc.integer({ min: 0, max: 45 })), {
        minLength: demand.length * supply.length,
        maxLength: demand.length * supply.length,
      })
      .map((minutes) => ({
        demand,
        supply,
        pairs: minutes.flatMap((cost, at) =>
          cost === null ? [] : [{ demand: Math.floor(at / supply.length), supply: at % supply.length, cost }],
        ),
      })),
  );
type Pair = { readonly demand: number; readonly supply: number; readonly cost: number };
const listed = (pairs: readonly Pair[]) => ({
  demand: pairs.map((pair) => pair.demand),
  supply: pairs.map((pair) => pair.supply),
  cost: pairs.map((pair) => pair.cost),
});

describe("a score of access", () => {
  it("shares what someone reaches, no more and no less, whatever the method", () => {
    fc.assert(
      fc.property(territory, decay, fc.constantFrom(twoStep, threeStep), ({ demand, supply, pairs }, how, method) => {
        const reach = reachOf(demand.length, supply.length, listed(pairs));
        const { scores, unreached } = method({ reach, demand, supply, decay: how });
        const given = scores.reduce((sum, score, at) => sum + score * (demand[at] ?? 0), 0);
        const offered = supply.reduce((sum, places, at) => sum + (unreached.includes(at) ? 0 : places), 0);
        expect(given).toBeCloseTo(offered, 6);
      }),
    );
  });

  it("is the same whatever the order of the pairs", () => {
    fc.assert(
      fc.property(territory, decay, ({ demand, supply, pairs }, how) => {
        const of = (list: readonly Pair[]) =>
          twoStep({ reach: reachOf(demand.length, supply.length, listed(list)), demand, supply, decay: how }).scores;
        expect(of(pairs.toReversed())).toEqual(of(pairs));
      }),
    );
  });

  it("is what the definition says, step by step", () => {
    const reach = reachOf(3, 2, { demand: [0, 0, 1, 2], supply: [0, 1, 1, 1], cost: [5, 12, 5, 40] });
    const question = { reach, demand: [100, 50, 10], supply: [4, 3], decay: aplSteps } as const;
    const [own, common] = [4 / 100, 3 / (100 * (2 / 3) + 50)];
    const two = twoStep(question);
    expect([...two.scores]).toEqual([own + (2 / 3) * common, common, 0]);
    // The first commune chooses: 3/5 for the near, 2/5 for the far.
    const [chosen, left] = [4 / (100 * 0.6), 3 / (100 * 0.4 * (2 / 3) + 50)];
    const [first, second] = threeStep(question).scores;
    expect(first).toBeCloseTo(0.6 * chosen + 0.4 * (2 / 3) * left, 12);
    expect(second).toBeCloseTo(left, 12);
  });

  it("says which supplies nobody reaches", () => {
    const reach = reachOf(2, 3, { demand: [0, 1], supply: [0, 2], cost: [10, 10] });
    const { unreached, ratios } = twoStep({
      reach,
      demand: [10, 0],
      supply: [5, 5, 5],
      decay: { kind: "within", catchment: 15 },
    });
    expect([unreached, [...ratios]]).toEqual([
      [1, 2],
      [0.5, 0, 0],
    ]);
  });
});

describe("a service that moves", () => {
  it("gives, move after move, the scores that computing all again would", () => {
    const moves = fc.array(
      fc.record({ who: fc.nat(), offer: amount, minutes: fc.array(fc.option(fc.nat(45)), { size: "max", maxLength: 12 }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(territory, decay, moves, ({ demand, supply, pairs }, how, list) => {
        let now: readonly Pair[] = pairs;
        let offered = supply;
        let reach = reachOf(demand.length, supply.length, listed(now));
        let scores = twoStep({ reach, demand, supply: offered, decay: how });
        for (const { who, offer, minutes } of list) {
          const moved = who % supply.length;
          const there = minutes
            .slice(0, demand.length)
            .flatMap((cost, row) => (cost === null ? [] : [{ demand: row, supply: moved, cost }]))
            .toReversed();
          now = [...now.filter((pair) => pair.supply !== moved), ...there];
          offered = offered.with(moved, offer);
          const before = { reach, scores };
          reach = reachOnceMoved(reach, moved, listed(there));
          const question = { reach, demand, supply: offered, decay: how };
          scores = twoStepOnceMoved(question, moved, before);
          expect(reach).toEqual(reachOf(demand.length, supply.length, listed(now)));
          expect(scores).toEqual(twoStep(question));
        }
      }),
    );
  });

  it("is refused where it can't be reached so", () => {
    const reach = reachOf(2, 1, { demand: [0], supply: [0], cost: [3] });
    expect(() => reachOnceMoved(reach, 1, { demand: [], cost: [] })).toThrow(/supply 1: there are 1/);
    expect(() => reachOnceMoved(reach, 0, { demand: [0, 0], cost: [1, 2] })).toThrow(/Pair 1 says again/);
    expect(() => reachOnceMoved(reach, 0, { demand: [2], cost: [1] })).toThrow(/demand 2/);
    expect(() => reachOnceMoved(reach, 0, { demand: [1], cost: [-1] })).toThrow(/costs -1/);
    expect(() => reachOnceMoved(reach, 0, { demand: [1], cost: [] })).toThrow(/1 and 0 places/);
  });
});

describe("the demand of the APL", () => {
  it("counts people by what their age consumes, and leaves the whole as it is", () => {
    const demand = standardisedDemand([
      { people: [100, 0], need: 1 },
      { people: [0, 100], need: 3 },
    ]);
    expect([...demand]).toEqual([50, 150]);
    expect([...standardisedDemand([{ people: [3, 4], need: 0 }])]).toEqual([0, 0]);
    expect(() =>
      standardisedDemand([
        { people: [1, 2], need: 1 },
        { people: [1], need: 1 },
      ]),
    ).toThrow(/1 numbers .* for 2/);
  });
});

describe("a decay", () => {
  it("goes down from 1, and is nothing beyond its catchment", () => {
    fc.assert(
      fc.property(decay, fc.nat(100), fc.nat(100), (how, one, other) => {
        const weigh = weightUnder(how);
        const [near, far] = [weigh(Math.min(one, other)), weigh(Math.max(one, other))];
        expect(near).toBeGreaterThanOrEqual(far);
        expect(weigh(0)).toBe(1);
        expect(weigh(31)).toBe(0);
      }),
    );
  });

  it.each<[Decay, RegExp]>([
    [{ kind: "within", catchment: 0 }, /catchment of 0/],
    [{ kind: "gaussian", catchment: 10, sigma: Number.NaN }, /sigma of NaN/],
    [{ kind: "steps", steps: [] }, /needs a step/],
    [
      {
        kind: "steps",
        steps: [
          { until: 10, weight: 0.5 },
          { until: 5, weight: 0.2 },
        ],
      },
      /near come first/,
    ],
    [
      {
        kind: "steps",
        steps: [
          { until: 10, weight: 0.5 },
          { until: 15, weight: 0.6 },
        ],
      },
      /go down/,
    ],
  ])("that does not decay is refused: %j", (how, sentence) => {
    expect(() => weightUnder(how)).toThrow(sentence);
  });
});

describe("what is near", () => {
  it("is the cheapest, and none where nothing is within reach", () => {
    const reach = reachOf(3, 3, { demand: [0, 0, 2, 2], supply: [2, 1, 1, 0], cost: [4, 9, 7, 7] });
    expect(nearestOf(reach)).toEqual([
      { kind: "reached", supply: 2, cost: 4 },
      { kind: "none" },
      { kind: "reached", supply: 0, cost: 7 },
    ]);
    expect([...countWithin(reach, 7)]).toEqual([1, 0, 2]);
    expect([...peopleWithin(reach, [10, 20, 30], 8)]).toEqual([30, 30, 10]);
  });

  it("in a straight line is what comparing all pairs finds", () => {
    const place = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });
    const list = fc.array(place, { maxLength: 15 });
    fc.assert(
      fc.property(list, list, fc.integer({ min: 1, max: 60 }), (demand, supply, within) => {
        const columns = (of: readonly { readonly x: number; readonly y: number }[]) => ({
          x: of.map(({ x }) => x),
          y: of.map(({ y }) => y),
        });
        const pairs = demand.flatMap((one, row) =>
          supply.map((other, column) => ({ demand: row, supply: column, cost: Math.hypot(other.x - one.x, other.y - one.y) })),
        );
        const near = pairs.filter(({ cost }) => cost <= within);
        expect(straightReach(columns(demand), columns(supply), within)).toEqual(
          reachOf(demand.length, supply.length, listed(near)),
        );
      }),
    );
  });

  it.each([
    [{ demand: [0, 2], supply: [0, 0], cost: [1, 1] }, /Pair 1 names demand 2: there are 2/],
    [{ demand: [0], supply: [0.5], cost: [1] }, /Pair 0 names supply 0.5/],
    [{ demand: [0], supply: [0], cost: [-1] }, /Pair 0 costs -1/],
    [{ demand: [0], supply: [0], cost: [Infinity] }, /Pair 0 costs Infinity/],
    [{ demand: [1, 1], supply: [0, 0], cost: [1, 2] }, /Pair 1 says again/],
    [{ demand: [1], supply: [0, 0], cost: [1, 2] }, /1, 2 and 2 places/],
  ])("is refused with its place when it can't be: %j", (pairs, sentence) => {
    expect(() => reachOf(2, 1, pairs)).toThrow(sentence);
  });
});
