import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { ActiveFilter } from "../../../../ui/filters.tsx";
import { toQuery, type Filtered, type ActionFilters, type Ignored, type View } from "../filters.ts";
import { actionWords } from "../../action/words.ts";
import { viewWords } from "../words.ts";
import type { ReadablePlan } from "./readable-plan.ts";

/** The address of each view. */
export const viewPaths: Readonly<Record<View, string>> = {
  list: "/plan",
  board: "/plan/tableau",
  timeline: "/plan/calendrier",
  matrix: "/plan/matrice",
};

/** What every view of the plan is drawn from. */
export interface Shown {
  readonly visit: TerritoryVisit;
  readonly work: ReadablePlan;
  readonly filters: ActionFilters;
  readonly ignored: readonly Ignored[];
  readonly found: Filtered;
  readonly errors?: Readonly<Record<string, string>> | undefined;
}

/** The address of the plan in a view with these filters. The path says the view. */
export function planAddress(visit: TerritoryVisit, filters: ActionFilters): string {
  const query = toQuery({ ...filters, view: "list" });
  return `${visit.at(viewPaths[filters.view])}${query === "" ? "" : `?${query}`}`;
}

/** Each filter in force, and the same address without it. */
export function activeFilters({ visit, work, filters }: Pick<Shown, "visit" | "work" | "filters">): readonly ActiveFilter[] {
  const say = viewWords(visit.lang);
  const status = actionWords(visit.lang);
  const without = (changed: Partial<ActionFilters>) => planAddress(visit, { ...filters, page: 1, ...changed });
  const chip = (label: string, changed: Partial<ActionFilters>): ActiveFilter => ({ label, removeHref: without(changed) });
  return [
    ...(filters.q === "" ? [] : [chip(say("chip.q", { q: filters.q }), { q: "" })]),
    ...filters.axis.map((number) => chip(say("chip.axis", { number }), { axis: filters.axis.filter((each) => each !== number) })),
    ...filters.status.map((each) => chip(status(`status.${each}`), { status: filters.status.filter((other) => other !== each) })),
    ...(filters.theme === null ? [] : [chip(work.names.theme(filters.theme), { theme: null })]),
    ...(filters.commune === null ? [] : [chip(work.names.commune(filters.commune), { commune: null })]),
    ...(filters.organisation === null ? [] : [chip(work.names.organisation(filters.organisation), { organisation: null })]),
    ...filters.flags.map((flag) => chip(say(`flag.${flag}`), { flags: filters.flags.filter((each) => each !== flag) })),
  ];
}
