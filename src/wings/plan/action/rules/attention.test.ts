import { describe, expect, it } from "vitest";
import type { Actor } from "../../../../platform/actor.ts";
import { PersonId, TerritoryId } from "../../../../platform/model.ts";
import type { Action } from "../model.ts";
import { actionId, aPlan, anAction, communeCode, day, organisationId } from "../plan.fixture.ts";
import { attention } from "./attention.ts";
import { axisProgress } from "./axis-progress.ts";
import { comingDates } from "./coming.ts";

const today = day("2026-10-15");
const someone = {
  territory: TerritoryId.parse("00000000-0000-4000-8000-000000000001"),
  person: PersonId.parse("00000000-0000-4000-8000-000000000002"),
  name: "Alix Exemple",
};
const centreSocial = organisationId(1);
const caf = organisationId(2);
const remiremont = communeCode("88383");
const around = { convention: null, commune: null };

const blocked = anAction(1, {
  life: { status: "blocked", reason: "Local non conforme", unblockedBy: "La commune" },
  who: { leadId: centreSocial },
});
const veryLate = anAction(2, { how: { end: day("2025-10-15") }, who: { leadId: centreSocial } });
const late = anAction(3, { how: { end: day("2026-10-01") }, who: { leadId: caf }, what: { communes: [remiremont] } });
const leaderless = anAction(4, { how: { end: day("2027-10-01"), totalCost: 10_000 } });
const closed = anAction(5, { life: { status: "done" }, validatedAt: new Date("2026-01-01") });
const promised = anAction(6, {
  who: { leadId: centreSocial, partners: [{ organisationId: caf, role: "funder" }] },
  how: {
    end: day("2027-01-01"),
    totalCost: 100,
    funding: [{ year: 2026, funderId: caf, nature: "running", planned: 100, notified: null, paid: null }],
  },
});
const plan = aPlan([blocked, late, veryLate, leaderless, closed, promised]);

const found = (actor: Actor, commune = around.commune as Parameters<typeof attention>[3]["commune"]) =>
  Object.fromEntries(
    attention(plan, actor, today, { convention: null, commune }).map((each) => [
      each.kind,
      each.kind === "no_deliberation" ? each.parties : each.actions.map(numberOf),
    ]),
  );
const numberOf = (id: Action["id"]) => Number(id.slice(-8));

describe("what a person has to do", () => {
  it("shows coordination the whole plan, the most pressing first", () => {
    const kinds = attention(plan, { role: "coordinator", ...someone }, today, around).map(({ kind }) => kind);
    expect(kinds).toEqual(["blocked", "late", "no_lead", "money_missing", "no_measure", "undated"]);
    expect(found({ role: "coordinator", ...someone })).toMatchObject({
      blocked: [1],
      late: [2, 3],
      no_lead: [4],
      money_missing: [4],
    });
  });

  it("shows a party what it carries and what it promised", () => {
    expect(found({ role: "party", ...someone, organisation: centreSocial })).toMatchObject({ blocked: [1], to_report: [2] });
    expect(found({ role: "party", ...someone, organisation: caf })).toMatchObject({ to_notify: [6], to_report: [3] });
  });

  it("asks a funder about a year only once it has begun", () => {
    const next = aPlan([
      { ...promised, how: { ...promised.how, funding: promised.how.funding.map((line) => ({ ...line, year: 2027 })) } },
    ]);
    expect(attention(next, { role: "party", ...someone, organisation: caf }, today, around)).toEqual([]);
  });

  it("shows an elected member their commune, and what covers the whole EPCI", () => {
    const elected: Actor = { role: "elected", ...someone, organisation: organisationId(3) };
    expect(found(elected, remiremont)).toMatchObject({ late: [2, 3] });
    expect(found(elected, communeCode("88429"))).toMatchObject({ late: [2], to_validate: [2, 1, 4, 6] });
  });

  it("shows a contributor their fiche only, and a reader nothing", () => {
    expect(found({ role: "contributor", ...someone, actionIds: [actionId(4)] })).toEqual({ to_complete: [4] });
    expect(found({ role: "reader", ...someone })).toEqual({});
    expect(found({ role: "public", territory: someone.territory })).toEqual({});
  });
});

it("tells the dates that come, in order, without those of what is closed", () => {
  expect(comingDates(plan, today, 100).map(({ actionId: id, kind }) => [numberOf(id), kind])).toEqual([[6, "end"]]);
  expect(comingDates(plan, today, 400).map(({ actionId: id }) => numberOf(id))).toEqual([6, 4]);
});

it("counts an axis by state, and says what its mean leaves out", () => {
  const [first, second] = axisProgress(plan, today);
  expect(first).toMatchObject({
    total: 6,
    late: 2,
    byStatus: { ongoing: 4, blocked: 1, done: 1, dropped: 0 },
    progress: { kind: "known", share: 1, counted: 1, unknown: 5 },
  });
  expect(second).toMatchObject({ total: 0, progress: { kind: "unknown" } });
});
