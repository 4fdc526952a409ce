import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Action } from "../model.ts";
import { anAction, communeCode, day, organisationId, themeKey } from "../plan.fixture.ts";
import { completeness, criterionNames } from "./completeness.ts";

const measure = {
  kind: "output" as const,
  name: "Familles accueillies",
  unit: null,
  source: null,
  frequency: null,
  owner: null,
  results: [],
};

/** Everything that a person can fill in, one gesture at a time; each is applied to what the previous ones left. */
const gestures: readonly ((action: Action) => Action)[] = [
  (a) => ({ ...a, what: { ...a.what, description: "Un lieu d’accueil itinérant." } }),
  (a) => ({ ...a, what: { ...a.what, description: "Un lieu d’accueil enfants-parents itinérant. ".repeat(8) } }),
  (a) => ({ ...a, what: { ...a.what, goals: "Rompre l’isolement" } }),
  (a) => ({ ...a, why: { ...a.why, findings: "Aucun lieu d’accueil dans quatre communes" } }),
  (a) => ({ ...a, why: { ...a.why, residentsWord: "« Il faut aller jusqu’à Remiremont »" } }),
  (a) => ({ ...a, identity: { ...a.identity, themes: [...a.identity.themes, themeKey("parentalite")] } }),
  (a) => ({ ...a, what: { ...a.what, audiences: ["under_3"], communes: [communeCode("88383")] } }),
  (a) => ({ ...a, who: { ...a.who, leadPerson: "Camille Exemple" } }),
  (a) => ({ ...a, who: { ...a.who, leadId: organisationId(1) } }),
  (a) => ({ ...a, who: { ...a.who, electedSponsor: "Dominique Exemple" } }),
  (a) => ({ ...a, how: { ...a.how, start: day("2025-01-01") } }),
  (a) => ({ ...a, how: { ...a.how, end: day("2026-12-31") } }),
  (a) => ({ ...a, how: { ...a.how, milestones: [...a.how.milestones, { title: "Ouvrir", due: null, doneOn: null }] } }),
  (a) => ({
    ...a,
    how: { ...a.how, milestones: [...a.how.milestones, { title: "Ouvrir", due: day("2025-06-01"), doneOn: null }] },
  }),
  (a) => ({ ...a, how: { ...a.how, totalCost: 12_000_00 } }),
  (a) => ({
    ...a,
    how: {
      ...a.how,
      funding: [...a.how.funding, { year: 2025, funderId: null, nature: "running", planned: 1, notified: null, paid: null }],
    },
  }),
  (a) => ({ ...a, measures: { measures: [...a.measures.measures, { ...measure, baseline: null, target: null }] } }),
  (a) => ({ ...a, measures: { measures: [...a.measures.measures, { ...measure, baseline: 0, target: 60 }] } }),
  (a) => ({ ...a, what: { ...a.what, expectedResults: "Soixante familles" } }),
  (a) => ({ ...a, life: { ...a.life, nextStep: "continue" } }),
];

// The short description comes before the long one: a gesture adds, it does not take away.
const inOrder = fc.subarray([...gestures]);

describe("completeness", () => {
  it("starts at nothing and names all that is missing", () => {
    const empty = completeness(anAction(1));
    expect(empty.score).toBe(0);
    expect(empty.missing).toEqual(criterionNames.filter((name) => name !== "nextStep"));
  });

  it("ends at one when all is said", () => {
    const whole = gestures.reduce((action, fill) => fill(action), anAction(1, { life: { status: "done" } }));
    expect(completeness(whole)).toMatchObject({ score: 1, missing: [] });
  });

  it("never falls when a field is filled", () => {
    fc.assert(
      fc.property(
        inOrder,
        fc.constantFrom("planned" as const, "ongoing" as const, "done" as const, "dropped" as const),
        (fills, status) => {
          let action = anAction(1, { life: { status } });
          for (const fill of fills) {
            const filled = fill(action);
            expect(completeness(filled).score).toBeGreaterThanOrEqual(completeness(action).score);
            action = filled;
          }
        },
      ),
    );
  });

  it("does not ask a dropped action how it would have been carried, nor a free one for funders", () => {
    expect(completeness(anAction(1, { life: { status: "dropped" } })).missing).not.toContain("funding");
    expect(completeness(anAction(1, { how: { totalCost: 0 } })).missing).not.toContain("funding");
  });
});
