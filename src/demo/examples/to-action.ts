import type { ConventionId } from "../../wings/convention/conventions/model.ts";
import { Day, type OrganisationId } from "../../platform/model.ts";
import type { Action, ActionId } from "../../wings/plan/action/model.ts";
import { blankBlocks } from "../../wings/plan/action/blank-blocks.ts";
import type { AxisId, ObjectiveId } from "../../wings/plan/axes/model.ts";
import { CommuneCode, ThemeKey } from "../../wings/territory/territories/model.ts";
import type { ExampleAction, OrganisationKey } from "./example.ts";

/** What the territory already holds, by the keys of the examples. */
export interface ExampleReferences {
  readonly conventionId: ConventionId;
  readonly organisation: (key: OrganisationKey) => OrganisationId;
  readonly axis: (number: string) => AxisId;
  readonly objective: (number: string) => ObjectiveId;
  readonly newId: () => string;
}

const communeCodes: Readonly<Partial<Record<OrganisationKey, string>>> = {
  remiremont: "88383",
  "saint-nabord": "88429",
  "val-d-ajol": "88487",
  "saint-etienne": "88415",
  eloyes: "88158",
  "saint-ame": "88409",
  dommartin: "88148",
  plombieres: "88351",
  vecoux: "88498",
  girmont: "88205",
};

const cents = (euros: number | undefined): number | null => (euros === undefined ? null : euros * 100);
const day = (text: string | undefined): Day | null => (text === undefined ? null : Day.parse(text));

/** A whole fiche from an example in short: what the example does not say is `null`. */
export function toAction(example: ExampleAction, id: ActionId, known: ExampleReferences): Action {
  const { number, title } = example;
  const blank = blankBlocks({ number, title, axisId: known.axis(number.slice(0, 1)) });
  return {
    id,
    conventionId: known.conventionId,
    provenance: { kind: "example" },
    lastNewsAt: new Date(`${example.lastNews}T12:00:00Z`),
    validatedAt: null,
    validatedBy: null,
    identity: {
      ...blank.identity,
      objectiveId: known.objective(example.objective),
      themes: example.themes.map((key) => ThemeKey.parse(key)),
      novelty: example.novelty ?? null,
      otherContracts: example.otherContracts ?? null,
      confidentiality: example.confidentiality ?? "public",
    },
    why: {
      ...blank.why,
      findings: example.findings ?? null,
      stake: example.stake ?? null,
      residentsWord: example.residentsWord ?? null,
    },
    what: {
      ...blank.what,
      goals: example.goals ?? null,
      description: example.description ?? null,
      audiences: [...(example.audiences ?? [])],
      communes: (example.communes ?? []).map((key) => CommuneCode.parse(communeCodes[key])),
      expectedResults: example.expectedResults ?? null,
    },
    who: {
      ...blank.who,
      leadId: example.lead === undefined ? null : known.organisation(example.lead),
      leadPerson: example.leadPerson ?? null,
      electedSponsor: example.electedSponsor ?? null,
      partners: (example.partners ?? []).map(([key, role]) => ({ organisationId: known.organisation(key), role })),
      participation: example.participation ?? "none",
    },
    how: {
      ...blank.how,
      start: day(example.start),
      end: day(example.end),
      recurrence: example.recurrence ?? null,
      milestones: (example.milestones ?? []).map(([title, due, doneOn]) => ({
        id: known.newId(),
        title,
        due: day(due),
        doneOn: day(doneOn),
      })),
      staff: example.staff ?? null,
      totalCost: cents(example.totalCost),
      funding: (example.funding ?? []).map(({ year, funder, nature = "running", planned, notified, paid }) => ({
        id: known.newId(),
        year,
        funderId: known.organisation(funder),
        nature,
        planned: cents(planned),
        notified: cents(notified),
        paid: cents(paid),
      })),
    },
    measures: {
      measures: (example.measures ?? []).map(({ kind, name, unit, baseline, target, source, results = [] }) => ({
        id: known.newId(),
        kind,
        name,
        unit,
        baseline: baseline ?? null,
        target: target ?? null,
        source: source ?? null,
        frequency: null,
        owner: null,
        results: results.map(([text, value]) => ({ id: known.newId(), day: Day.parse(text), value })),
      })),
    },
    life: {
      ...blank.life,
      status: example.status,
      reason: example.reason ?? null,
      unblockedBy: example.unblockedBy ?? null,
      strengths: example.strengths ?? null,
      obstacles: example.obstacles ?? null,
      levers: example.levers ?? null,
      nextStep: example.nextStep ?? null,
    },
  };
}
