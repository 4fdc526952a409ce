import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDay, KnownDate, lastDay, precisionOf, writtenKnownDate } from "./known-date.ts";
import { knownDateText } from "./french/known-date.ts";

describe("a date as precisely as it is known", () => {
  it.each([
    ["28/11/2023", "2023-11-28", "28 novembre\u00A02023"],
    ["2023-11-01", "2023-11-01", "1er novembre\u00A02023"],
    ["avril 2023", "2023-04", "avril\u00A02023"],
    ["Avr. 2023", "2023-04", "avril\u00A02023"],
    ["04/2023", "2023-04", "avril\u00A02023"],
    ["2019", "2019", "2019"],
  ])("reads %s as %s and says %s", (written, kept, said) => {
    const date = writtenKnownDate.parse(written);
    expect(date).toBe(kept);
    expect(knownDateText("fr", date)).toBe(said);
  });

  it.each(["31/02/2023", "13/2023", "2023-00", "printemps 2023", "12", "20233", ""])("refuses %j", (written) => {
    expect(writtenKnownDate.safeParse(written).success).toBe(false);
  });

  it("covers the days it may mean, and no other", () => {
    expect([firstDay(KnownDate.parse("2024-02")), lastDay(KnownDate.parse("2024-02"))]).toEqual(["2024-02-01", "2024-02-29"]);
    expect([firstDay(KnownDate.parse("2022")), lastDay(KnownDate.parse("2022"))]).toEqual(["2022-01-01", "2022-12-31"]);
  });

  it("begins before it ends, within what was written", () => {
    const date = fc
      .tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(4, 7))
      .map(([year, month, length]) => KnownDate.parse(`${year}-${String(month).padStart(2, "0")}`.slice(0, length)));
    fc.assert(
      fc.property(date, (each) => {
        expect(firstDay(each) < lastDay(each)).toBe(true);
        expect(firstDay(each).startsWith(each) && lastDay(each).startsWith(each)).toBe(true);
        expect(precisionOf(each)).not.toBe("day");
      }),
    );
  });
});
