import fc from "fast-check";
import { expect, test } from "vitest";
import { openState } from "../../hours/opening.ts";
import { Season, type Period } from "../../hours/model.ts";
import { hoursInOneText } from "./hours.ts";

const period = (season: Season, hours: string): Period => ({ season, hours });

test.each([
  [[], null],
  [[period("all_year", "Mo-Fr 09:00-16:00")], "Mo-Fr 09:00-16:00"],
  [[period("all_year", "sur rendez-vous, le matin")], "sur rendez-vous, le matin"],
  [
    [period("school_time", "Mo,Tu,Th,Fr 07:00-08:30,16:30-18:30"), period("holidays", "Mo-Fr 08:00-18:00")],
    "Mo-Tu,Th-Fr 07:00-08:30,16:30-18:30; SH off; SH Mo-Fr 08:00-18:00; PH off",
  ],
  [[period("wednesdays", "Mo-Fr 08:00-18:00")], "We 08:00-18:00; SH off; PH off"],
] as const)("%j in one text: %s", (periods, hours) => {
  expect(hoursInOneText([...periods])).toEqual({ kind: "said", hours });
});

test("what one text can't say rightly is not said", () => {
  expect(hoursInOneText([period("school_time", "Mo[1] 09:00-12:00")]).kind).toBe("unsaid");
  expect(hoursInOneText([period("all_year", "matin"), period("holidays", "Mo 09:00-12:00")]).kind).toBe("unsaid");
});

test("one text opens when the periods do, at any hour of a school year", () => {
  const hours = fc
    .tuple(
      fc.uniqueArray(fc.constantFrom("Mo", "Tu", "We", "Th", "Fr", "Sa"), { minLength: 1 }),
      fc.integer({ min: 6, max: 12 }),
      fc.integer({ min: 13, max: 22 }),
    )
    .map(([days, from, to]) => `${days.join(",")} ${String(from).padStart(2, "0")}:00-${to}:30`);
  const periods = fc.array(fc.record({ season: fc.constantFrom(...Season.options), hours }), { minLength: 2, maxLength: 4 });
  const instant = fc.date({ min: new Date("2025-09-01"), max: new Date("2026-08-30"), noInvalidDate: true });
  fc.assert(
    fc.property(periods, fc.array(instant, { minLength: 20, maxLength: 20 }), (of, instants) => {
      const one = hoursInOneText(of);
      if (one.kind === "unsaid" || one.hours === null) throw new Error("a plain week was not said");
      const whole = { closures: [], notice: null, noticeUntil: null };
      const said = { ...whole, periods: [period("all_year", one.hours)] };
      for (const at of instants)
        expect([one.hours, at.toISOString(), openState(said, at).kind]).toEqual([
          one.hours,
          at.toISOString(),
          openState({ ...whole, periods: of }, at).kind,
        ]);
    }),
    { numRuns: 40 },
  );
});
