import type { Day } from "../../../../platform/model.ts";
import type { ActionId, Plan } from "../model.ts";
import { isClosed } from "./facts.ts";
import { daysAfter } from "./days.ts";

/** A date of the plan that comes: a start, a milestone, an end. */
export type Coming = { readonly day: Day; readonly actionId: ActionId } & (
  { readonly kind: "start" | "end" } | { readonly kind: "milestone"; readonly title: string }
);

/** The dates of the plan from today to so many days from now, in order. What is closed awaits nothing. */
export function comingDates(plan: Plan, today: Day, days: number): readonly Coming[] {
  const until = daysAfter(today, days);
  return plan.actions
    .filter(({ life }) => !isClosed(life.status))
    .flatMap(({ id, how, life }): Coming[] => [
      ...(how.start !== null && life.status === "planned" ? [{ kind: "start" as const, day: how.start, actionId: id }] : []),
      ...how.milestones.flatMap(({ title, due, doneOn }) =>
        due !== null && doneOn === null ? [{ kind: "milestone" as const, day: due, actionId: id, title }] : [],
      ),
      ...(how.end !== null ? [{ kind: "end" as const, day: how.end, actionId: id }] : []),
    ])
    .filter(({ day }) => day >= today && day <= until)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
