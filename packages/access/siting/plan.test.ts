import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { highsSolver } from "../cli/highs.ts";
import { leastSpent, planQuestion, siteTerms, subsets } from "./plan.fixture.ts";
import { planCoverage, planSites, type PlanQuestion } from "./plan.ts";
import { tableOf } from "./siting.fixture.ts";
import { spending, type SiteTerms } from "./terms.ts";
import { transport } from "./transport.ts";

const best = (table: ReturnType<typeof tableOf>, given: readonly SiteTerms[], budget: number, turnedAway: number): number =>
  Math.min(
    ...[...subsets(table.sites)]
      .filter((open) => leastSpent(given, open) <= budget)
      .map(
        (open) =>
          transport({
            cost: Array.from({ length: table.demands }, (_, row) => open.map((site) => table.cost[row * table.sites + site]!)),
            weight: [...table.weight],
            capacity: open.map((site) => given[site]!.capacity ?? Infinity),
            turnedAway,
          }).objective,
      ),
  );

describe("who is served where, under capacities", () => {
  it("costs no more than any way of sending each person somewhere", () => {
    const people = fc.record({
      rows: fc.array(fc.array(fc.nat(9), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
      weight: fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
      capacity: fc.array(fc.nat(4), { minLength: 2, maxLength: 2 }),
      turnedAway: fc.nat(12),
    });
    fc.assert(
      fc.property(people, ({ rows, weight, capacity: limits, turnedAway }) => {
        const persons = rows.flatMap((row, demand) => Array.from({ length: weight[demand]! }, () => [...row, turnedAway]));
        const least = ([person, ...rest]: readonly (readonly number[])[], free: readonly number[]): number =>
          person === undefined
            ? 0
            : Math.min(
                ...person.flatMap((cost, place) =>
                  free[place]! > 0
                    ? [
                        cost +
                          least(
                            rest,
                            free.map((each, at) => (at === place ? each - 1 : each)),
                          ),
                      ]
                    : [],
                ),
              );
        const served = transport({ cost: rows, weight: weight.slice(0, rows.length), capacity: limits, turnedAway });
        expect(served.objective).toBeCloseTo(least(persons, [...limits, Infinity]), 9);
        expect(served.load.every((each, site) => each <= limits[site]!)).toBe(true);
        expect(served.load.reduce((sum, each) => sum + each, served.turnedAway)).toBe(persons.length);
      }),
    );
  });
});

describe("what to open, keep, close and move within a budget", () => {
  it("spends as little as its changes can cost", () => {
    fc.assert(
      fc.property(fc.array(siteTerms, { minLength: 1, maxLength: 6 }), fc.nat(63), (given, bits) => {
        const open = given.flatMap((_, site) => (bits & (1 << site) ? [site] : []));
        expect(spending(given, (site) => open.includes(site))?.spent ?? Infinity).toBe(leastSpent(given, open));
      }),
    );
  });

  it("keeps to the budget and to capacities, with a bound under every plan", () => {
    fc.assert(
      fc.property(planQuestion, ({ rows, weight, terms: given, budget }) => {
        const table = tableOf(rows, weight);
        const answer = planSites(table, { terms: given, budget, turnedAway: 30 });
        const least = best(table, given, budget, 30);
        expect(answer.objective).toBeGreaterThanOrEqual(least - 1e-9);
        expect(answer.bound).toBeLessThanOrEqual(least + 1e-9 * least);
        if (answer.proof === "optimal") expect(answer.objective).toBeCloseTo(least, 6);
        expect(answer.spent).toBeLessThanOrEqual(budget);
        expect(answer.load.every((each, at) => each <= (given[answer.sites[at]!]!.capacity ?? Infinity))).toBe(true);
        const all = weight.reduce((sum, each) => sum + each, 0);
        expect(answer.load.reduce((sum, each) => sum + each, answer.turnedAway)).toBeCloseTo(all, 9);
        expect(answer.moves.every(({ from, to }) => !answer.sites.includes(from) && answer.sites.includes(to))).toBe(true);
      }),
    );
  });

  it("finds the best of all plans with an exact solver", async () => {
    const exact = await highsSolver(() => 10);
    fc.assert(
      fc.property(planQuestion, ({ rows, weight, terms: given, budget }) => {
        const table = tableOf(rows, weight);
        const answer = planSites(table, { terms: given, budget, turnedAway: 30, exact });
        expect(answer.proof).toBe("optimal");
        expect(answer.objective).toBeCloseTo(best(table, given, budget, 30), 6);
      }),
      { numRuns: 60 },
    );
  });

  it("serves nobody who is too far", () => {
    fc.assert(
      fc.property(planQuestion, fc.nat(20), ({ rows, weight, terms: given, budget }, radius) => {
        const far = rows.map((row) => row.map((each) => (each <= radius ? 0 : 9)));
        const answer = planCoverage(tableOf(rows, weight), radius, { terms: given, budget });
        const least = best(tableOf(far, weight), given, budget, 1);
        const all = weight.reduce((sum, each) => sum + each, 0);
        expect(answer.objective + answer.turnedAway).toBeCloseTo(all, 9);
        expect(answer.objective).toBeLessThanOrEqual(all - least + 1e-9);
        expect(answer.bound).toBeGreaterThanOrEqual(all - least - 1e-9);
      }),
    );
  });

  const town = tableOf(
    [
      [0, 10, 20],
      [10, 0, 10],
      [20, 10, 0],
    ],
    [5, 5, 20],
  );
  const asked = (given: readonly SiteTerms[], budget: number, more: Partial<PlanQuestion> = {}) =>
    planSites(town, { terms: given, budget, ...more });

  it("moves a service to where people live rather than open one that it can't afford", () => {
    const given: readonly SiteTerms[] = [
      { kind: "movable", cost: 40 },
      { kind: "candidate", cost: 100 },
      { kind: "candidate", cost: 100 },
    ];
    expect(asked(given, 50)).toMatchObject({ sites: [2], spent: 40, moves: [{ from: 0, to: 2 }], objective: 150 });
    expect(asked(given, 30)).toMatchObject({ sites: [0], spent: 0, moves: [] });
  });

  it("opens with what a closing gives back", () => {
    const given: readonly SiteTerms[] = [
      { kind: "closable", cost: -60 },
      { kind: "candidate", cost: 60 },
      { kind: "candidate", cost: 60 },
    ];
    expect(asked(given, 0)).toMatchObject({ sites: [2], spent: 0, objective: 150 });
  });

  it("says how many are turned away where places lack", () => {
    const given: readonly SiteTerms[] = [
      { kind: "kept", capacity: 10 },
      { kind: "candidate", cost: 5, capacity: 12 },
      { kind: "kept", capacity: 0 },
    ];
    expect(asked(given, 0)).toMatchObject({ sites: [0, 2], load: [10, 0], turnedAway: 20 });
    expect(asked(given, 5)).toMatchObject({ sites: [0, 1, 2], turnedAway: 8, spent: 5 });
  });

  it("gives what stands when it is stopped at once", () => {
    const given: readonly SiteTerms[] = [{ kind: "kept" }, { kind: "candidate", cost: 1 }, { kind: "candidate", cost: 1 }];
    expect(asked(given, 9, { stop: () => true })).toMatchObject({ sites: [0], proof: "within-gap" });
  });

  it.each([
    ["a term is missing", [{ kind: "kept" }], 1, /3 sites need as many/],
    ["the budget is no sum", [{ kind: "kept" }, { kind: "kept" }, { kind: "kept" }], NaN, /budget of NaN/],
    ["a price is negative", [{ kind: "kept" }, { kind: "candidate", cost: -1 }, { kind: "kept" }], 1, /Site 1 costs -1/],
    ["a capacity is negative", [{ kind: "kept", capacity: -1 }, { kind: "kept" }, { kind: "kept" }], 1, /Site 0 serves -1/],
  ] as const)("is refused where %s", (_, given, budget, message) => {
    expect(() => asked(given, budget)).toThrow(message);
  });
});
