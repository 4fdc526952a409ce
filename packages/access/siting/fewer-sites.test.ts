import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewerSites } from "./fewer-sites.ts";

const rowsOf = (columns: number, lists: readonly (readonly number[])[]) => {
  const from = new Int32Array(lists.length + 1);
  for (const [row, list] of lists.entries()) from[row + 1] = from[row]! + list.length;
  const site = Int32Array.from(lists.flat());
  return { columns, from, site, paid: new Float64Array(site.length) };
};
const never = () => false;

describe("a cover of fewer sites", () => {
  it("leaves the trap of who always takes the site that meets most", () => {
    // Two streets of seven, each met by a site; the third site meets four of each, the fourth two more, the fifth the last.
    const lists = [0, 1].flatMap((street) => [2, 2, 2, 2, 3, 3, 4].map((across) => [street, across]));
    expect(fewerSites(rowsOf(5, lists), [2, 3, 4], never, never)).toHaveLength(2);
    expect(fewerSites(rowsOf(5, lists), [2, 3, 4], (count) => count <= 3, never)).toEqual([2, 3, 4]);
  });

  it("is a cover, and no larger than the known one", () => {
    const lists = fc.array(fc.uniqueArray(fc.nat(7), { minLength: 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lists, (met) => {
        const known = [...new Set(met.flat())];
        const found = fewerSites(rowsOf(8, met), known, never, never);
        expect(met.every((list) => list.some((site) => found.includes(site)))).toBe(true);
        expect(found.length).toBeLessThanOrEqual(known.length);
      }),
    );
  });
});
