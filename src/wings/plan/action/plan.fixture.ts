import { ConventionId } from "../../convention/conventions/model.ts";
import { Day, OrganisationId } from "../../../platform/model.ts";
import { CommuneCode, ThemeKey } from "../../territory/territories/model.ts";
import { ActionId, type Action, type Blocks, type Plan } from "./model.ts";
import { AxisId } from "../axes/model.ts";

/** A UUID that is easy to read in a failure: its number at the end. */
const uuid = (family: number, number: number): string =>
  `00000000-0000-4000-8000-${String(family).padStart(4, "0")}${String(number).padStart(8, "0")}`;

export const day = (text: string): Day => Day.parse(text);
export const conventionId = ConventionId.parse(uuid(1, 1));
export const axisId = (number: number): AxisId => AxisId.parse(uuid(2, number));
export const actionId = (number: number): ActionId => ActionId.parse(uuid(3, number));
export const organisationId = (number: number): OrganisationId => OrganisationId.parse(uuid(4, number));
export const themeKey = (key: string): ThemeKey => ThemeKey.parse(key);
export const communeCode = (code: string): CommuneCode => CommuneCode.parse(code);

type Parts = { readonly [B in keyof Blocks]?: Partial<Blocks[B]> } & Partial<Omit<Action, keyof Blocks | "id">>;

/** A fiche that says nothing but its title, with the parts that a test speaks of. */
export function anAction(number: number, parts: Parts = {}): Action {
  const { identity, why, what, who, how, measures, life, ...rest } = parts;
  return {
    id: actionId(number),
    conventionId,
    provenance: { kind: "example" },
    lastNewsAt: new Date("2026-10-01T09:00:00Z"),
    validatedAt: null,
    validatedBy: null,
    ...rest,
    identity: {
      number: String(number),
      title: `Action ${String(number)}`,
      axisId: axisId(1),
      objectiveId: null,
      themes: [],
      novelty: null,
      otherContracts: null,
      confidentiality: "shared",
      ...identity,
    },
    why: { findings: null, stake: null, residentsWord: null, ...why },
    what: { goals: null, description: null, audiences: [], communes: [], expectedResults: null, ...what },
    who: { leadId: null, leadPerson: null, electedSponsor: null, cafReferent: null, partners: [], participation: "none", ...who },
    how: {
      start: null,
      end: null,
      recurrence: null,
      milestones: [],
      staff: null,
      taxBase: "including_tax",
      totalCost: null,
      funding: [],
      ...how,
    },
    measures: { measures: [], ...measures },
    life: {
      status: "ongoing",
      reason: null,
      unblockedBy: null,
      strengths: null,
      obstacles: null,
      levers: null,
      nextStep: null,
      ...life,
    },
  };
}

/** A plan of two axes with these actions. */
export const aPlan = (actions: readonly Action[]): Plan => ({
  conventionId,
  axes: [1, 2].map((number) => ({
    id: axisId(number),
    conventionId,
    number,
    title: `Axe ${String(number)}`,
    plainWords: null,
    frameworkAxisId: null,
  })),
  objectives: [],
  actions,
  links: [],
});
