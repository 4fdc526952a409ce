import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isHere, reference, unlessHere } from "../reference.fixture.ts";
import type { CostTable } from "./costs.ts";
import { pMedian } from "./p-median.ts";

/** OR-Library: the last cost given for an edge wins, then all shortest paths. */
function readPmed(file: string): { readonly table: CostTable; readonly p: number } {
  const [head = "", ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const numbers = (line: string): number[] => line.trim().split(/\s+/).map(Number);
  const [size = 0, , p = 0] = numbers(head);
  const cost = new Float64Array(size * size).fill(Infinity);
  for (const line of lines) {
    const [one = 0, other = 0, length = 0] = numbers(line);
    cost[(one - 1) * size + other - 1] = length;
    cost[(other - 1) * size + one - 1] = length;
  }
  for (let node = 0; node < size; node++) cost[node * size + node] = 0;
  for (let by = 0; by < size; by++)
    for (let from = 0; from < size; from++) {
      const first = cost[from * size + by] ?? Infinity;
      for (let to = 0; to < size; to++) {
        const through = first + (cost[by * size + to] ?? Infinity);
        if (through < (cost[from * size + to] ?? 0)) cost[from * size + to] = through;
      }
    }
  return { table: { demands: size, sites: size, cost, weight: new Float64Array(size).fill(1) }, p };
}

describe.skipIf(!isHere)(`OR-Library (${unlessHere})`, () => {
  const published = isHere
    ? readFileSync(reference("pmed", "optimal-values.txt"), "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split(/\s+/))
    : [];
  it.each(published.map(([name = "", value = ""]) => [name, Number(value)] as const))(
    "%s costs %i",
    (name, value) => {
      const { table, p } = readPmed(reference("pmed", `${name}.txt`));
      const { objective: found, gap } = pMedian(table, p);
      expect(found).toBe(value);
      expect(gap).toBeLessThanOrEqual(0.001);
    },
    60_000,
  );
});

const Published = z.object({ p_median_p4: z.object({ objective: z.number(), sites: z.array(z.string()) }) });

describe.skipIf(!isHere)(`San Francisco (${unlessHere})`, () => {
  it("has the four sites that trying every choice finds", () => {
    const lines = (...path: readonly string[]) =>
      readFileSync(reference("reference-location", ...path), "utf8")
        .trim()
        .split("\n")
        .map((line) => line.trim().split(","));
    const [head = [], ...rows] = lines("sf_cost_matrix_205x16.csv");
    const people = new Map(lines("sf_demand_205.csv").map(([name = "", count]) => [name, Number(count)]));
    const table: CostTable = {
      demands: rows.length,
      sites: head.length - 1,
      cost: Float64Array.from(rows.flatMap((row) => row.slice(1).map(Number))),
      weight: Float64Array.from(rows, ([name = ""]) => people.get(name) ?? Number.NaN),
    };
    const { p_median_p4: published } = Published.parse(
      JSON.parse(readFileSync(reference("reference-location", "sf_spopt_bruteforce.json"), "utf8")),
    );
    const found = pMedian(table, 4);
    expect(found.objective).toBeCloseTo(published.objective, 3);
    expect(found.sites.map((site) => head[site + 1]).toSorted()).toEqual(published.sites.toSorted());
    expect(found.proof).toBe("optimal");
  });
});
