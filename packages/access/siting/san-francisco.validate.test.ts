import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isHere, reference, unlessHere } from "../../published.fixture.ts";
import type { CostTable } from "./costs.ts";
import { maximalCoverage } from "./maximal-coverage.ts";
import { pCentre } from "./p-centre.ts";
import { pMedian } from "./p-median.ts";
import { setCover } from "./set-cover.ts";

const Answer = z.object({ objective: z.number(), sites: z.array(z.string()) });
const Published = z.object({
  p_median_p4: Answer,
  p_center_p4: Answer,
  mclp_p4_r5000: z.object({ covered_pop: z.number(), sites: z.array(z.string()) }),
  lscp_r5000: z.object({ min_sites: z.number() }),
});
const read = (name: string): string => readFileSync(reference("reference-location", name), "utf8");
const lines = (name: string) =>
  read(name)
    .trim()
    .split("\n")
    .map((line) => line.trim().split(","));

function sanFrancisco() {
  const [head = [], ...rows] = lines("sf_cost_matrix_205x16.csv");
  const people = new Map(lines("sf_demand_205.csv").map(([name = "", count]) => [name, Number(count)]));
  const table: CostTable = {
    demands: rows.length,
    sites: head.length - 1,
    cost: Float64Array.from(rows.flatMap((row) => row.slice(1).map(Number))),
    weight: Float64Array.from(rows, ([name = ""]) => people.get(name) ?? Number.NaN),
  };
  const named = (sites: readonly number[]) => sites.map((site) => head[site + 1]).toSorted();
  return { table, named, published: Published.parse(JSON.parse(read("sf_spopt_bruteforce.json"))) };
}

describe.skipIf(!isHere)(`San Francisco, beside trying every choice (${unlessHere})`, () => {
  it("p-median: the same four sites", () => {
    const { table, named, published } = sanFrancisco();
    const found = pMedian(table, 4);
    expect(found.objective).toBeCloseTo(published.p_median_p4.objective, 3);
    expect(named(found.sites)).toEqual(published.p_median_p4.sites.toSorted());
    expect(found.proof).toBe("optimal");
  });

  it("p-centre: the farthest is as near", () => {
    const { table, published } = sanFrancisco();
    const found = pCentre(table, 4);
    expect(found.objective).toBeCloseTo(published.p_center_p4.objective, 9);
    expect(found.proof).toBe("optimal");
  });

  it("maximal coverage: as many people within 5 km", () => {
    const { table, published } = sanFrancisco();
    const found = maximalCoverage(table, 4, 5_000);
    expect(found.objective).toBe(published.mclp_p4_r5000.covered_pop);
    expect(found.proof).toBe("optimal");
  });

  it("set cover: as few sites", () => {
    const { table, published } = sanFrancisco();
    const found = setCover(table, 5_000);
    expect(found.objective).toBe(published.lscp_r5000.min_sites);
    expect(found.proof).toBe("optimal");
  });
});
