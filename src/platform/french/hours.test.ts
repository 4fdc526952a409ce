import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromFrench, inSyntax, toFrench } from "./hours.ts";

describe("hours in French", () => {
  test.each([
    ["du lundi au vendredi de 8h à 18h30", "Mo-Fr 08:00-18:30"],
    ["Lundi et jeudi : 9 h – 12 h et 14 h – 17 h", "Mo,Th 09:00-12:00,14:00-17:00"],
    ["tous les samedis de 10h à 12h", "Sa 10:00-12:00"],
    ["lundi 9h-12h ; mardi fermé ; fermé les jours fériés", "Mo 09:00-12:00; Tu off; PH off"],
    ["de 9h à 12h", "09:00-12:00"],
    ["lundi matin sur rendez-vous", "lundi matin sur rendez-vous"],
    ["le lundi de 9h à 12h, sauf en août", "le lundi de 9h à 12h, sauf en août"],
    ["Mar 10:00-12:00", "Mar 10:00-12:00"],
    ["Mar 01-Apr 30 Mo 09:00-10:00", "Mar 01-Apr 30 Mo 09:00-10:00"],
  ])("%s is kept as %s", (written, syntax) => expect(inSyntax(written)).toBe(syntax));

  test.each([
    ["Mo-Fr 05:30-07:30,18:30-22:00", "du lundi au vendredi de 5h30 à 7h30 et de 18h30 à 22h"],
    ["Mo,Th 09:00-12:00", "lundi et jeudi de 9h à 12h"],
    ["We 14:00-17:00; PH off", "le mercredi de 14h à 17h ; fermé les jours fériés"],
    ["Mo[1] 09:00-12:00", "Mo[1] 09:00-12:00"],
    ["24/7", "24/7"],
  ])("%s is shown as %s to those who write hours", (syntax, written) => expect(toFrench(syntax)).toBe(written));

  test("what is shown is read as what it was, and what is kept stays as it is", () => {
    const day = fc.constantFrom("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    const days = fc
      .array(
        fc.oneof(
          day,
          fc.tuple(day, day).map((range) => range.join("-")),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((list) => list.join(","));
    const time = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
    const span = fc.tuple(time, time).map((range) => range.join("-"));
    const times = fc.oneof(
      fc.constant("off"),
      fc.array(span, { minLength: 1, maxLength: 3 }).map((list) => list.join(",")),
    );
    const rule = fc.oneof(
      { weight: 5, arbitrary: fc.tuple(days, times).map((parts) => parts.join(" ")) },
      { weight: 1, arbitrary: fc.constant("PH off") },
    );
    const syntaxes = fc.array(rule, { minLength: 1, maxLength: 4 }).map((rules) => rules.join("; "));
    fc.assert(
      fc.property(syntaxes, (hours) => {
        expect(toFrench(hours)).not.toBe(hours);
        expect(fromFrench(toFrench(hours))).toBe(hours);
        expect(inSyntax(hours)).toBe(hours);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(fromFrench(toFrench(text))).toBe(toFrench(text) === text ? fromFrench(text) : text);
        expect(inSyntax(inSyntax(text))).toBe(inSyntax(text));
      }),
    );
  });
});
