import fc from "fast-check";
import { expect, test } from "vitest";
import { ageText, parseAge } from "./age.ts";

test.each([
  ["18 mois", 18],
  ["18", 18],
  ["3 ans", 36],
  ["1 an", 12],
  ["2 ans et demi", 30],
  ["2 ans 6 mois", 30],
  ["10 semaines", undefined],
  ["demi", undefined],
  ["", undefined],
  ["trois ans", undefined],
])("%s", (text, months) => {
  expect(parseAge(text)).toEqual(months === undefined ? { kind: "unreadable" } : { kind: "age", months });
});

test.each([
  [0, "0 mois", "0 months"],
  [18, "18 mois", "18 months"],
  [24, "2 ans", "2 years"],
  [30, "2 ans et demi", "2 and a half years"],
  [40, "3 ans et 4 mois", "3 years and 4 months"],
  [12, "1 an", "1 year"],
])("%i months", (months, fr, en) => {
  expect([ageText("fr", months), ageText("en", months)]).toEqual([fr, en]);
});

test("what is said of an age is read back as that age", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_440 }), (months) => {
      expect(parseAge(ageText("fr", months))).toEqual({ kind: "age", months });
    }),
  );
});
