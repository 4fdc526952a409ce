import type { Action } from "../model.ts";

/** From 0 (nothing) to 1 (said), or not a question for this action. */
export type Score = number | "not_applicable";

const said = (yes: boolean): Score => (yes ? 1 : 0);
const half = (first: boolean, second: boolean): Score => Number(first) / 2 + Number(second) / 2;
/** Of a dropped action one wants to know what it was and why it stopped, not how it would have been carried. */
const unlessDropped =
  (criterion: (action: Action) => Score) =>
  (action: Action): Score =>
    action.life.status === "dropped" ? "not_applicable" : criterion(action);

const criteria = {
  description: ({ what }: Action) => (what.description === null ? 0 : what.description.length < 200 ? 0.5 : 1),
  goals: ({ what }: Action) => said(what.goals !== null),
  need: ({ why }: Action) => said(why.findings !== null || why.stake !== null || why.residentsWord !== null),
  themes: ({ identity }: Action) => said(identity.themes.length > 0),
  audience: ({ what }: Action) => said(what.audiences.length > 0),
  /** A person's name alone is half: an organisation carries an action, and it stays when the person leaves. */
  lead: ({ who }: Action) => (who.leadId !== null ? 1 : who.leadPerson !== null ? 0.5 : 0),
  sponsor: unlessDropped(({ who }) => said(who.electedSponsor !== null)),
  dates: unlessDropped(({ how }) => half(how.start !== null, how.end !== null)),
  milestones: unlessDropped(({ how }) =>
    half(
      how.milestones.length > 0,
      how.milestones.some(({ due }) => due !== null),
    ),
  ),
  /** An action that costs nothing needs no funder. */
  funding: unlessDropped(({ how }) =>
    how.totalCost === 0
      ? 1
      : half(
          how.totalCost !== null,
          how.funding.some(({ planned }) => planned !== null),
        ),
  ),
  measure: unlessDropped(({ measures: { measures } }) =>
    half(
      measures.length > 0,
      measures.some(({ baseline, target }) => baseline !== null && target !== null),
    ),
  ),
  expectedResults: ({ what }: Action) => said(what.expectedResults !== null),
  /** What comes next is asked only of what is finished. */
  nextStep: ({ life }: Action) => (life.status === "done" ? said(life.nextStep !== null) : "not_applicable"),
} as const satisfies Record<string, (action: Action) => Score>;

export type Criterion = keyof typeof criteria;
export const criterionNames = Object.keys(criteria).filter((name): name is Criterion => name in criteria);

export interface Completeness {
  /** Mean of the criteria that apply, from 0 to 1. */
  readonly score: number;
  readonly detail: readonly { readonly criterion: Criterion; readonly score: Score }[];
  /** What is not wholly said, in the order of the fiche. */
  readonly missing: readonly Criterion[];
}

/** How much of a fiche is told: each criterion gives a score or does not apply; the whole is the mean of those that do. */
export function completeness(action: Action): Completeness {
  const detail = criterionNames.map((criterion) => ({ criterion, score: criteria[criterion](action) }));
  const scores = detail.flatMap(({ score }) => (score === "not_applicable" ? [] : [score]));
  return {
    score: scores.length === 0 ? 1 : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    detail,
    missing: detail.flatMap(({ criterion, score }) => (score !== "not_applicable" && score < 1 ? [criterion] : [])),
  };
}
