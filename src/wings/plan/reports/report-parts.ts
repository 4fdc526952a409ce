import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import { partiesLine } from "../../convention/conventions/rules.ts";
import type { Action } from "../action/model.ts";
import type { ReadablePlan } from "../views/pages/readable-plan.ts";
import type { PlanReportParts } from "./reports.ts";

/** What the documents of a plan need, for these actions of what this visitor may read. */
export function partsOf(visit: TerritoryVisit, work: ReadablePlan, actions: readonly Action[]): PlanReportParts {
  const { convention, plan, facts, names, today } = work;
  return {
    lang: visit.lang,
    today,
    origin: visit.runtime.origin,
    territory: visit.territory.name,
    convention: convention.title,
    parties: partiesLine(convention.parties, work.directory.organisations),
    names,
    axes: plan.axes,
    facts,
    actions,
  };
}
