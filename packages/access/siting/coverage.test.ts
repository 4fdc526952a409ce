import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choices, problem, tableOf, tangle } from "./siting.fixture.ts";
import { highsSolver } from "../cli/highs.ts";
import { maximalCoverage } from "./maximal-coverage.ts";
import { pCentre } from "./p-centre.ts";
import { setCover } from "./set-cover.ts";

const within = (rows: readonly (readonly number[])[], row: number, sites: readonly number[], radius: number): boolean =>
  sites.some((site) => (rows[row]?.[site] ?? Infinity) <= radius);
const radius = fc.nat(30);

describe("maximal coverage", () => {
  it("covers as many people as the best of all choices, under a bound that none beats", () => {
    fc.assert(
      fc.property(problem, radius, fc.boolean(), ({ rows, weight, p, kept }, far, keeps) => {
        const table = tableOf(rows, weight);
        const keep = keeps ? [kept] : [];
        const covered = (sites: readonly number[]): number =>
          weight.reduce((sum, people, row) => sum + (within(rows, row, sites, far) ? people : 0), 0);
        const most = Math.max(
          ...choices(table.sites, p)
            .filter((sites) => keep.every((site) => sites.includes(site)))
            .map(covered),
        );
        const answer = maximalCoverage(table, p, far, { keep });
        expect(answer.objective).toBe(most);
        expect(covered(answer.sites)).toBe(most);
        expect(answer.bound).toBe(most);
        expect(answer.proof).toBe("optimal");
        for (const runner of answer.runnersUp) expect(covered(runner.sites)).toBe(runner.objective);
        for (const { site, objective } of answer.next) expect(covered([...answer.sites, site])).toBe(objective);
      }),
    );
  });
});

describe("coverage proven by branches", () => {
  it("covers as many people as the best of all choices where its first bound is poor", () => {
    fc.assert(
      fc.property(tangle, fc.integer({ min: 2, max: 8 }), ({ rows, weight, p }, far) => {
        const table = tableOf(rows, weight.slice(0, rows.length));
        const covered = (sites: readonly number[]): number =>
          rows.reduce((sum, _, row) => sum + (within(rows, row, sites, far) ? (weight[row] ?? 0) : 0), 0);
        const most = Math.max(...choices(table.sites, p).map(covered));
        expect(maximalCoverage(table, p, far, { steps: 2 })).toMatchObject({ objective: most, bound: most, proof: "optimal" });
      }),
      { numRuns: 60 },
    );
  });
});

describe("coverage to a gap that is enough", () => {
  it("is under a bound that holds", () => {
    fc.assert(
      fc.property(problem, radius, fc.double({ min: 0, max: 0.9, noNaN: true }), ({ rows, weight, p }, far, enough) => {
        const table = tableOf(rows, weight);
        const most = maximalCoverage(table, p, far).objective;
        const answer = maximalCoverage(table, p, far, { enough });
        expect(answer.bound).toBeGreaterThanOrEqual(most);
        expect(answer.objective).toBeLessThanOrEqual(most);
        expect(answer.gap).toBeLessThanOrEqual(enough);
      }),
    );
  });
});

describe("set cover", () => {
  it("opens as few sites as the smallest of all covers, and says who no site covers", () => {
    fc.assert(
      fc.property(problem, radius, fc.boolean(), ({ rows, weight, kept }, far, keeps) => {
        const table = tableOf(rows, weight);
        const keep = keeps ? [kept] : [];
        const inhabited = rows.flatMap((costs, row) => ((weight[row] ?? 0) > 0 ? [{ row, costs }] : []));
        const coverable = inhabited.filter(({ costs }) => costs.some((cost) => cost <= far));
        const isCover = (sites: readonly number[]): boolean =>
          keep.every((site) => sites.includes(site)) && coverable.every(({ row }) => within(rows, row, sites, far));
        const least = Array.from({ length: table.sites + 1 }, (_, count) => count).find((count) =>
          choices(table.sites, count).some(isCover),
        );
        const answer = setCover(table, far, { keep });
        expect(answer.objective).toBe(least);
        expect(isCover(answer.sites)).toBe(true);
        expect(answer.proof).toBe("optimal");
        expect(answer.beyond.toSorted()).toEqual(
          inhabited
            .filter((each) => !coverable.includes(each))
            .map(({ row }) => row)
            .toSorted(),
        );
        for (const runner of answer.runnersUp) expect(isCover(runner.sites)).toBe(true);
      }),
    );
  });
});

describe("a cover of least price", () => {
  const priced = fc.record({
    prices: fc.array(fc.oneof(fc.nat(9), fc.double({ min: 0, max: 9, noNaN: true })), { minLength: 11, maxLength: 11 }),
    far: fc.integer({ min: 1, max: 12 }),
    kept: fc.option(fc.nat(10), { nil: undefined }),
    branches: fc.constantFrom(1, 3_000),
  });

  it("costs as little as the cheapest of all covers, or says how far it may be", () => {
    fc.assert(
      fc.property(tangle, priced, ({ rows }, { prices, far, kept, branches }) => {
        const keep = kept === undefined ? [] : [kept];
        const coverable = rows.flatMap((costs, row) => (costs.some((cost) => cost <= far) ? [row] : []));
        const priceOf = (sites: readonly number[]): number => sites.reduce((sum, site) => sum + prices[site]!, 0);
        const covers = Array.from({ length: 12 }, (_, count) => choices(11, count))
          .flat()
          .filter((sites) => keep.every((site) => sites.includes(site)))
          .filter((sites) => coverable.every((row) => within(rows, row, sites, far)));
        const least = Math.min(...covers.map(priceOf));
        const answer = setCover(tableOf(rows), far, { keep, prices, branches });
        expect(answer.objective).toBeGreaterThanOrEqual(least - 1e-9);
        expect(answer.bound).toBeLessThanOrEqual(least + 1e-9);
        if (branches > 1) expect(answer.proof).toBe("optimal");
        for (const { sites, objective } of [answer, ...answer.runnersUp]) {
          expect(coverable.every((row) => within(rows, row, sites, far))).toBe(true);
          expect(objective).toBeCloseTo(priceOf(sites), 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [[1], /2 sites have 1 prices/],
    [[1, -2], /Site 1 costs -2/],
    [[NaN, 1], /Site 0 costs NaN/],
  ])("is refused with prices %j", (prices, sentence) => {
    expect(() => setCover(tableOf([[1, 2]]), 1, { prices })).toThrow(sentence);
  });
});

describe("p-centre", () => {
  it("leaves the farthest as near as the best of all choices does", () => {
    fc.assert(
      fc.property(problem, fc.boolean(), ({ rows, weight, p, kept }, keeps) => {
        const table = tableOf(rows, weight);
        const keep = keeps ? [kept] : [];
        const farthest = (sites: readonly number[]): number =>
          rows.reduce(
            (most, costs, row) =>
              (weight[row] ?? 0) > 0 ? Math.max(most, Math.min(...sites.map((site) => costs[site] ?? Infinity))) : most,
            0,
          );
        const least = Math.min(
          ...choices(table.sites, p)
            .filter((sites) => keep.every((site) => sites.includes(site)))
            .map(farthest),
        );
        const answer = pCentre(table, p, { keep });
        expect(answer.objective).toBe(least);
        expect(farthest(answer.sites)).toBe(least);
        expect(answer.sites).toHaveLength(p);
        expect(answer.bound).toBe(least);
        for (const { site, objective } of answer.next) expect(farthest([...answer.sites, site])).toBe(objective);
      }),
    );
  });
});

describe("p-centre among more choices", () => {
  it("leaves the farthest as near as the best of all choices does", () => {
    fc.assert(
      fc.property(tangle, ({ rows, p }) => {
        const farthest = (sites: readonly number[]): number =>
          Math.max(...rows.map((costs) => Math.min(...sites.map((site) => costs[site]!))));
        const least = Math.min(...choices(11, p).map(farthest));
        expect(pCentre(tableOf(rows), p)).toMatchObject({ objective: least, bound: least, proof: "optimal" });
      }),
      { numRuns: 60 },
    );
  });
});

describe("with an exact solver", () => {
  it("covers by as few sites, and as near, as without", async () => {
    const exact = await highsSolver(() => 10);
    fc.assert(
      fc.property(problem, radius, fc.boolean(), ({ rows, weight, p, kept }, far, keeps) => {
        const table = tableOf(rows, weight);
        const keep = keeps ? [kept] : [];
        const least = setCover(table, far, { keep, exact, branches: 0 });
        expect(least).toMatchObject({ objective: setCover(table, far, { keep }).objective, proof: "optimal" });
        const centre = pCentre(table, p, { keep, exact, branches: 0 });
        expect(centre).toMatchObject({ objective: pCentre(table, p, { keep }).objective, proof: "optimal" });
        expect(keep.every((site) => centre.sites.includes(site) && least.sites.includes(site))).toBe(true);
      }),
    );
  });

  it("answers by itself where the solver has no proof", () => {
    const table = tableOf([
      [1, 9],
      [9, 1],
    ]);
    const exact = () => ({ kind: "unsolved" }) as const;
    expect(setCover(table, 5, { exact })).toMatchObject({ objective: 2, proof: "optimal" });
  });
});

describe("a computation that is stopped", () => {
  const rows = Array.from({ length: 40 }, (_, row) => Array.from({ length: 20 }, (__, site) => (row * 37 + site * 61) % 97));
  const stop = () => true;
  it.each([
    ["maximal coverage", () => maximalCoverage(tableOf(rows), 3, 20, { stop })],
    ["p-centre", () => pCentre(tableOf(rows), 3, { stop })],
  ])("gives the best so far and its gap: %s", (_, answer) => {
    const { proof, gap, sites } = answer();
    expect(sites).toHaveLength(3);
    expect(proof === "optimal").toBe(gap === 0);
  });
  it("gives a cover all the same", () => {
    const { sites, objective, bound } = setCover(tableOf(rows), 20, { stop });
    expect(rows.every((_, row) => within(rows, row, sites, 20))).toBe(true);
    expect(bound).toBeLessThanOrEqual(objective);
  });
});

describe("what can't be", () => {
  it.each([
    [() => maximalCoverage(tableOf([[1, 2]]), 3, 1), /3 of 2 sites/],
    [() => maximalCoverage(tableOf([[1, 2]]), 1, -1), /radius of -1/],
    [() => setCover(tableOf([[1, 2]]), Number.NaN), /radius of NaN/],
    [() => setCover(tableOf([[1, 2]]), 1, { keep: [2] }), /sites kept \(2\)/],
    [() => pCentre(tableOf([[1, Number.NaN]]), 1), /pays NaN to site 1/],
    [() => pCentre(tableOf([[1, 2]]), 0), /0 of 2 sites/],
  ])("is refused: %#", (ask, sentence) => {
    expect(ask).toThrow(sentence);
  });
});
