import fc from "fast-check";
import { expect, test } from "vitest";
import { wallClock } from "../../hours/calendar.ts";
import { instantInFrance, isoWeek, roundDays } from "./rounds.ts";

const year = { from: "2026-11-28", to: "2027-02-28" };

test.each([
  ["2026-01-01", 1],
  ["2026-12-31", 53],
  ["2027-01-03", 53],
  ["2027-01-04", 1],
  ["2024-12-30", 1],
])("%s is in week %d", (day, week) => {
  expect(isoWeek(day)).toBe(week);
});

test.each([
  ["weekly", ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"]],
  ["even_weeks", ["2026-12-08", "2026-12-22"]],
  ["odd_weeks", ["2026-12-01", "2026-12-15", "2026-12-29"]],
  ["first_of_month", ["2026-12-01"]],
  ["third_of_month", ["2026-12-15"]],
] as const)("a round on Tuesdays, %s, in December 2026", (rhythm, days) => {
  expect(roundDays({ weekday: "Tu", rhythm }, [], { from: "2026-12-01", to: "2026-12-31" })).toEqual(days);
});

test("week 53 is odd, and week 1 follows: two odd weeks in a row", () => {
  const days = roundDays({ weekday: "Mo", rhythm: "odd_weeks" }, [], { from: "2026-12-28", to: "2027-01-10" });
  expect(days).toEqual(["2026-12-28", "2027-01-04"]);
});

test("nobody comes while the service is closed", () => {
  const closures = [{ from: "2026-12-07", to: "2027-01-04" }];
  const days = roundDays({ weekday: "Mo", rhythm: "weekly" }, closures, { from: "2026-11-30", to: "2027-01-11" });
  expect(days).toEqual(["2026-11-30", "2027-01-11"]);
});

test("every week is an even or an odd one", () => {
  const of = (rhythm: "weekly" | "even_weeks" | "odd_weeks") => roundDays({ weekday: "We", rhythm }, [], year);
  expect([...of("even_weeks"), ...of("odd_weeks")].toSorted()).toEqual(of("weekly"));
});

test("an hour is the one that the clocks of France show", () => {
  expect(instantInFrance("2026-12-01", "09:30").toISOString()).toBe("2026-12-01T08:30:00.000Z");
  expect(instantInFrance("2026-07-01", "09:30").toISOString()).toBe("2026-07-01T07:30:00.000Z");
  const day = fc
    .date({ min: new Date("2025-01-01"), max: new Date("2029-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: 6, max: 22 }), (on, hour) => {
      const wall = wallClock(instantInFrance(on, `${String(hour).padStart(2, "0")}:15`));
      expect([wall.getDate(), wall.getHours(), wall.getMinutes()]).toEqual([Number(on.slice(8)), hour, 15]);
    }),
  );
});
