import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capitalised, uncapitalised } from "./capital.ts";
import { knownDateText, parseKnownDate } from "./known-date.ts";
import { listText } from "./list.ts";
import { amountText, numberText, parseNumber, percentText, sizeText, typedAmount, typedNumber } from "./number.ts";
import { clockText, timeText, weekdayText } from "./time.ts";

const anyLang = fc.constantFrom("fr" as const, "en" as const);
const anyDay = fc
  .date({ min: new Date("1991-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("a day", () => {
  it("is written as people do, whatever the clock of the machine", () => {
    expect(timeText("fr", "2027-03-03")).toBe("3 mars\u00A02027");
    expect(timeText("fr", "2026-12-01")).toBe("1er décembre\u00A02026");
    expect(timeText("fr", "2026-12-11", "short")).toBe("11 décembre");
    expect(timeText("fr", "2026-12-01", "weekday-short")).toBe("mardi 1er décembre");
    expect(timeText("fr", "2026-12-01", "digits")).toBe("01/12/2026");
    expect(timeText("en", "2026-12-01")).toBe("1 December 2026");
  });

  it("is shown as it is where it is none", () => {
    expect(["2026-02-31", "bientôt", ""].map((text) => timeText("fr", text))).toEqual(["2026-02-31", "bientôt", ""]);
  });

  it("is said as precisely as it is known, and read back", () => {
    expect(["2023-11-01", "2023-04", "2019", "2023-13"].map((date) => knownDateText("fr", date))).toEqual([
      "1er novembre\u00A02023",
      "avril\u00A02023",
      "2019",
      "2023-13",
    ]);
    fc.assert(
      fc.property(anyDay, fc.constantFrom(4, 7, 10), anyLang, (day, length, lang) => {
        expect(parseKnownDate(knownDateText(lang, day.slice(0, length)))).toBe(day.slice(0, length));
      }),
    );
  });
});

describe("an instant", () => {
  it("is written at the hour of Paris", () => {
    expect(timeText("fr", new Date("2026-07-01T22:30:00Z"), "moment")).toBe("2 juillet\u00A02026 à 00:30");
    expect(timeText("fr", new Date("2026-12-01T12:05:00Z"), "hour")).toBe("13:05");
  });
});

describe("a day of the week", () => {
  it("is counted from Monday", () => {
    expect([1, 4, 7].map((day) => [weekdayText("fr", day), weekdayText("en", day)])).toEqual([
      ["lundi", "Monday"],
      ["jeudi", "Thursday"],
      ["dimanche", "Sunday"],
    ]);
  });
});

describe("a time of day", () => {
  it.each([
    [0, "minuit", "midnight"],
    [510, "8\u00A0h\u00A030", "8:30"],
    [720, "midi", "noon"],
    [725, "12\u00A0h\u00A005", "12:05"],
    [1080, "18\u00A0h", "18:00"],
  ])("%i minutes", (minutes, fr, en) => {
    expect([clockText("fr", minutes), clockText("en", minutes)]).toEqual([fr, en]);
  });
});

describe("an amount", () => {
  it.each([
    [350_000, "3\u202F500\u00A0€", "€3,500"],
    [1_250, "12,50\u00A0€", "€12.50"],
    [0, "0\u00A0€", "€0"],
  ])("of %i cents shows cents only where there are some", (cents, fr, en) => {
    expect([amountText("fr", cents), amountText("en", cents)]).toEqual([fr, en]);
  });

  it("stands in a form as a person would type it", () => {
    expect([typedAmount(350_000), typedAmount(1_250)]).toEqual(["3500", "12,50"]);
  });
});

describe("a number", () => {
  it("is said with its groups, a share with its sign", () => {
    expect([numberText("fr", 28_940), numberText("fr", 1.25, 1), percentText("fr", 0.125)]).toEqual([
      "28\u202F940",
      "1,3",
      "12,5\u00A0%",
    ]);
    expect([sizeText("fr", 300), sizeText("fr", 1_500_000)]).toEqual(["1\u202Fko", "1,5\u202FMo"]);
  });

  it("is read as people write it", () => {
    expect(["1 234,5", "1\u202F234.5", "-3", "12 ans", ""].map(parseNumber)).toEqual([1234.5, 1234.5, -3, undefined, undefined]);
  });

  it("is read back as a form shows it", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const [read, kept] = [parseNumber(typedNumber(value)) ?? Number.NaN, value];
        expect(Math.abs(read - kept)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("a list", () => {
  it.each([
    [[], ""],
    [["Caf"], "Caf"],
    [["Caf", "MSA"], "Caf et MSA"],
    [["Caf", "MSA", "Commune"], "Caf, MSA et Commune"],
  ])("%j", (names, said) => {
    expect(listText("fr", names)).toBe(said);
  });
});

describe("a capital", () => {
  it("opens a sentence and leaves inside of one", () => {
    expect([capitalised("élu"), uncapitalised("École"), capitalised("")]).toEqual(["Élu", "école", ""]);
  });
});
