import { sql } from "drizzle-orm";
import type { Tx } from "../database/database.ts";
import { v7 } from "../id.ts";
import type { TerritoryId } from "../model.ts";
import type { Mail } from "./model.ts";
import { mail } from "./tables.ts";

/** The channel on which a queued mail wakes the delivery. */
export const mailChannel = "maillage_mail";

/** Puts a mail in the outbox of a territory, in the transaction of the change that it tells. */
export async function queueMail(tx: Tx, territoryId: TerritoryId, now: Date, { to, subject, text }: Mail): Promise<void> {
  await tx.insert(mail).values({ territoryId, id: v7(now), to, subject, text, queuedAt: now, dueAt: now });
  await wakeDelivery(tx);
}

/** Rings when the transaction commits, not before: the delivery finds the mail, or is never woken for it. */
export async function wakeDelivery(tx: Pick<Tx, "execute">): Promise<void> {
  await tx.execute(sql`select pg_notify(${mailChannel}, '')`);
}
