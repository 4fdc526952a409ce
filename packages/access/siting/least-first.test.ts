import fc from "fast-check";
import { expect, it } from "vitest";
import { putLeastFirst } from "./least-first.ts";

it("puts the items of least value first, and loses none", () => {
  const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true })), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(values, fc.nat(), (value, draw) => {
      const items = Int32Array.from(value.keys());
      const count = 1 + (draw % value.length);
      putLeastFirst(items, Float64Array.from(value), count);
      expect([...items].toSorted((one, other) => one - other)).toEqual([...value.keys()]);
      // A zero has no sign here: −0 and 0 are one value.
      const least = value.map((each) => each + 0);
      const first = [...items.subarray(0, count)].map((item) => least[item]!).toSorted((one, other) => one - other);
      expect(first).toEqual(least.toSorted((one, other) => one - other).slice(0, count));
    }),
  );
});
