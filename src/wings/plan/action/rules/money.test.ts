import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Action, FundingLine } from "../model.ts";
import { anAction, organisationId } from "../plan.fixture.ts";
import { fundingBalance, planBalance, rate, sumsOf, type Sum } from "./funding.ts";

const caf = organisationId(1);
const ccpvm = organisationId(2);
const line = (
  year: number,
  funderId: FundingLine["funderId"],
  planned: number | null,
  notified: number | null = null,
  paid: number | null = null,
): FundingLine => ({
  year,
  funderId,
  nature: "running",
  planned,
  notified,
  paid,
});

describe("balance of an action", () => {
  test.each([
    ["équilibré", 30_000_00, [line(2025, caf, 20_000_00), line(2025, ccpvm, 10_000_00)], { kind: "balanced" }],
    ["il manque 5 000 €", 30_000_00, [line(2025, caf, 25_000_00)], { kind: "missing", cents: 5_000_00 }],
    ["2 000 € de trop", 30_000_00, [line(2025, caf, 32_000_00)], { kind: "over", cents: 2_000_00 }],
    ["coût connu, aucun financeur", 30_000_00, [], { kind: "missing", cents: 30_000_00 }],
    ["gratuit", 0, [], { kind: "balanced" }],
    ["coût inconnu", null, [line(2025, caf, 25_000_00)], { kind: "unknown", because: "no_cost" }],
    [
      "une ligne sans montant pourrait combler",
      30_000_00,
      [line(2025, caf, 25_000_00), line(2026, ccpvm, null)],
      { kind: "unknown", because: "unknown_amounts" },
    ],
    [
      "une ligne à zéro ne comble rien",
      30_000_00,
      [line(2025, caf, 25_000_00), line(2026, ccpvm, 0)],
      { kind: "missing", cents: 5_000_00 },
    ],
  ] as const)("%s", (_, totalCost, funding, expected) => {
    expect(fundingBalance(anAction(1, { how: { totalCost, funding: [...funding] } })).balance).toEqual(expected);
  });

  it("gives a rate only where both sides are known", () => {
    const of = (...funding: FundingLine[]) => fundingBalance(anAction(1, { how: { totalCost: 100, funding } }));
    expect(of(line(2025, caf, 10_000, 6_000)).notifiedRate).toEqual({ kind: "known", share: 0.6 });
    expect(of(line(2025, caf, 5_000, 3_000), line(2026, caf, 5_000)).notifiedRate).toEqual({ kind: "at_least", share: 0.3 });
    expect(of(line(2025, caf, 10_000)).notifiedRate).toEqual({ kind: "unknown" });
    expect(of(line(2025, caf, null, 6_000)).notifiedRate).toEqual({ kind: "unknown" });
    expect(of(line(2025, caf, 0, 0)).notifiedRate).toEqual({ kind: "unknown" });
    expect(of(line(2025, caf, 10_000, 10_000, 0)).paidRate).toEqual({ kind: "known", share: 0 });
  });
});

const amount = fc.option(fc.integer({ min: 0, max: 50_000_000 }));
const anyLines = fc.array(
  fc
    .record({
      year: fc.integer({ min: 2019, max: 2030 }),
      funder: fc.option(fc.constantFrom(caf, ccpvm)),
      planned: amount,
      notified: amount,
      paid: amount,
    })
    .map(({ year, funder, planned, notified, paid }) => line(year, funder, planned, notified, paid)),
  { maxLength: 20 },
);
const plus = (a: Sum, b: Sum): Sum => ({ cents: a.cents + b.cents, known: a.known + b.known, unknown: a.unknown + b.unknown });
const zero: Sum = { cents: 0, known: 0, unknown: 0 };

describe("conservation", () => {
  it("adds up the same by year and by funder", () => {
    fc.assert(
      fc.property(anyLines, (funding) => {
        const { byYear, byFunder, ...all } = fundingBalance(anAction(1, { how: { funding } }));
        for (const part of ["planned", "notified", "paid"] as const) {
          expect(byYear.map((each) => each[part]).reduce(plus, zero)).toEqual(all[part]);
          expect(byFunder.map((each) => each[part]).reduce(plus, zero)).toEqual(all[part]);
        }
      }),
    );
  });

  it("holds for a whole plan, each tax base apart, dropped actions left out", () => {
    const anyAction: fc.Arbitrary<Action> = fc
      .record({
        funding: anyLines,
        totalCost: amount,
        taxBase: fc.constantFrom("excluding_tax" as const, "including_tax" as const),
        status: fc.constantFrom("ongoing" as const, "dropped" as const),
      })
      .map(({ funding, totalCost, taxBase, status }) => anAction(1, { how: { funding, totalCost, taxBase }, life: { status } }));
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 8 }), (actions) => {
        for (const account of planBalance(actions)) {
          const own = actions.filter(({ how, life }) => how.taxBase === account.taxBase && life.status !== "dropped");
          expect(account.actions).toBe(own.length);
          expect(account.planned).toEqual(own.map(({ how }) => sumsOf(how.funding).planned).reduce(plus, zero));
          expect(account.byFunder.map(({ paid }) => paid).reduce(plus, zero)).toEqual(account.paid);
          expect(account.missing).toBeGreaterThanOrEqual(0);
        }
        expect(planBalance(actions).reduce((count, account) => count + account.actions, 0)).toBe(
          actions.filter(({ life }) => life.status !== "dropped").length,
        );
      }),
    );
  });

  it("never divides by zero", () => {
    fc.assert(
      fc.property(
        fc.record({ cents: fc.nat(), known: fc.nat(), unknown: fc.nat() }),
        fc.record({ cents: fc.nat(), known: fc.nat(), unknown: fc.nat() }),
        (part, whole) => {
          const found = rate(part, whole);
          return found.kind === "unknown" || Number.isFinite(found.share);
        },
      ),
    );
  });
});
