import fc from "fast-check";
import { expect, test } from "vitest";
import { Day } from "../../../platform/model.ts";
import { freshnesses, freshnessOf, monthsBefore } from "./freshness.ts";

const today = Day.parse("2026-08-31");

test.each([
  [null, "never"],
  ["2026-08-31", "recent"],
  ["2026-02-28", "recent"],
  ["2026-02-27", "year"],
  ["2025-08-31", "year"],
  ["2025-08-30", "old"],
  ["2019-01-15", "old"],
])("verified on %s: %s", (day, freshness) => {
  expect(freshnessOf(day === null ? null : Day.parse(day), today)).toBe(freshness);
});

test("six months before the end of August is the end of February", () => {
  expect(monthsBefore(today, 6)).toBe("2026-02-28");
  expect(monthsBefore(Day.parse("2024-02-29"), 12)).toBe("2023-02-28");
});

test("what was verified later is never less fresh", () => {
  const day = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2026-08-31"), noInvalidDate: true })
    .map((date) => Day.parse(date.toISOString().slice(0, 10)));
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [earlier, later] = a < b ? [a, b] : [b, a];
      const rank = (verified: Day) => freshnesses.indexOf(freshnessOf(verified, today));
      expect(rank(later)).toBeLessThanOrEqual(rank(earlier));
    }),
  );
});
