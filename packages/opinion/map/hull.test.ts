import fc from "fast-check";
import { expect, it } from "vitest";
import { hullOf } from "./hull.ts";

const cross = (a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

it("is the outline of a square, whatever is inside and whoever stands twice", () => {
  const places = Float64Array.from([0, 0, 2, 0, 2, 2, 0, 2, 1, 1, 2, 2, 1, 0]);
  expect(hullOf(places, [0, 1, 2, 3, 4, 5, 6])).toEqual([
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
  ]);
  expect(hullOf(places, [4, 4])).toEqual([[1, 1]]);
  expect(hullOf(places, [])).toEqual([]);
});

it("holds each point, and turns one way", () => {
  const point = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }));
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
      const hull = hullOf(Float64Array.from(points.flat()), [...points.keys()]);
      if (hull.length < 3) return;
      for (const [at, corner] of hull.entries()) {
        const next = hull[(at + 1) % hull.length]!;
        for (const each of points) expect(cross(corner, next, each)).toBeGreaterThanOrEqual(0);
        expect(cross(corner, next, hull[(at + 2) % hull.length]!)).toBeGreaterThan(0);
      }
    }),
  );
});
