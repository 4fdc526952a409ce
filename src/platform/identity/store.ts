import { and, asc, count, desc, eq, gt, lt, min, ne, sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { v7 } from "../id.ts";
import { ringFor } from "../jobs/ring.ts";
import type { Mail } from "../mail/model.ts";
import { signInMail } from "../mail/tables.ts";
import { linkRequest, operator, passkey, session, verification } from "./tables.ts";

type Owner = NodePgDatabase;
const hour = 3_600_000;
const day = 24 * hour;

export async function isOperator(owner: Owner, email: string): Promise<boolean> {
  const rows = await owner.select({ email: operator.email }).from(operator).where(eq(operator.email, email.toLowerCase()));
  return rows.length > 0;
}

export async function listOperators(owner: Owner): Promise<readonly string[]> {
  return (await owner.select({ email: operator.email }).from(operator).orderBy(asc(operator.email))).map(({ email }) => email);
}

/** Makes whoever signs in with this address an operator of the instance. */
export async function addOperator(owner: Owner, email: string, now: Date): Promise<void> {
  await owner.insert(operator).values({ email: email.toLowerCase(), addedAt: now }).onConflictDoNothing();
}

/** Returns whether there was such an operator. */
export async function removeOperator(owner: Owner, email: string): Promise<boolean> {
  const gone = await owner.delete(operator).where(eq(operator.email, email.toLowerCase())).returning();
  return gone.length > 0;
}

interface Quota {
  readonly key: string;
  /** Requests an hour. */
  readonly most: number;
}

/** Counts one more request on each key, unless one of them has reached its number in the last hour: then says when it opens again. */
export function countRequest(owner: Owner, quotas: readonly Quota[], now: Date): Promise<{ readonly opensAt: Date } | null> {
  return owner.transaction(async (tx) => {
    const since = new Date(now.getTime() - hour);
    await tx.delete(linkRequest).where(lt(linkRequest.at, since));
    for (const { key, most } of quotas) {
      // Two requests at once are counted one after the other.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
      const [seen] = await tx
        .select({ requests: count(), first: min(linkRequest.at) })
        .from(linkRequest)
        .where(and(eq(linkRequest.key, key), gt(linkRequest.at, since)));
      if (seen !== undefined && seen.requests >= most) return { opensAt: new Date((seen.first ?? now).getTime() + hour) };
    }
    await tx.insert(linkRequest).values(quotas.map(({ key }) => ({ id: v7(now), key, at: now })));
    return null;
  });
}

export function queueSignInMail(owner: Owner, now: Date, { to, subject, text }: Mail): Promise<void> {
  return owner.transaction(async (tx) => {
    await tx.insert(signInMail).values({ id: v7(now), to, subject, text, queuedAt: now, dueAt: now });
    await ringFor(tx, "mail.deliver");
  });
}

/** What a link that was sent proves, while it has not been used and is not over. */
export async function openProof(owner: Owner, identifier: string, now: Date): Promise<string | undefined> {
  const [row] = await owner
    .select({ value: verification.value })
    .from(verification)
    .where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, now)));
  return row?.value;
}

export interface OpenSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly userAgent: string | null;
}

export function listSessions(owner: Owner, userId: string, now: Date): Promise<readonly OpenSession[]> {
  return owner
    .select({ id: session.id, createdAt: session.createdAt, userAgent: session.userAgent })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt));
}

export async function endSession(owner: Owner, userId: string, id: string): Promise<void> {
  await owner.delete(session).where(and(eq(session.userId, userId), eq(session.id, id)));
}

export async function endOtherSessions(owner: Owner, userId: string, kept: string): Promise<void> {
  await owner.delete(session).where(and(eq(session.userId, userId), ne(session.id, kept)));
}

export interface KnownPasskey {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: Date | null;
}

export function listPasskeys(owner: Owner, userId: string): Promise<readonly KnownPasskey[]> {
  return owner
    .select({ id: passkey.id, name: passkey.name, createdAt: passkey.createdAt })
    .from(passkey)
    .where(eq(passkey.userId, userId))
    .orderBy(asc(passkey.createdAt));
}

export async function removePasskey(owner: Owner, userId: string, id: string): Promise<void> {
  await owner.delete(passkey).where(and(eq(passkey.userId, userId), eq(passkey.id, id)));
}

/** Takes away what opens nothing any more: sessions and proofs that are over, links sent a day ago. */
export async function forgetOldSecrets(owner: Owner, now: Date): Promise<void> {
  await owner.delete(session).where(lt(session.expiresAt, now));
  await owner.delete(verification).where(lt(verification.expiresAt, now));
  await owner.delete(linkRequest).where(lt(linkRequest.at, new Date(now.getTime() - hour)));
  await owner.delete(signInMail).where(lt(signInMail.queuedAt, new Date(now.getTime() - day)));
}
