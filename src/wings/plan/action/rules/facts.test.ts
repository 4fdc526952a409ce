import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { ActionStatus, type Action } from "../model.ts";
import { aPlan, anAction, day } from "../plan.fixture.ts";
import { factsOf, lateness, planFacts, progress, silence } from "./facts.ts";
import { daysAfter, monthsAfter } from "./days.ts";

const today = day("2026-10-15");

describe("lateness", () => {
  test.each([
    [
      "une action en cours dont la fin est passée",
      anAction(1, { how: { end: day("2026-10-01") } }),
      { kind: "late", days: 14, because: "end_passed" },
    ],
    ["le jour même de la fin", anAction(1, { how: { end: today } }), { kind: "on_time" }],
    ["réalisée après sa fin", anAction(1, { how: { end: day("2025-01-01") }, life: { status: "done" } }), { kind: "on_time" }],
    ["abandonnée", anAction(1, { how: { end: day("2025-01-01") }, life: { status: "dropped" } }), { kind: "on_time" }],
    [
      "en pause : les dates courent",
      anAction(1, { how: { end: day("2026-10-14") }, life: { status: "paused" } }),
      { kind: "late", days: 1, because: "end_passed" },
    ],
    [
      "à venir, début passé",
      anAction(1, { how: { start: day("2026-09-15"), end: day("2027-06-30") }, life: { status: "planned" } }),
      { kind: "late", days: 30, because: "start_passed" },
    ],
    [
      "en cours, début passé : normal",
      anAction(1, { how: { start: day("2026-09-15"), end: day("2027-06-30") } }),
      { kind: "on_time" },
    ],
    [
      "étape non franchie",
      anAction(1, {
        how: { end: day("2027-06-30"), milestones: [{ title: "Recruter l’animatrice", due: day("2026-10-05"), doneOn: null }] },
      }),
      { kind: "late", days: 10, because: "milestone_passed" },
    ],
    [
      "étape franchie en retard : du passé",
      anAction(1, {
        how: { end: day("2027-06-30"), milestones: [{ title: "Ouvrir", due: day("2026-03-01"), doneOn: day("2026-06-01") }] },
      }),
      { kind: "on_time" },
    ],
    [
      "la plus ancienne date dépassée l’emporte",
      anAction(1, { how: { end: day("2026-10-10"), milestones: [{ title: "Signer", due: day("2026-10-05"), doneOn: null }] } }),
      { kind: "late", days: 10, because: "milestone_passed" },
    ],
    ["sans date", anAction(1), { kind: "undated" }],
    ["un début seul n’est pas une échéance", anAction(1, { how: { start: day("2024-01-01") } }), { kind: "undated" }],
    ["sans date mais réalisée", anAction(1, { life: { status: "done" } }), { kind: "on_time" }],
  ] as const)("%s", (_, action, expected) => {
    expect(lateness(action, today)).toMatchObject(expected);
  });

  it("never says less late on a later day, and never changes its reason", () => {
    fc.assert(
      fc.property(anyAction, anyDay, fc.nat(2_000), (action, on, more) => {
        const first = lateness(action, on);
        const later = lateness(action, day(daysAfter(on, more)));
        if (first.kind !== "late") return first.kind !== "undated" || later.kind === "undated";
        return later.kind === "late" && later.days === first.days + more && later.because === first.because;
      }),
    );
  });

  it("never blames what is closed", () => {
    fc.assert(
      fc.property(anyAction, anyDay, fc.constantFrom("done", "dropped"), (action, on, status) => {
        return lateness({ ...action, life: { ...action.life, status } }, on).kind === "on_time";
      }),
    );
  });
});

describe("progress", () => {
  it("is unknown without milestones, which is not zero", () => {
    expect(progress(anAction(1))).toEqual({ kind: "unknown" });
    expect(progress(anAction(1, { how: { milestones: [{ title: "Cadrer", due: null, doneOn: null }] } }))).toMatchObject({
      kind: "known",
      share: 0,
    });
    expect(progress(anAction(1, { life: { status: "done" } }))).toMatchObject({ kind: "known", share: 1 });
  });

  it("stays between 0 and 1 and never falls when a reached milestone is added", () => {
    fc.assert(
      fc.property(anyAction, anyDay, (action, on) => {
        const before = progress(action);
        const after = progress({
          ...action,
          how: { ...action.how, milestones: [...action.how.milestones, { title: "Fait", due: null, doneOn: on }] },
        });
        if (after.kind === "unknown") return false;
        return after.share <= 1 && (before.kind === "unknown" || (before.share >= 0 && after.share >= before.share));
      }),
    );
  });
});

describe("silence", () => {
  test.each([
    ["2026-04-15T10:00:00Z", "silent"],
    ["2026-04-16T10:00:00Z", "recent"],
    // 23:30 on the 14th in Greenwich is already the 15th in Paris.
    ["2026-04-14T22:30:00Z", "silent"],
    ["2026-10-15T06:00:00Z", "recent"],
  ])("news of %s is %s on 15 October 2026", (lastNewsAt, kind) => {
    expect(silence(anAction(1, { lastNewsAt: new Date(lastNewsAt) }), today).kind).toBe(kind);
  });

  it("awaits nothing from what is closed, and is awaited for a paused action", () => {
    const lastNewsAt = new Date("2024-01-01");
    expect(silence(anAction(1, { lastNewsAt, life: { status: "done" } }), today).kind).toBe("not_expected");
    expect(silence(anAction(1, { lastNewsAt, life: { status: "paused" } }), today).kind).toBe("silent");
  });

  it("does not break by itself", () => {
    fc.assert(
      fc.property(anyAction, anyDay, fc.nat(2_000), (action, on, more) => {
        const first = silence(action, on).kind;
        return first !== "silent" || silence(action, day(daysAfter(on, more))).kind === "silent";
      }),
    );
  });
});

test.each([
  ["2026-08-31", 6, "2027-02-28"],
  ["2027-08-31", 6, "2028-02-29"],
  ["2026-12-15", 1, "2027-01-15"],
  ["2026-01-31", 1, "2026-02-28"],
])("%s and %i months make %s", (from, months, expected) => {
  expect(monthsAfter(day(from), months)).toBe(expected);
});

it("computes the facts of an action once a day", () => {
  const action = anAction(1, { how: { end: today } });
  const facts = factsOf(action, today);
  expect(planFacts(aPlan([action]), today).get(action.id)).toBe(facts);
  expect(factsOf(action, day("2026-10-16")).lateness.kind).toBe("late");
  expect(factsOf({ ...action, how: { ...action.how, end: null } }, today).lateness.kind).toBe("undated");
});

const anyDay = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2032-01-01"), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const maybeDay = fc.option(anyDay);
const anyAction: fc.Arbitrary<Action> = fc
  .record({
    start: maybeDay,
    end: maybeDay,
    milestones: fc.array(fc.record({ title: fc.constantFrom("Cadrer", "Recruter", "Ouvrir"), due: maybeDay, doneOn: maybeDay }), {
      maxLength: 5,
    }),
    status: fc.constantFrom(...ActionStatus.options),
    lastNews: anyDay,
  })
  .map(({ start, end, milestones, status, lastNews }) =>
    anAction(1, { how: { start, end, milestones }, life: { status }, lastNewsAt: new Date(`${lastNews}T12:00:00Z`) }),
  );
