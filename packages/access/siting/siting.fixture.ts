import fc from "fast-check";
import type { CostTable } from "./costs.ts";

export const tableOf = (rows: readonly (readonly number[])[], weight: readonly number[] = rows.map(() => 1)): CostTable => ({
  demands: rows.length,
  sites: rows[0]?.length ?? 0,
  cost: Float64Array.from(rows.flat()),
  weight: Float64Array.from(weight),
});

/** Every choice, one after the other. */
export function choices(sites: number, p: number, from = 0): number[][] {
  if (p === 0) return [[]];
  const all: number[][] = [];
  for (let site = from; site <= sites - p; site++) for (const rest of choices(sites, p - 1, site + 1)) all.push([site, ...rest]);
  return all;
}

/** Whole or not. Doubles under 1e-300 have few digits left: no share of one can be taken to a billionth. */
const cost = fc.oneof(fc.nat(30), fc.double({ min: 1e-300, max: 30, noNaN: true }));

export const problem = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 8 })).chain(([sites, demands]) =>
  fc.record({
    rows: fc.array(fc.array(cost, { minLength: sites, maxLength: sites }), { minLength: demands, maxLength: demands }),
    weight: fc.array(fc.nat(9), { minLength: demands, maxLength: demands }),
    p: fc.integer({ min: 1, max: sites }),
    kept: fc.nat(sites - 1),
  }),
);

/** Larger than `problem`, and still few enough choices to try them all. */
export const tangle = fc.record({
  rows: fc.array(fc.array(cost, { minLength: 11, maxLength: 11 }), { minLength: 12, maxLength: 25 }),
  weight: fc.array(fc.nat(9), { minLength: 25, maxLength: 25 }),
  p: fc.integer({ min: 2, max: 5 }),
});
