import { cancelMails, queueUnwritten, rewriteMails } from "../mail/store.ts";
import type { UseCaseRun } from "../use-case.ts";
import { take } from "../workflow.ts";
import { RoundId, RoundLinkId, type Asked, type Round, type RoundLink } from "./model.ts";
import {
  expiryOf,
  linkStateOf,
  linkWorkflow,
  reminderOf,
  roundStateOf,
  roundWorkflow,
  standingsOf,
  whoToRemind,
} from "./rules.ts";
import { endRoundRow, insertLinks, insertRound, listLinks, passLink, remindLinks, revokeLinks } from "./store.ts";
import { roundWriterName } from "./writer.ts";

/** What the pieces of a use case on a round need of its work. The use case keeps its right, its words and its events. */
type Running = Pick<UseCaseRun<unknown, unknown>, "tx" | "actor" | "lang" | "now" | "today" | "newId" | "undoMinutes">;

/** Starts a round: each person has one mail for all that they are asked, once the time to take it back is over. */
export async function startRound(
  work: Running,
  round: Pick<Round, "kind" | "name" | "about" | "closesOn" | "startedBy">,
  asked: readonly Asked[],
): Promise<RoundId> {
  const { tx, actor, now, newId, undoMinutes } = work;
  const started: Round = { ...round, id: newId(RoundId), startedAt: now, endedAt: null, undoMinutes };
  await insertRound(tx, actor.territory, started);
  await insertLinks(tx, actor.territory, newLinks(work, started, asked));
  await writeTo(work, started, asked);
  return started.id;
}

const newLinks = ({ now, newId }: Running, { id: roundId, closesOn }: Round, asked: readonly Asked[]): readonly RoundLink[] =>
  asked.flatMap(({ email, name, objectIds }) =>
    objectIds.map((objectId) => ({
      id: newId(RoundLinkId),
      roundId,
      objectId,
      email,
      name,
      askedAt: now,
      remindedAt: null,
      expiresAt: expiryOf(closesOn),
      revokedAt: null,
      passedFrom: null,
      passedAt: null,
      answeredAt: null,
      answer: null,
    })),
  );

const writeTo = (
  { tx, actor, lang, now }: Running,
  { id: cause, undoMinutes: minutes }: Round,
  people: readonly { readonly email: string }[],
): Promise<void> => {
  const mails = people.map(({ email: to }) => ({ to, writer: roundWriterName, lang }));
  return queueUnwritten(tx, actor.territory, now, mails, { cause, minutes });
};

/**
 * Writes again to those who did not answer, once a day at most; the links that they have still open. `askNow`: whom one would ask now
 * about these things, as those who were asked may have left.
 */
export async function remindRound(
  work: Running,
  round: Round,
  askNow: (waited: ReadonlySet<string>) => readonly Asked[],
): Promise<
  | { readonly kind: "reminded"; readonly people: number }
  | { readonly kind: "closed"; readonly obstacle: "over" | "today" | "nobody" }
> {
  const { tx, actor, now, today } = work;
  const links = await listLinks(tx, [round.id]);
  const answers = [...new Set(links.flatMap(({ answer }) => answer ?? []))];
  const { waited, lastAskedOn } = reminderOf(standingsOf(links, answers), now);
  const people = whoToRemind(links, askNow(waited), now);
  const step = take(roundWorkflow, roundStateOf(round), "remind", { lastAskedOn, today, waitedFor: people.length });
  if (step.kind === "closed") return { kind: "closed", obstacle: step.obstacle === "no-such-way" ? "over" : step.obstacle };
  const held = links.filter((link) => linkStateOf(link, now) === "open");
  const again: RoundLinkId[] = [];
  const fresh = people.map(({ email, name, objectIds }) => ({
    email,
    name,
    objectIds: objectIds.filter((objectId) => {
      const link = held.find((each) => each.email === email && each.objectId === objectId);
      if (link !== undefined) again.push(link.id);
      return link === undefined;
    }),
  }));
  await remindLinks(tx, again, now);
  await insertLinks(tx, actor.territory, newLinks(work, round, fresh));
  await writeTo(work, round, people);
  return { kind: "reminded", people: people.length };
}

/** Ends a round: its links open nothing more, and what had not left does not leave. What was answered stays. */
export async function endRound({ tx, now }: Running, { id }: Round): Promise<void> {
  await endRoundRow(tx, id, now);
  await revokeLinks(tx, now, id);
  await cancelMails(tx, now, id);
}

/** Takes back the links to one thing of a round, whoever holds them, and says it no more in mails that wait. */
export async function revokeObject({ tx, now }: Running, { id }: Round, objectId: string): Promise<void> {
  const theirs = (await listLinks(tx, [id])).filter((link) => link.objectId === objectId);
  await revokeLinks(tx, now, id, objectId);
  for (const email of new Set(theirs.map((link) => link.email))) await rewriteMails(tx, id, email);
}

/** Passes a link on to a colleague, who has a mail of theirs; the first can be read from then on. `null`: it is no longer open. */
export async function passOn(
  work: Running,
  round: Round,
  link: RoundLink,
  to: { readonly email: string; readonly name: string | null },
): Promise<RoundLinkId | null> {
  const { tx, actor, now } = work;
  const step = take(linkWorkflow, linkStateOf(link, now), "pass-on", {});
  if (step.kind === "closed" || roundStateOf(round) === "ended" || to.email === link.email) return null;
  const [passed] = newLinks(work, round, [{ ...to, objectIds: [link.objectId] }]);
  if (passed === undefined) return null;
  await passLink(tx, link.id, now);
  await insertLinks(tx, actor.territory, [{ ...passed, passedFrom: link.id }]);
  await rewriteMails(tx, round.id, link.email);
  await writeTo(work, round, [to]);
  return passed.id;
}
