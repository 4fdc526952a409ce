import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountsIn, parseAmount } from "./amount.ts";
import { amountText } from "./number.ts";

describe("parseAmount", () => {
  it.each([
    ["12 k€", 1_200_000],
    ["12k€", 1_200_000],
    ["12,5 K€", 1_250_000],
    ["3 500,00 €", 350_000],
    ["3 500,00 €", 350_000],
    ["3 500 €", 350_000],
    ["3.500,00", 350_000],
    ["3,500.00", 350_000],
    ["1,2 M€", 120_000_000],
    ["1.2 million d’euros", 120_000_000],
    ["12000", 1_200_000],
    ["12 000", 1_200_000],
    ["1.234.567", 123_456_700],
    ["12,5", 1_250],
    ["0,500", 50],
    ["3 500 € TTC", 350_000],
    ["3 500 € HT", 350_000],
    ["Budget : 800 €", 80_000],
    ["gratuit", 0],
    ["0", 0],
    ["€12k", 1_200_000],
    ["12'000 €", 1_200_000],
  ])("reads %s without a doubt", (text, cents) => {
    expect(parseAmount(text)).toMatchObject({ kind: "amount", cents, doubts: [] });
  });

  it.each([
    ["3.500", 350_000, { code: "separator", otherCents: 350 }],
    ["3,500", 350_000, { code: "separator", otherCents: 350 }],
    ["env. 5 000 €", 500_000, { code: "approximate" }],
    ["~ 5000", 500_000, { code: "approximate" }],
    ["(500)", -50_000, { code: "negative" }],
    ["-500 €", -50_000, { code: "negative" }],
    ["12 000 € par an", 1_200_000, { code: "per-year" }],
    ["12 k€/an", 1_200_000, { code: "per-year" }],
    ["10,123456", 1_012, { code: "rounded" }],
    ["3 500 € (vacations)", 350_000, { code: "other-text", text: "(vacations)" }],
  ])("reads %s and says its doubt", (text, cents, doubt) => {
    expect(parseAmount(text)).toMatchObject({ kind: "amount", cents, doubts: [doubt] });
  });

  it("says which tax base was written", () => {
    expect(parseAmount("3 500 € TTC")).toMatchObject({ tax: "including_tax" });
    expect(parseAmount("3 500 € HT")).toMatchObject({ tax: "excluding_tax" });
    expect(parseAmount("3 500 €")).toMatchObject({ tax: null });
  });

  it.each([
    [
      "2024 : 3 000 € / 2025 : 4 000 €",
      [
        [2024, 300_000],
        [2025, 400_000],
      ],
    ],
    [
      "2024 : 3 k€\n2025 : 4 k€\n2026 : 0",
      [
        [2024, 300_000],
        [2025, 400_000],
        [2026, 0],
      ],
    ],
    [
      "3 000 € en 2024, 4 000 € en 2025",
      [
        [2024, 300_000],
        [2025, 400_000],
      ],
    ],
    ["2 500 € (2024)", [[2024, 250_000]]],
  ])("reads %s by year", (text, years) => {
    expect(parseAmount(text)).toMatchObject({ kind: "by-year", years: years.map(([year, cents]) => ({ year, cents })) });
  });

  it.each([
    ["", "blank"],
    ["à définir", "not-known"],
    ["-", "not-known"],
    ["beaucoup", "no-number"],
    ["5 000 à 8 000 €", "several-amounts"],
    ["2024 : 3 000 / 4 000", "several-amounts"],
    ["3 agents", "other-text"],
    ["12 m", "other-text"],
    ["99999999999999999999", "too-large"],
  ])("does not pretend to read %s", (text, reason) => {
    expect(parseAmount(text)).toMatchObject({ kind: "unreadable", reason });
  });

  it("finds each amount with its place", () => {
    expect(amountsIn("Caf : 3 000 €, MSA 1,5 k€").map(({ cents }) => cents)).toEqual([300_000, 150_000]);
  });

  it("reads back what it writes, in both languages", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.constantFrom("fr" as const, "en" as const), (cents, lang) => {
        expect(parseAmount(amountText(lang, cents))).toMatchObject({ kind: "amount", cents });
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(...Array.from("0123456789 .,-()k€M/:")) })),
        (text) => {
          const read = parseAmount(text);
          if (read.kind === "amount") expect(Number.isSafeInteger(read.cents)).toBe(true);
        },
      ),
    );
  });
});
