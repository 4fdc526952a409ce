import { firstDay, lastDay, precisionOf, type KnownDate } from "../../../platform/known-date.ts";
import { Day } from "../../../platform/model.ts";
import { steps, take, type Step, type Workflow } from "../../../platform/workflow.ts";
import type { Organisation } from "../../territory/organisations/model.ts";
import { conventionParts, type ConventionPart, type Convention, type ConventionState } from "./model.ts";
import type { Party } from "../parties/model.ts";

/** What the life of a convention looks at. The rules see facts, never the database. */
export interface LifeFacts {
  readonly parties: number;
  readonly unsigned: number;
  readonly periodStart: KnownDate | null;
  readonly periodEnd: KnownDate | null;
  readonly planValidatedOn: KnownDate | null;
  readonly signedOn: Day | null;
  readonly reviewedOn: KnownDate | null;
  /** Where the convention that follows this one stands, when there is one. */
  readonly successor: ConventionState | null;
  readonly today: Day;
}

export const obstacles = [
  "noParty",
  "periodMissing",
  "planNotValidated",
  "signingDateMissing",
  "partiesUnsigned",
  "someSigned",
  "notStarted",
  "reviewMissing",
  "notOver",
  "successorMissing",
  "successorNotInForce",
] as const;
export type Obstacle = (typeof obstacles)[number];

type Guard = (facts: LifeFacts) => Obstacle | null;
const first =
  (...guards: readonly Guard[]): Guard =>
  (facts) =>
    guards.map((guard) => guard(facts)).find((met) => met !== null) ?? null;

const hasParty: Guard = ({ parties }) => (parties === 0 ? "noParty" : null);
const hasPeriod: Guard = ({ periodStart, periodEnd }) => (periodStart === null || periodEnd === null ? "periodMissing" : null);
const hasValidPlan: Guard = ({ planValidatedOn, today }) =>
  planValidatedOn === null || firstDay(planValidatedOn) > today ? "planNotValidated" : null;
const hasSigningDate: Guard = ({ signedOn, today }) => (signedOn === null || signedOn > today ? "signingDateMissing" : null);
const allSigned: Guard = ({ unsigned }) => (unsigned > 0 ? "partiesUnsigned" : null);
const noneSigned: Guard = ({ parties, unsigned }) => (unsigned < parties ? "someSigned" : null);
const hasBegun: Guard = ({ periodStart, today }) => (periodStart === null || firstDay(periodStart) > today ? "notStarted" : null);
const isReviewed: Guard = ({ reviewedOn }) => (reviewedOn === null ? "reviewMissing" : null);
const isOver: Guard = ({ periodEnd, today }) => (periodEnd === null || lastDay(periodEnd) >= today ? "notOver" : null);
const isFollowed: Guard = ({ successor }) =>
  successor === null ? "successorMissing" : isSigned(successor) ? null : "successorNotInForce";

/** Moves that a person makes. */
export const moves = [
  "validate_plan",
  "enter_signed",
  "reopen_preparation",
  "start_evaluation",
  "resume",
  "end",
  "reopen_evaluation",
  "renew",
] as const;
export type Move = (typeof moves)[number];
/** Moves that a signature makes. */
export type SignatureMove = "sign_in_part" | "sign_in_full" | "withdraw_last";

/** The life of a convention: what leads where, and what it needs. */
export const life: Workflow<ConventionState, LifeFacts, Obstacle, Move> = {
  initial: "preparation",
  transitions: [
    { name: "validate_plan", from: ["preparation"], to: "plan_validated", obstacle: first(hasParty, hasPeriod, hasValidPlan) },
    // Signed on paper before it came here: what was not published of it stays unknown, so that only its period and its day are asked for.
    { name: "enter_signed", from: ["preparation"], to: "in_force", obstacle: first(hasPeriod, hasSigningDate) },
    { name: "reopen_preparation", from: ["plan_validated"], to: "preparation", obstacle: noneSigned },
    { name: "start_evaluation", from: ["in_force"], to: "in_evaluation", obstacle: first(hasPeriod, hasBegun) },
    { name: "resume", from: ["in_evaluation"], to: "in_force", obstacle: () => null },
    { name: "end", from: ["in_evaluation"], to: "ended", obstacle: first(isReviewed, isOver) },
    { name: "reopen_evaluation", from: ["ended"], to: "in_evaluation", obstacle: () => null },
    { name: "renew", from: ["in_evaluation", "ended"], to: "renewed", obstacle: first(isReviewed, isFollowed) },
  ],
};

/** Where a signature leads: the last one puts the convention in force. */
export const signing: Workflow<ConventionState, LifeFacts, Obstacle, SignatureMove> = {
  initial: "plan_validated",
  transitions: [
    {
      name: "sign_in_full",
      from: ["plan_validated", "partially_signed"],
      to: "in_force",
      obstacle: first(hasParty, hasPeriod, hasValidPlan, allSigned),
    },
    {
      name: "sign_in_part",
      from: ["plan_validated", "partially_signed"],
      to: "partially_signed",
      obstacle: first(hasParty, hasPeriod, hasValidPlan),
    },
    { name: "withdraw_last", from: ["partially_signed"], to: "plan_validated", obstacle: noneSigned },
  ],
};

/** The facts of one convention on one day. */
export const factsOf = (convention: Convention, successor: ConventionState | null, today: Day): LifeFacts => ({
  parties: convention.parties.length,
  unsigned: unsignedParties(convention).length,
  periodStart: convention.periodStart,
  periodEnd: convention.periodEnd,
  planValidatedOn: convention.planValidatedOn,
  signedOn: convention.signedOn,
  reviewedOn: convention.reviewedOn,
  successor,
  today,
});

/** Every move out of where the convention stands, open or closed with its obstacle. */
export const movesOf = (state: ConventionState, facts: LifeFacts): readonly Step<ConventionState, Obstacle, Move>[] =>
  steps(life, state, facts);

/** Where a signature written or withdrawn leads, from the facts as they are with it; or why it can't be. */
export function afterSignature(
  state: ConventionState,
  facts: LifeFacts,
): ReturnType<typeof take<ConventionState, LifeFacts, Obstacle, SignatureMove>> {
  if (facts.unsigned === 0) return take(signing, state, "sign_in_full", facts);
  return take(signing, state, facts.unsigned < facts.parties ? "sign_in_part" : "withdraw_last", facts);
}

const openToSignature: ReadonlySet<ConventionState> = new Set(["plan_validated", "partially_signed"]);
const signedStates: ReadonlySet<ConventionState> = new Set(["in_force", "in_evaluation", "ended", "renewed"]);
const runningStates: ReadonlySet<ConventionState> = new Set(["in_force", "in_evaluation"]);

/** Signatures are gathered between the validation of the plan and the last signature. */
export const canBeSigned = (state: ConventionState): boolean => openToSignature.has(state);
/** Everyone has signed: it is a public act. */
export const isSigned = (state: ConventionState): boolean => signedStates.has(state);
/** It binds its parties today. */
export const isRunning = (state: ConventionState): boolean => runningStates.has(state);
/** The list of parties is open until the first signature: afterwards they have agreed with each other, and an amendment is needed. */
export const partiesAreOpen = ({ state, parties }: Pick<Convention, "state" | "parties">): boolean =>
  (state === "preparation" || state === "plan_validated") && parties.every(({ signedOn }) => signedOn === null);

export const unsignedParties = ({ parties }: Pick<Convention, "parties">): readonly Party[] =>
  parties.filter(({ signedOn }) => signedOn === null);

/** The day it was signed: the one of the ceremony when it is known, otherwise the day of the last signature. */
export function signedOnOf({ signedOn, parties }: Pick<Convention, "signedOn" | "parties">): Day | null {
  if (signedOn !== null) return signedOn;
  const days = parties.flatMap((party) => (party.signedOn === null ? [] : [party.signedOn]));
  return days.length === parties.length ? (days.toSorted().at(-1) ?? null) : null;
}

export type SignatureDoubt = "deliberationMissing" | "deliberationAfterSignature";

/** What makes a signature look hasty. A doubt is shown, never refused: the paper may be right and the entry late. */
export function signatureDoubt({
  signedOn,
  deliberationDate,
}: Pick<Party, "signedOn" | "deliberationDate">): SignatureDoubt | null {
  if (signedOn === null) return null;
  if (deliberationDate === null) return "deliberationMissing";
  return deliberationDate > signedOn ? "deliberationAfterSignature" : null;
}

export type Phase =
  | { readonly kind: "unknown" }
  | { readonly kind: "before"; readonly days: number }
  | {
      readonly kind: "running";
      readonly year: number;
      readonly years: number;
      readonly daysLeft: number;
      readonly precision: "day" | "month" | "year";
    }
  | { readonly kind: "over"; readonly days: number };

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
/** Days from one day to another: negative when the second comes first. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** Where today falls in the period. Days are counted to the last day that the written end may mean; `precision` says how it is written. */
export function phaseOf({ periodStart, periodEnd }: Pick<Convention, "periodStart" | "periodEnd">, today: Day): Phase {
  if (periodStart === null || periodEnd === null) return { kind: "unknown" };
  const start = firstDay(periodStart);
  const end = lastDay(periodEnd);
  if (today < start) return { kind: "before", days: daysBetween(today, start) };
  if (today > end) return { kind: "over", days: daysBetween(end, today) };
  return {
    kind: "running",
    year: yearsBegun(start, today),
    years: yearsBegun(start, end),
    daysLeft: daysBetween(today, end),
    precision: precisionOf(periodEnd),
  };
}

/** Years of a period that have begun on a day, the first from its first day. */
function yearsBegun(start: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(start.slice(0, 4));
  return day.slice(5) >= start.slice(5) ? years + 1 : years;
}

export type ConventionDate = {
  readonly kind: "periodStart" | "lastYear" | "periodEnd";
  readonly day: Day;
  readonly precision: "day" | "month" | "year";
};

/** What comes next in the calendar of the convention, the nearest first. */
export function nextDates(
  { periodStart, periodEnd, state }: Pick<Convention, "periodStart" | "periodEnd" | "state">,
  today: Day,
): readonly ConventionDate[] {
  if (state === "ended" || state === "renewed") return [];
  const dates: ConventionDate[] = [];
  if (periodStart !== null) dates.push({ kind: "periodStart", day: firstDay(periodStart), precision: precisionOf(periodStart) });
  if (periodEnd !== null) {
    const lastYear = lastYearStart(lastDay(periodEnd));
    if (periodStart === null || lastYear > firstDay(periodStart))
      dates.push({ kind: "lastYear", day: lastYear, precision: precisionOf(periodEnd) });
    dates.push({ kind: "periodEnd", day: lastDay(periodEnd), precision: precisionOf(periodEnd) });
  }
  return dates.filter(({ day }) => day >= today).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The last year of a period is where its evaluation belongs: it begins a year less a day before the end. */
function lastYearStart(end: Day): Day {
  const date = new Date(`${end}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return Day.parse(date.toISOString().slice(0, 10));
}

/** The convention that people mean when they say "the convention": the one that binds, else the one being signed or prepared, else the last. */
export function currentOf(conventions: readonly Convention[]): Convention | undefined {
  const rank: readonly ConventionState[] = [
    "in_force",
    "in_evaluation",
    "partially_signed",
    "plan_validated",
    "preparation",
    "ended",
    "renewed",
  ];
  const start = ({ periodStart }: Convention): string => periodStart ?? "";
  return conventions.toSorted((a, b) => rank.indexOf(a.state) - rank.indexOf(b.state) || start(b).localeCompare(start(a)))[0];
}

/** The fields of one part of a convention. */
export const partOf = (convention: Convention, part: ConventionPart): Record<string, unknown> =>
  Object.fromEntries(Object.entries(convention).filter(([field]) => Object.hasOwn(conventionParts[part].shape, field)));

/** The parties in one line: each by the name that people say, the communes counted together. */
export function partiesLine(parties: readonly Party[], organisations: readonly Organisation[]): string {
  const signing = parties.flatMap(({ organisationId }) => organisations.find(({ id }) => id === organisationId) ?? []);
  const communes = signing.filter(({ kind }) => kind === "commune");
  const others = signing.filter(({ kind }) => kind !== "commune").map(({ name, shortName }) => shortName ?? name);
  const named = communes.length > 1 ? [`${communes.length} communes`] : communes.map(({ name }) => name);
  return [...others.slice(0, 1), ...named, ...others.slice(1)].join(" · ");
}
