import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { highsSolver } from "../cli/highs.ts";
import { planCentre } from "./plan-centre.ts";
import { planCover } from "./plan-cover.ts";
import { leastSpent, planQuestion, subsets } from "./plan.fixture.ts";
import { tableOf } from "./siting.fixture.ts";
import type { SiteTerms } from "./terms.ts";
import { transport } from "./transport.ts";

/** Whether the open sites have room within a radius for all whom some site is near. */
function serves(
  rows: readonly (readonly number[])[],
  weight: readonly number[],
  terms: readonly SiteTerms[],
  open: readonly number[],
  radius: number,
): boolean {
  const who = rows.flatMap((row, at) => (weight[at]! > 0 && row.some((cost) => cost <= radius) ? [at] : []));
  const served = transport({
    cost: who.map((row) => open.map((site) => (rows[row]![site]! <= radius ? 0 : 2))),
    weight: who.map((row) => weight[row]!),
    capacity: open.map((site) => terms[site]!.capacity ?? Infinity),
    turnedAway: 1,
  });
  return served.turnedAway === 0;
}

describe.each(["without", "with"] as const)("plans that serve everyone, %s an exact solver", (how) => {
  const solver = how === "with" ? highsSolver(() => 10) : undefined;

  it("spend as little as the cheapest of all, or say how far they may be", async () => {
    const exact = await solver;
    fc.assert(
      fc.property(planQuestion, fc.nat(20), ({ rows, weight, terms }, radius) => {
        const able = [...subsets(terms.length)].filter((open) => serves(rows, weight, terms, open, radius));
        const least = Math.min(Infinity, ...able.map((open) => leastSpent(terms, open)));
        const found = planCover(tableOf(rows, weight), radius, exact === undefined ? { terms } : { terms, exact });
        if (least === Infinity) {
          expect(found.kind).toBe("impossible");
          return;
        }
        if (found.kind !== "found") throw new Error(`A plan that spends ${least} is ${found.kind}.`);
        const { plan } = found;
        expect(plan.bound).toBeLessThanOrEqual(least + 1e-9);
        expect(plan.objective).toBeGreaterThanOrEqual(least - 1e-9);
        expect(plan.spent).toBe(plan.objective);
        const isSimple = terms.every(({ kind, capacity = Infinity }) => kind !== "movable" && capacity === Infinity);
        if (isSimple || how === "with") expect(plan.proof).toBe("optimal");
        if (plan.proof === "optimal") expect(plan.objective).toBeCloseTo(least, 9);
        for (const { sites, objective } of [plan, ...plan.runnersUp]) {
          expect(serves(rows, weight, terms, sites, radius)).toBe(true);
          expect(objective).toBeCloseTo(leastSpent(terms, sites), 9);
        }
      }),
      { numRuns: how === "with" ? 60 : 200 },
    );
  });

  it("within a budget, leave the farthest as near as the best of all does, or say how far they may be", async () => {
    const exact = await solver;
    fc.assert(
      fc.property(planQuestion, ({ rows, weight, terms, budget }) => {
        const inhabited = rows.filter((_, row) => weight[row]! > 0);
        const all = [0, ...inhabited.flat()];
        const reachable = (radius: number): boolean => inhabited.every((row) => row.some((cost) => cost <= radius));
        const radiusOf = (open: readonly number[]): number =>
          Math.min(Infinity, ...all.filter((radius) => reachable(radius) && serves(rows, weight, terms, open, radius)));
        const able = [...subsets(terms.length)].filter((open) => leastSpent(terms, open) <= budget);
        const least = Math.min(Infinity, ...able.map(radiusOf));
        const question = { terms, budget };
        const found = planCentre(tableOf(rows, weight), exact === undefined ? question : { ...question, exact });
        if (found.kind !== "found") {
          // Ours may miss a plan where sites move or are full, and then says so.
          if (least < Infinity) expect([how, found.kind]).toEqual(["without", "not found"]);
          return;
        }
        expect(least).toBeLessThan(Infinity);
        const { plan } = found;
        expect(plan.bound).toBeLessThanOrEqual(least);
        expect(plan.objective).toBeGreaterThanOrEqual(least);
        if (how === "with") expect(plan).toMatchObject({ objective: least, proof: "optimal" });
        expect(plan.spent).toBeLessThanOrEqual(budget);
        for (const { sites, objective } of plan.runnersUp) {
          expect(radiusOf(sites)).toBe(objective);
          expect(leastSpent(terms, sites)).toBeLessThanOrEqual(budget);
        }
        for (const { site, objective } of plan.next) expect(radiusOf([...plan.sites, site])).toBe(objective);
      }),
      { numRuns: how === "with" ? 60 : 200 },
    );
  });
});
