import fc from "fast-check";
import { expect, test } from "vitest";
import { Round } from "../card/model.ts";
import type { Season } from "../hours/model.ts";
import { openDays } from "./opening-days.ts";

const where = { modes: [], rounds: [], area: { kind: "unknown" as const } };
const opened = (...periods: readonly (readonly [Season, string])[]) =>
  openDays({
    opening: { periods: periods.map(([season, hours]) => ({ season, hours })), closures: [], notice: null, noticeUntil: null },
    where,
  });
const names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const said = (bits: number): string => names.filter((_, at) => (bits >> at) & 1).join(" ");

test.each<[Season, string, string, string]>([
  ["all_year", "Mo-Fr 08:00-18:00", "Mo Tu We Th Fr", "Mo Tu We Th Fr"],
  ["school_time", "Mo,Tu,Th,Fr 07:30-08:30,16:30-18:30", "Mo Tu Th Fr", ""],
  ["wednesdays", "We 08:00-18:00", "We", ""],
  ["holidays", "Mo-Fr 08:00-18:00", "", "Mo Tu We Th Fr"],
  ["all_year", "Mo-Fr 09:00-12:00; We off", "Mo Tu Th Fr", "Mo Tu Th Fr"],
  ["all_year", "Sa-Mo 10:00-12:00", "Mo Sa Su", "Mo Sa Su"],
  ["all_year", "24/7", "Mo Tu We Th Fr Sa Su", "Mo Tu We Th Fr Sa Su"],
  ["all_year", "un dimanche par mois, à midi", "", ""],
  ["all_year", "Mo[1] 09:00-12:00", "", ""],
])("%s, %s", (season, hours, days, holidays) => {
  const open = opened([season, hours]);
  expect([said(open.days), said(open.holidays)]).toEqual([days, holidays]);
});

test("evening is 19:00 or later, early is before 7:30", () => {
  expect(opened(["all_year", "Mo 09:00-19:00"])).toMatchObject({ evening: true, early: false });
  expect(opened(["all_year", "Mo 07:15-18:30"])).toMatchObject({ evening: false, early: true });
  expect(opened(["all_year", "Fr 20:00-02:00"])).toMatchObject({ evening: true });
});

test("a round is open on its day", () => {
  const rounds = [Round.parse({ communeCode: "88498", weekday: "Tu", rhythm: "weekly", from: "09:00", to: "12:00" })];
  expect(
    said(openDays({ opening: { periods: [], closures: [], notice: null, noticeUntil: null }, where: { ...where, rounds } }).days),
  ).toBe("Tu");
});

test("whatever is written has an answer", () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (hours) => void opened(["all_year", hours])));
});
