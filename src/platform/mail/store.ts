import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "../database/database.ts";
import { v7 } from "../id.ts";
import { ringFor } from "../jobs/ring.ts";
import type { TerritoryId } from "../model.ts";
import type { Hold, Mail, UnwrittenMail } from "./model.ts";
import { mail } from "./tables.ts";

/** Puts a mail in the outbox of a territory, in the transaction of the change that it tells. The last words of a mail that is held count. */
export async function queueMail(
  tx: Tx,
  territoryId: TerritoryId,
  now: Date,
  { to, subject, text }: Mail,
  hold?: Hold,
): Promise<void> {
  await tx
    .insert(mail)
    .values({ territoryId, id: v7(now), to, subject, text, ...timesOf(now, hold) })
    .onConflictDoUpdate({ ...waiting, set: { subject, text } });
  await ringFor(tx, "mail.deliver");
}

/** Puts mails in the outbox that are written when they leave. Where one waits for that cause and address, it will say it all. */
export async function queueUnwritten(
  tx: Tx,
  territoryId: TerritoryId,
  now: Date,
  mails: readonly UnwrittenMail[],
  hold: Hold,
): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map((each) => ({ territoryId, id: v7(now), subject: "", text: "", ...each, ...timesOf(now, hold) }));
  await tx
    .insert(mail)
    .values(rows)
    .onConflictDoUpdate({ ...waiting, set: { writtenAt: null } });
  await ringFor(tx, "mail.deliver");
}

// An update and not nothing: one that leaves at this moment is waited for, and does not swallow what it does not say.
const waiting = { target: [mail.territoryId, mail.cause, mail.to], targetWhere: isNotNull(mail.dueAt) };

const timesOf = (now: Date, hold: Hold | undefined) => ({
  queuedAt: now,
  dueAt: new Date(now.getTime() + (hold?.minutes ?? 0) * 60_000),
  cause: hold?.cause ?? null,
});

/** Takes back what waits for a cause, all of it or to one address. A mail that is leaving at this moment is waited for, and has left. */
export async function cancelMails(tx: Tx, now: Date, cause: string, to?: string): Promise<void> {
  await tx
    .update(mail)
    .set({ cancelledAt: now, dueAt: null })
    .where(and(eq(mail.cause, cause), isNotNull(mail.dueAt), to === undefined ? undefined : eq(mail.to, to)));
}

/** Has the words of what waits for a cause and an address found again: what they say is no longer so. */
export async function rewriteMails(tx: Tx, cause: string, to: string): Promise<void> {
  await tx
    .update(mail)
    .set({ writtenAt: null })
    .where(and(eq(mail.cause, cause), eq(mail.to, to), isNotNull(mail.dueAt)));
}

/** A mail of a cause that has not left: when it is to leave, and why it did not. */
export interface WaitingMail {
  readonly to: string;
  /** `null`: it was given up. */
  readonly dueAt: Date | null;
  readonly failure: string | null;
}

export async function mailsNotGone(tx: Tx, cause: string): Promise<readonly WaitingMail[]> {
  return tx
    .select({ to: mail.to, dueAt: mail.dueAt, failure: mail.failure })
    .from(mail)
    .where(and(eq(mail.cause, cause), sql`${mail.sentAt} is null and ${mail.cancelledAt} is null`))
    .orderBy(mail.dueAt, mail.to);
}
