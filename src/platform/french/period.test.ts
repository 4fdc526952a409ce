import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfSerial, parseDay } from "./day.ts";
import { periodText, parsePeriod } from "./period.ts";
import { timeText } from "./time.ts";

const anyDay = fc
  .date({ min: new Date("1991-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyLang = fc.constantFrom("fr" as const, "en" as const);

describe("parseDay", () => {
  it.each([
    ["3 mars 2027", "2027-03-03"],
    ["1er mars 2027", "2027-03-01"],
    ["Lundi 3 Mars 2027", "2027-03-03"],
    ["03/03/2027", "2027-03-03"],
    ["3/3/27", "2027-03-03"],
    ["03-03-2027", "2027-03-03"],
    ["03.03.2027", "2027-03-03"],
    ["2027-03-03", "2027-03-03"],
    ["2027-03-03T00:00:00", "2027-03-03"],
    ["3 août 2027", "2027-08-03"],
    ["3 sept. 2027", "2027-09-03"],
    ["29/02/2028", "2028-02-29"],
  ])("reads %s", (text, day) => {
    expect(parseDay(text)).toEqual({ kind: "day", day });
  });

  it.each(["31/02/2027", "29/02/2027", "2027-13-01", "31 avril 2027", "00/01/2027"])(
    "refuses %s, which does not exist",
    (text) => {
      expect(parseDay(text)).toEqual({ kind: "unreadable", reason: "no-such-day" });
    },
  );

  it("refuses what is no day", () => {
    for (const text of ["mars 2027", "2027", "3 mars", "bientôt", "12/2027"])
      expect(parseDay(text)).toEqual({ kind: "unreadable", reason: "not-a-day" });
    expect(parseDay("  ")).toEqual({ kind: "unreadable", reason: "blank" });
  });

  it("reads back what it writes, in both languages", () => {
    fc.assert(
      fc.property(anyDay, anyLang, (day, lang) => {
        expect(parseDay(timeText(lang, day))).toEqual({ kind: "day", day });
      }),
    );
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseDay(text)));
  });

  it("knows the serial numbers of spreadsheets", () => {
    expect(dayOfSerial(45_292)).toBe("2024-01-01");
    expect(dayOfSerial(12)).toBeUndefined();
  });
});

describe("parsePeriod", () => {
  it.each([
    ["2025", "2025-01-01", "2025-12-31"],
    ["année 2025", "2025-01-01", "2025-12-31"],
    ["1er semestre 2025", "2025-01-01", "2025-06-30"],
    ["2nd semestre 2025", "2025-07-01", "2025-12-31"],
    ["Deuxième semestre 2025", "2025-07-01", "2025-12-31"],
    ["S2 2025", "2025-07-01", "2025-12-31"],
    ["2025-S1", "2025-01-01", "2025-06-30"],
    ["T2 2025", "2025-04-01", "2025-06-30"],
    ["3ème trimestre 2024", "2024-07-01", "2024-09-30"],
    ["1er trim. 2025", "2025-01-01", "2025-03-31"],
    ["1er et 2e trimestre 2025", "2025-01-01", "2025-06-30"],
    ["T1 à T3 2025", "2025-01-01", "2025-09-30"],
    ["2024-2026", "2024-01-01", "2026-12-31"],
    ["2023/2027", "2023-01-01", "2027-12-31"],
    ["2024 – 2026", "2024-01-01", "2026-12-31"],
    ["de 2024 à 2026", "2024-01-01", "2026-12-31"],
    ["2024-26", "2024-01-01", "2026-12-31"],
    ["2024, 2025 et 2026", "2024-01-01", "2026-12-31"],
    ["sept. 2024", "2024-09-01", "2024-09-30"],
    ["09/2024", "2024-09-01", "2024-09-30"],
    ["2024-09", "2024-09-01", "2024-09-30"],
    ["septembre 2024 à juin 2025", "2024-09-01", "2025-06-30"],
    ["mars-juin 2025", "2025-03-01", "2025-06-30"],
    ["De septembre à décembre 2024", "2024-09-01", "2024-12-31"],
    ["01/2024 - 12/2024", "2024-01-01", "2024-12-31"],
    ["12/03/2025", "2025-03-12", "2025-03-12"],
    ["du 3 au 7 mars 2025", "2025-03-03", "2025-03-07"],
    ["du 03/03/2025 au 07/04/2025", "2025-03-03", "2025-04-07"],
    ["01/09/2024 → 30/06/2025", "2024-09-01", "2025-06-30"],
    ["T4 2024 / T1 2025", "2024-10-01", "2025-03-31"],
  ])("reads %s without a doubt", (text, start, end) => {
    expect(parsePeriod(text)).toEqual({ kind: "period", start, end, recurring: null, doubts: [] });
  });

  it.each([
    ["courant 2025", "2025-01-01", "2025-12-31", "approximate"],
    ["fin 2026", "2026-10-01", "2026-12-31", "approximate"],
    ["début 2025", "2025-01-01", "2025-03-31", "approximate"],
    ["été 2025", "2025-06-01", "2025-08-31", "approximate"],
    ["rentrée 2025", "2025-09-01", "2025-09-30", "approximate"],
    ["année scolaire 2024-2025", "2024-09-01", "2025-08-31", "school-year"],
    ["Année scolaire 2024/25", "2024-09-01", "2025-08-31", "school-year"],
    ["2024 et 2026", "2024-01-01", "2026-12-31", "not-continuous"],
  ])("reads %s and says its doubt", (text, start, end, code) => {
    expect(parsePeriod(text)).toEqual({ kind: "period", start, end, recurring: null, doubts: [{ code }] });
  });

  it("reads one open side", () => {
    expect(parsePeriod("dès 2025")).toMatchObject({ start: "2025-01-01", end: null });
    expect(parsePeriod("À partir de septembre 2025")).toMatchObject({ start: "2025-09-01", end: null });
    expect(parsePeriod("jusqu’en 2026")).toMatchObject({ start: null, end: "2026-12-31" });
    expect(parsePeriod("d'ici fin 2026")).toMatchObject({ start: null, end: "2026-12-31", doubts: [{ code: "approximate" }] });
  });

  it.each(["permanent", "Permanente", "en continu", "tous les ans", "Durée de la CTG", "annuel"])(
    "reads %s as recurring",
    (text) => {
      expect(parsePeriod(text)).toEqual({ kind: "period", start: null, end: null, recurring: text, doubts: [] });
    },
  );

  it("reads what a spreadsheet holds", () => {
    expect(parsePeriod(2025)).toMatchObject({ start: "2025-01-01", end: "2025-12-31", doubts: [] });
    expect(parsePeriod(45_292)).toMatchObject({ start: "2024-01-01", doubts: [{ code: "serial-number" }] });
    expect(parsePeriod(new Date("2025-03-12T00:00:00Z"))).toMatchObject({ start: "2025-03-12", end: "2025-03-12" });
    expect(parsePeriod(new Date(Number.NaN))).toMatchObject({ kind: "unreadable" });
  });

  it.each([
    ["", "blank"],
    ["à définir", "not-known"],
    ["bientôt", "not-a-period"],
    ["2026-2024", "end-before-start"],
    ["31/02/2025", "no-such-day"],
    ["5e trimestre 2025", "not-a-period"],
    ["13/2025", "not-a-period"],
  ])("does not pretend to read %s", (text, reason) => {
    expect(parsePeriod(text)).toEqual({ kind: "unreadable", reason });
  });

  it("says what is known of it", () => {
    expect(periodText("fr", "2025-01-01", "2025-06-30")).toBe("du 1er janvier\u00A02025 au 30 juin\u00A02025");
    expect(periodText("fr", "2025-03-03", null)).toBe("à partir du 3 mars\u00A02025");
    expect(periodText("en", null, "2025-03-03")).toBe("until 3 March 2025");
    expect(periodText("fr", null, null)).toBeNull();
  });

  it("reads back what it writes, in both languages", () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyLang, (one, other, lang) => {
        const [start, end] = one <= other ? [one, other] : [other, one];
        expect(parsePeriod(periodText(lang, start, end) ?? "")).toMatchObject({ start, end, doubts: [] });
        expect(parsePeriod(periodText(lang, start, null) ?? "")).toMatchObject({ start, end: null });
        expect(parsePeriod(periodText(lang, null, end) ?? "")).toMatchObject({ start: null, end });
      }),
    );
  });

  it("never throws, and never ends before it starts", () => {
    const scraps = fc.constantFrom(
      "2025",
      "2024",
      "a",
      "au",
      "-",
      "/",
      "T1",
      "semestre",
      "mars",
      "12",
      "du",
      "fin",
      "et",
      " ",
      ".",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(scraps, { maxLength: 12 }).map((words) => words.join(" ")),
        ),
        (text) => {
          const read = parsePeriod(text);
          if (read.kind === "period" && read.start !== null && read.end !== null) expect(read.start <= read.end).toBe(true);
        },
      ),
    );
  });
});
