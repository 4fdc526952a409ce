import fc from "fast-check";
import { expect, it } from "vitest";
import { composition } from "./composition.ts";

it("tells nothing of a group that is too small", () => {
  expect(composition(["Aups", "Aups", "Aups", "Aups"])).toBeNull();
  expect(composition(Array<string>(5).fill("Aups"))).toEqual({ values: [{ value: "Aups", people: 5 }], others: 0 });
});

it("tells rare values together, with the next when they could be found by subtraction", () => {
  const people = [...Array<string>(9).fill("Aups"), ...Array<string>(6).fill("Bormes"), "Cotignac", null];
  expect(composition(people)).toEqual({ values: [{ value: "Aups", people: 9 }], others: 8 });
});

it("never tells of fewer people than it may, and forgets nobody", () => {
  const trait = fc.option(fc.constantFrom("a", "b", "c", "d", "e"), { nil: null });
  fc.assert(
    fc.property(fc.array(trait, { maxLength: 60 }), fc.integer({ min: 2, max: 12 }), (traits, smallest) => {
      const found = composition(traits, smallest);
      expect(found === null).toBe(traits.length < smallest);
      if (found === null) return;
      for (const { people } of found.values) expect(people).toBeGreaterThanOrEqual(smallest);
      if (found.others > 0) expect(found.others).toBeGreaterThanOrEqual(smallest);
      expect(found.values.reduce((sum, { people }) => sum + people, found.others)).toBe(traits.length);
    }),
  );
});
