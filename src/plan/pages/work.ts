import type { Convention } from "../../convention/model.ts";
import { currentOf } from "../../convention/rules.ts";
import { listConventions } from "../../convention/store.ts";
import { personOf } from "../../platform/actor.ts";
import { dayOf } from "../../platform/clock.ts";
import type { TerritoryVisit } from "../../platform/http/visit.ts";
import type { Day } from "../../platform/model.ts";
import { decide, may, type Door } from "../../platform/rights.ts";
import type { Plan, SavedView } from "../model.ts";
import { listViews } from "../notes-store.ts";
import { actionRights, actionSubject, planRights } from "../rights.ts";
import { planFacts, type PlanFacts } from "../rules.ts";
import { planAt } from "../store.ts";
import { namesOf, readDirectory, type Directory, type Names } from "./fiche-read.ts";

/** The plan of the convention in force, as far as this visitor may read it, with what is computed from it today. */
export interface Work {
  readonly convention: Convention;
  /** Without the actions that this visitor may not read. */
  readonly plan: Plan;
  readonly facts: PlanFacts;
  readonly directory: Directory;
  readonly names: Names;
  readonly views: readonly SavedView[];
  readonly today: Day;
}

export type WorkFound =
  | { readonly kind: "found"; readonly work: Work }
  | { readonly kind: "refused"; readonly door: Door }
  /** No convention yet: there is nothing to plan under. */
  | { readonly kind: "unstarted" };

/** Reads the plan for its working pages. */
export async function readWork(visit: TerritoryVisit): Promise<WorkFound> {
  const decision = decide(planRights.work, visit.actor, {});
  return decision.kind === "refused" ? decision : readShared(visit);
}

/** Reads of the plan what this visitor may read, whoever they are: each action has its own right. */
export async function readShared(visit: TerritoryVisit): Promise<Exclude<WorkFound, { kind: "refused" }>> {
  return visit.read(async (tx) => {
    const convention = currentOf(await listConventions(tx));
    if (convention === undefined) return { kind: "unstarted" };
    const { plan: whole } = await planAt(tx, visit.territory.id, convention.id);
    const plan = {
      ...whole,
      actions: whole.actions.filter((action) => may(actionRights.read, visit.actor, actionSubject(action, convention.state))),
    };
    const person = personOf(visit.actor);
    const directory = await readDirectory(tx, whole);
    const today = dayOf(visit.runtime.clock.now());
    return {
      kind: "found",
      work: {
        convention,
        plan,
        facts: planFacts(plan, today),
        directory,
        names: namesOf(directory, visit.lang),
        views: person === null ? [] : await listViews(tx, person),
        today,
      },
    };
  });
}
