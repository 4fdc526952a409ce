import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Opening, type Season } from "./model.ts";
import { daysText, openText, spansText } from "./words.ts";
import { wallClock } from "./calendar.ts";
import { openState, weeksOf } from "./opening.ts";

const opening = (periods: readonly (readonly [Season, string])[], closures: readonly object[] = []) =>
  Opening.parse({ periods: periods.map(([season, hours]) => ({ season, hours })), closures });
/** Paris time. */
const paris = (text: string): Date =>
  new Date(`${text}:00+0${/-(0[4-9]|10-([01]\d|2[0-4]))/.test(text.slice(4, 10)) ? 2 : 1}:00`);
const withPlainSpaces = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, " ");
const said = (of: ReturnType<typeof opening>, when: string): string =>
  withPlainSpaces(openText("fr", openState(of, paris(when)), paris(when)) ?? "nothing");

/** The instant at which the clock of a wall in France shows this. */
function instantOf(wall: Date): Date {
  const shown = Date.UTC(wall.getFullYear(), wall.getMonth(), wall.getDate(), wall.getHours(), wall.getMinutes());
  const found = [2, 1]
    .map((hours) => new Date(shown - hours * 3_600_000))
    .find((each) => wallClock(each).getTime() === wall.getTime());
  if (found === undefined) throw new Error("an hour that is skipped in spring");
  return found;
}

const week = opening([["all_year", "Mo-Fr 08:30-12:00,13:30-18:00"]]);

describe("how a service stands, in words", () => {
  // 2026-11-23 is a Monday; 2026-11-11 is a public holiday; school holidays go from 20 December 2026 to 3 January 2027.
  test.each([
    ["2026-11-23T09:00", "Ouvert maintenant, ferme à midi"],
    ["2026-11-23T14:00", "Ouvert maintenant, ferme à 18 h"],
    ["2026-11-23T12:30", "Fermé maintenant, ouvre à 13 h 30"],
    ["2026-11-23T18:00", "Fermé maintenant, ouvre demain à 8 h 30"],
    ["2026-11-27T19:00", "Fermé maintenant, ouvre lundi à 8 h 30"],
    ["2026-11-11T10:00", "Fermé, jour férié ; ouvre jeudi à 8 h 30"],
    ["2026-07-15T17:59", "Ouvert maintenant, ferme à 18 h"],
  ])("%s: %s", (when, words) => {
    expect(said(week, when)).toBe(words);
  });

  test("a closure closes, and says when it opens again", () => {
    const closed = opening([["all_year", "Mo-Fr 08:30-18:00"]], [{ from: "2026-11-23", to: "2026-12-04", reason: "Travaux" }]);
    expect(said(closed, "2026-11-25T10:00")).toBe("Fermé en ce moment, ouvre lundi 7 décembre à 8 h 30");
  });

  test("Wednesdays of school time are not those of the holidays", () => {
    const wednesdays = opening([["wednesdays", "We 08:00-18:00"]]);
    expect(said(wednesdays, "2026-12-02T10:00")).toBe("Ouvert maintenant, ferme à 18 h");
    expect(openState(wednesdays, paris("2026-12-23T10:00"))).toMatchObject({ kind: "closed" });
    const holidays = opening([["holidays", "Mo-Fr 08:00-18:00"]]);
    expect(said(holidays, "2026-12-23T10:00")).toBe("Ouvert maintenant, ferme à 18 h");
    expect(openState(holidays, paris("2026-12-02T10:00"))).toMatchObject({ kind: "closed" });
  });

  test("a night goes on after midnight", () => {
    const night = opening([["all_year", "Fr 20:00-02:00"]]);
    expect(said(night, "2026-11-28T01:00")).toBe("Ouvert maintenant, ferme à 2 h");
  });

  test("hours that can't be read say nothing, and are kept as they were written", () => {
    const unread = opening([["all_year", "un dimanche par mois, à midi"]]);
    expect(said(unread, "2026-11-23T09:00")).toBe("nothing");
    expect(weeksOf(unread, paris("2026-11-23T09:00"))).toEqual([
      { kind: "written", season: "all_year", text: "un dimanche par mois, à midi" },
    ]);
  });

  test("days as people write them are read", () => {
    expect(said(opening([["all_year", "lundi 9h-12h"]]), "2026-11-23T10:00")).toBe("Ouvert maintenant, ferme à midi");
  });

  test("a year whose holidays are not known yet is not guessed", () => {
    expect(openState(opening([["school_time", "Mo-Fr 08:00-18:00"]]), paris("2031-03-03T10:00"))).toEqual({ kind: "unknown" });
  });
});

test("the week in words: days with the same hours together", () => {
  const [period] = weeksOf(
    opening([["all_year", "Mo-Fr 08:30-12:00,13:30-18:00; We 08:30-12:00; Sa 10:00-12:00"]]),
    paris("2026-11-25T10:00"),
  );
  if (period?.kind !== "week") throw new Error("not read");
  const week = period.rows.map((row) => `${daysText("fr", row)} : ${spansText("fr", row.spans)}`);
  expect(week.map(withPlainSpaces)).toEqual([
    "Lundi, mardi, jeudi, vendredi : 8 h 30 – midi, 13 h 30 – 18 h",
    "Mercredi : 8 h 30 – midi",
    "Samedi : 10 h – midi",
  ]);
  expect(daysText("fr", { days: [1, 2, 3, 4, 5] })).toBe("Du lundi au vendredi");
  expect(daysText("en", { days: [6, 7] })).toBe("Saturday, Sunday");
});

test("what is open closes when it says, and what is closed opens when it says", () => {
  const hours = fc
    .record({
      from: fc.integer({ min: 0, max: 22 }),
      length: fc.integer({ min: 1, max: 10 }),
      days: fc.constantFrom("Mo-Fr", "We", "Sa-Su", "Tu,Th"),
    })
    .map(
      ({ from, length, days }) =>
        `${days} ${String(from).padStart(2, "0")}:00-${String(Math.min(24, from + length)).padStart(2, "0")}:00`,
    );
  const instant = fc.date({ min: new Date("2026-01-05T00:00:00Z"), max: new Date("2026-12-01T00:00:00Z"), noInvalidDate: true });
  fc.assert(
    fc.property(hours, instant, (text, when) => {
      const of = opening([["all_year", text]]);
      const state = openState(of, when);
      if (state.kind === "open") {
        expect(state.until.getTime()).toBeGreaterThan(wallClock(when).getTime());
        const last = openState(of, instantOf(new Date(state.until.getTime() - 60_000)));
        expect(last).toMatchObject({ kind: "open", until: state.until });
        const then = openState(of, instantOf(state.until));
        // What ends at midnight may begin again at once, the next day.
        if (then.kind === "open") expect(state.until.getHours()).toBe(0);
      } else if (state.kind === "closed" && state.opens !== null) {
        expect(openState(of, instantOf(state.opens)).kind).toBe("open");
        expect(openState(of, instantOf(new Date(state.opens.getTime() - 60_000))).kind).toBe("closed");
      } else expect(state.kind).not.toBe("unknown");
    }),
    { numRuns: 200 },
  );
});

describe("hours as people write them", () => {
  test.each([
    ["du lundi au vendredi de 8h à 18h30", "Mo-Fr 08:00-18:30"],
    ["lundi-vendredi 8h-18h30", "Mo-Fr 08:00-18:30"],
    ["Lundi et jeudi : 9 h – 12 h et 14 h – 17 h", "Mo,Th 09:00-12:00,14:00-17:00"],
    ["le mercredi 13h30 à 17h", "We 13:30-17:00"],
    ["tous les samedis de 10h à 12h", "Sa 10:00-12:00"],
    ["lundi 9h-12h ; mardi fermé ; fermé les jours fériés", "Mo 09:00-12:00; Tu off; PH off"],
  ])("%s", (written, syntax) => {
    const week = (hours: string) => weeksOf({ periods: [{ season: "all_year", hours }] }, new Date("2026-09-16T12:00:00Z"));
    expect(week(written)).toEqual(week(syntax));
    expect(week(written)[0]?.kind).toBe("week");
  });

  test.each(["sur rendez-vous", "appelez-nous le matin", "voir l’affiche"])("%s is kept as written", (hours) => {
    expect(weeksOf({ periods: [{ season: "all_year", hours }] }, new Date("2026-09-16T12:00:00Z"))[0]).toMatchObject({
      kind: "written",
      text: hours,
    });
  });
});
