import { dayOf } from "../clock.ts";
import type { Day } from "../model.ts";
import { take, type Workflow } from "../workflow.ts";
import type { Asked, Round, RoundLink } from "./model.ts";

const dayLength = 86_400_000;
/** A link opens for so long after its round closes: people come back late, and are welcome. */
const graceDays = 30;

/** When the links of a round that closes on this day open nothing more. */
export const expiryOf = (closesOn: Day): Date => new Date(Date.parse(closesOn) + graceDays * dayLength);

/** Whether a link opens what it leads to, and why not. What was answered can be opened again until it expires: people come back. */
export type LinkState = "open" | "passed" | "revoked" | "expired";

/** A link taken back is that first, whatever the day; one that was passed on can be read as long as it would have been open. */
export function linkStateOf(
  { revokedAt, expiresAt, passedAt }: Pick<RoundLink, "revokedAt" | "expiresAt" | "passedAt">,
  now: Date,
): LinkState {
  if (revokedAt !== null) return "revoked";
  if (expiresAt <= now) return "expired";
  return passedAt === null ? "open" : "passed";
}

/** What becomes of a link: it is answered as often as people wish, passed on once, taken back at any time. */
export const linkWorkflow: Workflow<LinkState, object, never, "answer" | "pass-on" | "revoke"> = {
  initial: "open",
  transitions: [
    { name: "answer", from: ["open"], to: "open", obstacle: () => null },
    { name: "pass-on", from: ["open"], to: "passed", obstacle: () => null },
    { name: "revoke", from: ["open", "passed", "expired"], to: "revoked", obstacle: () => null },
  ],
};

/** Whether whoever holds a link may answer by it. */
export const mayAnswer = (link: Parameters<typeof linkStateOf>[0], now: Date): boolean =>
  take(linkWorkflow, linkStateOf(link, now), "answer", {}).kind === "taken";

export type RoundState = "running" | "ended";

/** A round runs until someone ends it: those who answer after the day that was asked for are not turned away. */
export const roundStateOf = ({ endedAt }: Pick<Round, "endedAt">): RoundState => (endedAt === null ? "running" : "ended");

interface RoundFacts {
  /** The last day on which one of those who are silent was written to. */
  readonly lastAskedOn: Day | null;
  readonly today: Day;
  /** How many people are waited for, and can still be written to. */
  readonly waitedFor: number;
}

/** What becomes of a round: those who are silent are reminded once a day at most, until it ends. */
export const roundWorkflow: Workflow<RoundState, RoundFacts, "today" | "nobody", "remind" | "end"> = {
  initial: "running",
  transitions: [
    {
      name: "remind",
      from: ["running"],
      to: "running",
      obstacle: ({ lastAskedOn, today, waitedFor }) =>
        lastAskedOn !== null && lastAskedOn >= today ? "today" : waitedFor === 0 ? "nobody" : null,
    },
    { name: "end", from: ["running"], to: "ended", obstacle: () => null },
  ],
};

/** Where one thing of a round stands. */
export interface Standing<Answer extends string> {
  readonly objectId: string;
  readonly email: string;
  readonly name: string | null;
  readonly state: Answer | "silent" | "revoked";
  readonly askedAt: Date;
  /** The last time that someone was written to about it again; `null`: nobody was. */
  readonly remindedAt: Date | null;
  /** The link of whoever is asked now. */
  readonly latest: RoundLink;
}

const lastAsked = ({ askedAt, remindedAt }: RoundLink): Date => remindedAt ?? askedAt;

/**
 * Where each thing of a round stands. Several people may hold a link to it: an answer of any of them counts, and of several the one that
 * comes first in `answers`.
 */
export function standingsOf<Answer extends string>(
  links: readonly RoundLink[],
  answers: readonly Answer[],
): readonly Standing<Answer>[] {
  return [...Map.groupBy(links, ({ objectId }) => objectId)].flatMap(([objectId, theirs]): Standing<Answer>[] => {
    const asked = theirs.toSorted((a, b) => lastAsked(a).getTime() - lastAsked(b).getTime());
    const latest = asked.at(-1);
    if (latest === undefined) return [];
    const given = new Set(asked.map(({ answer }) => answer));
    const askedAt = new Date(Math.min(...asked.map((each) => each.askedAt.getTime())));
    return [
      {
        objectId,
        email: latest.email,
        name: latest.name,
        state: answers.find((answer) => given.has(answer)) ?? (latest.revokedAt === null ? "silent" : "revoked"),
        askedAt,
        remindedAt: lastAsked(latest) > askedAt ? lastAsked(latest) : null,
        latest,
      },
    ];
  });
}

type Stood = Pick<Standing<string>, "state">;

/** How many of these things were answered for. A link that was taken back is not counted on. */
export function answeredOf(standings: readonly Stood[]): { readonly done: number; readonly total: number } {
  const counted = standings.filter(({ state }) => state !== "revoked");
  return { done: counted.filter(({ state }) => state !== "silent").length, total: counted.length };
}

/** The same by group: by commune, by party. Groups in the order in which they are met. */
export const progressBy = <Line extends Stood, Group>(lines: readonly Line[], groupOf: (line: Line) => Group) =>
  [...Map.groupBy(lines, groupOf)].map(([group, theirs]) => ({ group, ...answeredOf(theirs) }));

/** Those to telephone: each person who is silent once, with all that they were asked. */
export const toTelephone = <Line extends Stood & { readonly email: string }>(lines: readonly Line[]) =>
  [
    ...Map.groupBy(
      lines.filter(({ state }) => state === "silent"),
      ({ email }) => email,
    ),
  ].map(([email, theirs]) => ({ email, lines: theirs }));

/** What stands in the way of a reminder today, and what would be asked again: silent things whose link still opens. */
export function reminderOf(standings: readonly Standing<string>[], now: Date) {
  const silent = standings.filter(({ state }) => state === "silent");
  const waited = new Set(silent.filter(({ latest }) => linkStateOf(latest, now) === "open").map(({ objectId }) => objectId));
  const days = silent.map(({ latest }) => dayOf(lastAsked(latest)));
  return { waited, lastAskedOn: days.toSorted().at(-1) ?? null };
}

/**
 * Whom to write to again, of those who would be asked now about what is waited for. What someone passed on is asked of the person who
 * holds it since.
 */
export function whoToRemind(links: readonly RoundLink[], asked: readonly Asked[], now: Date): readonly Asked[] {
  const holders = new Map(
    links
      .filter((link) => link.passedFrom !== null && linkStateOf(link, now) === "open")
      .map((link) => [link.objectId, link] as const),
  );
  const each = asked.flatMap(({ email, name, objectIds }) =>
    objectIds.map((objectId) => {
      const holder = holders.get(objectId);
      return holder === undefined ? { email, name, objectId } : { email: holder.email, name: holder.name, objectId };
    }),
  );
  return [...Map.groupBy(each, ({ email }) => email)].map(([email, theirs]) => ({
    email,
    name: theirs.find(({ name }) => name !== null)?.name ?? null,
    objectIds: theirs.map(({ objectId }) => objectId),
  }));
}

/** The days of the reminders of a round, so many days before it closes, each brought back to a day on which people work. */
export function reminderDays(closesOn: Day, daysBefore: readonly number[], isWorked: (day: Day) => boolean): readonly Day[] {
  const before = (day: Day, days: number): Day => dayOf(new Date(Date.parse(day) - days * dayLength));
  const worked = (day: Day, left = 14): Day => (left === 0 || isWorked(day) ? day : worked(before(day, 1), left - 1));
  return [...new Set(daysBefore.map((days) => worked(before(closesOn, days))))].toSorted();
}

/** The reminder that is due on a day: the last one that has come and that nothing was sent since. One that is missed is not made up for twice. */
export const reminderDue = (days: readonly Day[], today: Day, lastAskedOn: Day): Day | null =>
  days.findLast((day) => day <= today && day > lastAskedOn) ?? null;
