import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { take } from "../../../platform/workflow.ts";
import { aConvention, aParty, day, known } from "./convention.fixture.ts";
import { conventionParts, conventionStates } from "./model.ts";
import {
  afterSignature,
  currentOf,
  daysBetween,
  life,
  moves,
  movesOf,
  nextDates,
  obstacles,
  partiesAreOpen,
  partOf,
  phaseOf,
  signatureDoubt,
  signedOnOf,
  type LifeFacts,
} from "./rules.ts";

const ready: LifeFacts = {
  parties: 3,
  unsigned: 3,
  periodStart: known("2023"),
  periodEnd: known("2027"),
  planValidatedOn: known("2023-04"),
  signedOn: null,
  reviewedOn: null,
  successor: null,
  today: day("2026-11-23"),
};

describe("the life of a convention", () => {
  it.each([
    ["preparation", "validate_plan", {}, "plan_validated"],
    ["preparation", "validate_plan", { parties: 0, unsigned: 0 }, "noParty"],
    ["preparation", "validate_plan", { periodEnd: null }, "periodMissing"],
    ["preparation", "validate_plan", { planValidatedOn: null }, "planNotValidated"],
    ["preparation", "validate_plan", { planValidatedOn: known("2027-01") }, "planNotValidated"],
    ["preparation", "enter_signed", { signedOn: day("2023-11-28"), planValidatedOn: null }, "in_force"],
    ["preparation", "enter_signed", {}, "signingDateMissing"],
    ["preparation", "enter_signed", { signedOn: day("2026-11-24") }, "signingDateMissing"],
    ["plan_validated", "reopen_preparation", {}, "preparation"],
    ["plan_validated", "reopen_preparation", { unsigned: 2 }, "someSigned"],
    ["in_force", "start_evaluation", { unsigned: 0 }, "in_evaluation"],
    ["in_force", "start_evaluation", { today: day("2022-12-31") }, "notStarted"],
    ["in_evaluation", "resume", {}, "in_force"],
    ["in_evaluation", "end", {}, "reviewMissing"],
    ["in_evaluation", "end", { reviewedOn: known("2027-11") }, "notOver"],
    ["in_evaluation", "end", { reviewedOn: known("2027-11"), today: day("2027-12-31") }, "notOver"],
    ["in_evaluation", "end", { reviewedOn: known("2027-11"), today: day("2028-01-01") }, "ended"],
    ["ended", "reopen_evaluation", {}, "in_evaluation"],
    ["in_evaluation", "renew", { reviewedOn: known("2027-11") }, "successorMissing"],
    ["in_evaluation", "renew", { reviewedOn: known("2027-11"), successor: "partially_signed" }, "successorNotInForce"],
    ["in_evaluation", "renew", { reviewedOn: known("2027-11"), successor: "in_force" }, "renewed"],
    ["in_force", "renew", { reviewedOn: known("2027-11"), successor: "in_force" }, "no-such-way"],
    ["renewed", "reopen_evaluation", {}, "no-such-way"],
  ] as const)("from %s, %s with %j leads to %s", (state, move, change, expected) => {
    const way = take(life, state, move, { ...ready, ...change });
    expect(way.kind === "taken" ? way.state : way.obstacle).toBe(expected);
  });

  const anyFacts = fc.record({
    parties: fc.nat(3),
    unsigned: fc.nat(3),
    periodStart: fc.constantFrom(null, known("2023"), known("2030-02-03")),
    periodEnd: fc.constantFrom(null, known("2027"), known("2024-06")),
    planValidatedOn: fc.constantFrom(null, known("2023-04"), known("2031")),
    signedOn: fc.constantFrom(null, day("2023-11-28")),
    reviewedOn: fc.constantFrom(null, known("2022-12")),
    successor: fc.option(fc.constantFrom(...conventionStates), { nil: null }),
    today: fc.constantFrom(day("2022-01-01"), day("2026-11-23"), day("2032-01-01")),
  });

  it("fails closed: what is taken was offered as open, from there, and every closed way names its obstacle", () => {
    fc.assert(
      fc.property(fc.constantFrom(...conventionStates), fc.constantFrom(...moves), anyFacts, (state, move, facts) => {
        const way = take(life, state, move, facts);
        const offered = movesOf(state, facts).find(({ name }) => name === move);
        if (way.kind === "taken") expect(offered).toEqual({ kind: "open", name: move, to: way.state });
        else if (offered === undefined) expect(way.obstacle).toBe("no-such-way");
        else expect(obstacles).toContain(way.obstacle);
      }),
    );
  });

  it("never puts in force by signatures what one party has not signed, nor without a validated plan", () => {
    fc.assert(
      fc.property(fc.constantFrom(...conventionStates), anyFacts, (state, facts) => {
        const way = afterSignature(state, facts);
        if (way.kind !== "taken" || way.state !== "in_force") return;
        expect(facts).toMatchObject({ unsigned: 0 });
        expect(facts.parties).toBeGreaterThan(0);
        expect(facts.planValidatedOn).not.toBeNull();
        expect(["plan_validated", "partially_signed"]).toContain(state);
      }),
    );
  });

  it.each([
    ["plan_validated", 2, "partially_signed"],
    ["plan_validated", 0, "in_force"],
    ["partially_signed", 1, "partially_signed"],
    ["partially_signed", 0, "in_force"],
    ["partially_signed", 3, "plan_validated"],
    ["preparation", 2, "no-such-way"],
    ["in_force", 1, "no-such-way"],
  ] as const)("from %s with %i of 3 unsigned, signing leads to %s", (state, unsigned, expected) => {
    const way = afterSignature(state, { ...ready, unsigned });
    expect(way.kind === "taken" ? way.state : way.obstacle).toBe(expected);
  });
});

describe("parties and signatures", () => {
  it("takes the day of the ceremony, else the last signature, else nothing", () => {
    const parties = [aParty(1, { signedOn: day("2023-11-28") }), aParty(2, { signedOn: day("2023-12-04") })];
    expect(signedOnOf({ signedOn: day("2023-11-28"), parties })).toBe("2023-11-28");
    expect(signedOnOf({ signedOn: null, parties })).toBe("2023-12-04");
    expect(signedOnOf({ signedOn: null, parties: [...parties, aParty(3)] })).toBeNull();
    expect(signedOnOf({ signedOn: null, parties: [] })).toBeNull();
  });

  it.each([
    [null, null, null],
    ["2023-11-28", null, "deliberationMissing"],
    ["2023-11-28", "2023-11-29", "deliberationAfterSignature"],
    ["2023-11-28", "2023-11-28", null],
    ["2023-11-28", "2023-09-12", null],
    [null, "2023-09-12", null],
  ])("signed on %s with a deliberation of %s: %s", (signedOn, deliberationDate, doubt) => {
    const asDay = (text: string | null) => (text === null ? null : day(text));
    expect(signatureDoubt({ signedOn: asDay(signedOn), deliberationDate: asDay(deliberationDate) })).toBe(doubt);
  });

  it("closes the list of parties with the first signature", () => {
    expect(partiesAreOpen(aConvention({ state: "plan_validated", parties: [aParty(1)] }))).toBe(true);
    expect(partiesAreOpen(aConvention({ state: "plan_validated", parties: [aParty(1, { signedOn: day("2023-11-28") })] }))).toBe(
      false,
    );
    expect(partiesAreOpen(aConvention({ state: "in_force" }))).toBe(false);
  });
});

describe("the calendar of a convention", () => {
  const period = { periodStart: known("2023"), periodEnd: known("2027") };
  it.each([
    ["2022-12-31", { kind: "before", days: 1 }],
    ["2023-01-01", { kind: "running", year: 1, years: 5, daysLeft: 1825, precision: "year" }],
    ["2026-11-23", { kind: "running", year: 4, years: 5, daysLeft: 403, precision: "year" }],
    ["2027-12-31", { kind: "running", year: 5, years: 5, daysLeft: 0, precision: "year" }],
    ["2028-01-01", { kind: "over", days: 1 }],
  ])("on %s: %j", (today, phase) => {
    expect(phaseOf(period, day(today))).toEqual(phase);
  });

  it("knows nothing of a period that is half written", () => {
    expect(phaseOf({ ...period, periodEnd: null }, day("2026-11-23"))).toEqual({ kind: "unknown" });
  });

  it("counts a year from its first day, not from January", () => {
    const midYear = { periodStart: known("2023-07-01"), periodEnd: known("2027-06-30") };
    expect(phaseOf(midYear, day("2024-06-30"))).toMatchObject({ year: 1, years: 4 });
    expect(phaseOf(midYear, day("2024-07-01"))).toMatchObject({ year: 2, years: 4 });
  });

  it("announces the last year, then the end, and nothing of a convention that is over", () => {
    expect(nextDates({ ...period, state: "in_force" }, day("2026-11-23"))).toEqual([
      { kind: "lastYear", day: "2027-01-01", precision: "year" },
      { kind: "periodEnd", day: "2027-12-31", precision: "year" },
    ]);
    expect(nextDates({ ...period, state: "renewed" }, day("2026-11-23"))).toEqual([]);
    expect(nextDates({ periodStart: null, periodEnd: known("2024-02-29"), state: "in_force" }, day("2023-01-01"))[0]).toEqual({
      kind: "lastYear",
      day: "2023-03-01",
      precision: "day",
    });
  });

  it("counts days across a leap year", () => {
    expect(daysBetween(day("2024-02-28"), day("2024-03-01"))).toBe(2);
  });
});

describe("the parts", () => {
  it("hold each field once", () => {
    expect(partOf(aConvention(), "review")).toEqual({ reviewedOn: null, reviewSummary: null });
    const fields = Object.values(conventionParts).flatMap(({ shape }) => Object.keys(shape));
    expect(new Set(fields).size).toBe(fields.length);
  });

  it("show the convention that binds, before the one being prepared and the one that is over", () => {
    const [renewed, inForce, next] = (["renewed", "in_force", "preparation"] as const).map((state) => aConvention({ state }));
    if (!renewed || !inForce || !next) throw new Error("three conventions");
    expect(currentOf([renewed, next, inForce])).toBe(inForce);
    expect(currentOf([renewed, next])).toBe(next);
    expect(currentOf([])).toBeUndefined();
  });
});
