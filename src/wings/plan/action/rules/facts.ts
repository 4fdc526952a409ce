import { dayOf } from "../../../../platform/clock.ts";
import type { Day } from "../../../../platform/model.ts";
import type { Action, ActionId, ActionStatus, Milestone, Plan } from "../model.ts";
import { completeness, type Completeness } from "./completeness.ts";
import { daysBetween, monthsAfter } from "./days.ts";
import { fundingBalance, type FundingBalance } from "./funding.ts";

/** What is over: nothing more is expected of it. A paused action is not over. */
export const isClosed = (status: ActionStatus): boolean => status === "done" || status === "dropped";

export type Lateness =
  | { readonly kind: "on_time" }
  | { readonly kind: "late"; readonly days: number; readonly since: Day; readonly because: "end_passed" | "start_passed" }
  | {
      readonly kind: "late";
      readonly days: number;
      readonly since: Day;
      readonly because: "milestone_passed";
      readonly milestone: Milestone;
    }
  /** No date that could be missed is written: nobody can say whether it is late. */
  | { readonly kind: "undated" };

type Missed =
  | { readonly since: Day; readonly because: "end_passed" | "start_passed" }
  | { readonly since: Day; readonly because: "milestone_passed"; readonly milestone: Milestone };

/**
 * Late is the oldest date that has passed without its deed: the start of an action still to come, a milestone not reached,
 * the end of an action not finished. The day itself is still on time. What is done or dropped is never late. A pause and an
 * obstacle move no date: a paused or blocked action stays late until its dates are changed, so that the delay is said.
 */
export function lateness(action: Action, today: Day): Lateness {
  const { status } = action.life;
  if (isClosed(status)) return { kind: "on_time" };
  const { start, end, milestones } = action.how;
  const awaited: Missed[] = [];
  if (status === "planned" && start !== null) awaited.push({ since: start, because: "start_passed" });
  for (const milestone of milestones) {
    if (milestone.due !== null && milestone.doneOn === null)
      awaited.push({ since: milestone.due, because: "milestone_passed", milestone });
  }
  if (end !== null) awaited.push({ since: end, because: "end_passed" });
  if (awaited.length === 0) return milestones.some(({ due }) => due !== null) ? { kind: "on_time" } : { kind: "undated" };
  const oldest = awaited.reduce((first, each) => (each.since < first.since ? each : first));
  return oldest.since < today ? { kind: "late", days: daysBetween(oldest.since, today), ...oldest } : { kind: "on_time" };
}

export type Progress =
  | { readonly kind: "known"; readonly share: number; readonly done: number; readonly total: number }
  /** Neither finished nor cut into milestones: unknown is not zero. */
  | { readonly kind: "unknown" };

/** How far an action is: its milestones reached over its milestones, whole once it is done. */
export function progress(action: Action): Progress {
  const total = action.how.milestones.length;
  const done = action.how.milestones.filter(({ doneOn }) => doneOn !== null).length;
  if (action.life.status === "done") return { kind: "known", share: 1, done, total };
  return total === 0 ? { kind: "unknown" } : { kind: "known", share: done / total, done, total };
}

/** After so many months without news an action counts as silent. */
export const SILENCE_MONTHS = 6;

export type Silence =
  /** Done or dropped: no more news is awaited. */
  | { readonly kind: "not_expected" }
  | { readonly kind: "recent"; readonly days: number }
  | { readonly kind: "silent"; readonly days: number; readonly since: Day };

/** How long nothing has been heard of an action: silent once six whole months have passed since the last thing that happened to it. */
export function silence(action: Action, today: Day): Silence {
  if (isClosed(action.life.status)) return { kind: "not_expected" };
  const since = dayOf(action.lastNewsAt);
  const days = Math.max(0, daysBetween(since, today));
  return monthsAfter(since, SILENCE_MONTHS) <= today ? { kind: "silent", days, since } : { kind: "recent", days };
}

/** Everything that is computed from one fiche, on one day. */
export interface ActionFacts {
  readonly lateness: Lateness;
  readonly progress: Progress;
  readonly silence: Silence;
  readonly completeness: Completeness;
  readonly funding: FundingBalance;
}

const known = new WeakMap<Action, { readonly today: Day; readonly facts: ActionFacts }>();

/** The facts of an action on a day. An action is never changed in place, so they are computed once an action and a day. */
export function factsOf(action: Action, today: Day): ActionFacts {
  const kept = known.get(action);
  if (kept?.today === today) return kept.facts;
  const facts: ActionFacts = {
    lateness: lateness(action, today),
    progress: progress(action),
    silence: silence(action, today),
    completeness: completeness(action),
    funding: fundingBalance(action),
  };
  known.set(action, { today, facts });
  return facts;
}

export type PlanFacts = ReadonlyMap<ActionId, ActionFacts>;

/** The facts of every action of a plan, or of the part of a plan that someone may read. */
export const planFacts = (plan: Pick<Plan, "actions">, today: Day): PlanFacts =>
  new Map(plan.actions.map((action) => [action.id, factsOf(action, today)] as const));
