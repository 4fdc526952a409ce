import type { Day } from "../../../../platform/model.ts";
import type { ActionStatus } from "../model.ts";
import type { Axis } from "../../axes/model.ts";
import type { Plan } from "../model.ts";
import { planFacts } from "./facts.ts";

export interface AxisProgress {
  readonly axis: Axis;
  readonly total: number;
  readonly byStatus: Readonly<Record<ActionStatus, number>>;
  readonly late: number;
  /** Mean progress of the actions whose progress is known, dropped ones apart; `unknown` says how many could not be counted. */
  readonly progress:
    | { readonly kind: "known"; readonly share: number; readonly counted: number; readonly unknown: number }
    | { readonly kind: "unknown" };
}

/** How each axis stands: how many actions in each state, how many late, and how far on average, with what the mean leaves out. */
export function axisProgress(plan: Plan, today: Day): readonly AxisProgress[] {
  const facts = planFacts(plan, today);
  return plan.axes
    .toSorted((a, b) => a.number - b.number)
    .map((axis) => {
      const actions = plan.actions.filter(({ identity }) => identity.axisId === axis.id);
      const living = actions.filter(({ life }) => life.status !== "dropped");
      const shares = living.flatMap(({ id }) => {
        const progress = facts.get(id)?.progress;
        return progress?.kind === "known" ? [progress.share] : [];
      });
      return {
        axis,
        total: actions.length,
        byStatus: countByStatus(actions.map(({ life }) => life.status)),
        late: actions.filter(({ id }) => facts.get(id)?.lateness.kind === "late").length,
        progress:
          shares.length === 0
            ? { kind: "unknown" }
            : {
                kind: "known",
                share: shares.reduce((sum, share) => sum + share, 0) / shares.length,
                counted: shares.length,
                unknown: living.length - shares.length,
              },
      };
    });
}

/** How many stand in each state, none left out. */
export function countByStatus(statuses: readonly ActionStatus[]): Readonly<Record<ActionStatus, number>> {
  const counts: Record<ActionStatus, number> = { planned: 0, ongoing: 0, done: 0, paused: 0, blocked: 0, dropped: 0 };
  for (const status of statuses) counts[status] += 1;
  return counts;
}
