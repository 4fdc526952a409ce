import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CostTable } from "./costs.ts";
import { pMedian } from "./p-median.ts";
import { choices, problem, tableOf, tangle } from "./siting.fixture.ts";

const objective = ({ demands, sites, cost, weight }: CostTable, chosen: readonly number[]): number =>
  Array.from(
    { length: demands },
    (_, row) => (weight[row] ?? 0) * Math.min(...chosen.map((site) => cost[row * sites + site] ?? 0)),
  ).reduce((sum, each) => sum + each, 0);

describe("p-median", () => {
  it("finds what trying every choice finds, over a bound that no choice beats", () => {
    fc.assert(
      fc.property(problem, fc.boolean(), ({ rows, weight, p, kept }, keeps) => {
        const table = tableOf(rows, weight);
        const keep = keeps ? [kept] : [];
        const possible = choices(table.sites, p).filter((chosen) => keep.every((site) => chosen.includes(site)));
        const least = Math.min(...possible.map((chosen) => objective(table, chosen)));
        const answer = pMedian(table, p, { keep });
        expect(answer.objective).toBeCloseTo(least, 9);
        expect(answer.objective).toBeCloseTo(objective(table, answer.sites), 9);
        expect(answer.bound).toBeLessThanOrEqual(least + 1e-9);
        expect(answer.sites).toHaveLength(p);
        expect(keep.every((site) => answer.sites.includes(site))).toBe(true);
        for (const runner of answer.runnersUp) expect(runner.objective).toBeCloseTo(objective(table, runner.sites), 9);
        for (const { site, objective: after } of answer.next)
          expect(after).toBeCloseTo(objective(table, [...answer.sites, site]), 9);
      }),
    );
  });

  it("proves the best of all choices by branches where its first bound is poor", () => {
    fc.assert(
      fc.property(tangle, ({ rows, weight, p }) => {
        const table = tableOf(rows, weight.slice(0, rows.length));
        const least = Math.min(...choices(table.sites, p).map((chosen) => objective(table, chosen)));
        const answer = pMedian(table, p, { steps: 2 });
        expect(answer.objective).toBeCloseTo(least, 8);
        expect(answer.proof).toBe("optimal");
      }),
      { numRuns: 60 },
    );
  });

  it("stops at a gap that is enough, over a bound that holds", () => {
    fc.assert(
      fc.property(problem, fc.double({ min: 0, max: 0.9, noNaN: true }), ({ rows, weight, p }, enough) => {
        const table = tableOf(rows, weight);
        const least = Math.min(...choices(table.sites, p).map((chosen) => objective(table, chosen)));
        const answer = pMedian(table, p, { enough });
        expect(answer.bound).toBeLessThanOrEqual(least + 1e-9);
        expect(answer.gap).toBeLessThanOrEqual(enough + 1e-9);
      }),
    );
    expect(() => pMedian(tableOf([[1]]), 1, { enough: 1 })).toThrow(/gap of 1/);
  });

  it("gives the same answer from the same seed, and the best so far when it is stopped", () => {
    const rows = Array.from({ length: 40 }, (_, row) => Array.from({ length: 20 }, (__, site) => (row * 37 + site * 61) % 97));
    expect(pMedian(tableOf(rows), 5, { seed: 7 })).toEqual(pMedian(tableOf(rows), 5, { seed: 7 }));
    const stopped = pMedian(tableOf(rows), 5, { stop: () => true });
    expect(stopped.proof).toBe("within-gap");
    expect(stopped.objective).toBe(objective(tableOf(rows), stopped.sites));
  });

  it.each([
    [tableOf([[1, 2]]), 3, [], /3 of 2 sites/],
    [tableOf([[1, 2]]), 1.5, [], /1.5 of 2/],
    [tableOf([[1, 2]]), 1, [2], /sites kept \(2\)/],
    [tableOf([[1, 2]]), 1, [0, 1], /\(0, 1\) are more than the 1/],
    [tableOf([[1, Number.NaN]]), 1, [], /Demand 0 .* pays NaN to site 1/],
    [tableOf([[1, 2]], [-1]), 1, [], /Demand 0 weighs -1/],
    [{ ...tableOf([[1, 2]]), demands: 2 }, 1, [], /2 demands and 2 sites make 4/],
  ])("refuses what can't be: %#", (table, p, keep, sentence) => {
    expect(() => pMedian(table, p, { keep })).toThrow(sentence);
  });
});
