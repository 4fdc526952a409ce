import type { Convention, ConventionState } from "../../../convention/conventions/model.ts";
import { currentOf } from "../../../convention/conventions/rules.ts";
import { listConventions } from "../../../convention/conventions/store.ts";
import { personOf, type Actor } from "../../../../platform/actor.ts";
import { dayOf } from "../../../../platform/clock.ts";
import { keptWith } from "../../../../platform/kept/kept.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Day } from "../../../../platform/model.ts";
import { decide, may, type Door } from "../../../../platform/rights.ts";
import { applyFilters, toQuery, type Filtered, type ActionFilters } from "../filters.ts";
import type { Plan } from "../../action/model.ts";
import type { SavedView } from "../model.ts";
import { listViews } from "../store.ts";
import { actionRights, actionSubject, planRights } from "../../action/rights.ts";
import { planFacts, type PlanFacts } from "../../action/rules/facts.ts";
import { planAt } from "../../action/store.ts";
import { planReferencesAt, planNamesOf, type PlanReferences, type PlanNames } from "../../fiche/pages/fiche-read.ts";

/** The plan of the convention in force, as far as this visitor may read it, with what is computed from it today. */
export interface ReadablePlan {
  readonly convention: Convention;
  /** Without the actions that this visitor may not read. */
  readonly plan: Plan;
  readonly facts: PlanFacts;
  readonly directory: PlanReferences;
  readonly names: PlanNames;
  readonly views: readonly SavedView[];
  readonly today: Day;
}

export type PlanFound =
  | { readonly kind: "found"; readonly work: ReadablePlan }
  | { readonly kind: "refused"; readonly door: Door }
  /** No convention yet: there is nothing to plan under. */
  | { readonly kind: "unstarted" };

/** Reads the plan for its working pages. */
export async function readWorkingPlan(visit: TerritoryVisit): Promise<PlanFound> {
  const decision = decide(planRights.work, visit.actor, {});
  return decision.kind === "refused" ? decision : readReadablePlan(visit);
}

/** Reads of the plan what this visitor may read, whoever they are: each action has its own right. */
export async function readReadablePlan(visit: TerritoryVisit): Promise<Exclude<PlanFound, { kind: "refused" }>> {
  return visit.read(async (tx) => {
    const convention = currentOf(await listConventions(tx));
    if (convention === undefined) return { kind: "unstarted" };
    const { plan: whole } = await planAt(tx, convention.id);
    const plan = readablePart(whole, visit.actor, convention.state);
    const person = personOf(visit.actor);
    const directory = await planReferencesAt(tx, whole);
    const today = dayOf(visit.runtime.clock.now());
    return {
      kind: "found",
      work: {
        convention,
        plan,
        facts: factsOn(plan, today, () => planFacts(plan, today)),
        directory,
        names: planNamesOf(directory, visit.lang),
        views: person === null ? [] : await listViews(tx, person),
        today,
      },
    };
  });
}

const readableOf = keptWith<Plan>(50);
const factsOn = keptWith<PlanFacts>(2);
const foundIn = keptWith<Filtered>(30);

/** The plan without what this actor may not read: the same object for the same plan and actor. */
const readablePart = (whole: Plan, actor: Actor, state: ConventionState): Plan =>
  readableOf(whole, JSON.stringify([actor, state]), () => ({
    ...whole,
    actions: whole.actions.filter((action) => may(actionRights.read, actor, actionSubject(action, state))),
  }));

/** The actions of the plan that answer these filters. Any change of the territory, even of a name, makes another plan. */
export const findActions = ({ plan, facts, directory, today }: ReadablePlan, actor: Actor, filters: ActionFilters): Filtered =>
  foundIn(plan, `${today} ${toQuery({ ...filters, view: "list", page: 1 })}`, () =>
    applyFilters({ actions: plan.actions, facts, known: directory, actor }, filters),
  );
