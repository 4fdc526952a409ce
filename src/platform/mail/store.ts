import type { Tx } from "../database/database.ts";
import { v7 } from "../id.ts";
import { ringFor } from "../jobs/ring.ts";
import type { TerritoryId } from "../model.ts";
import type { Mail } from "./model.ts";
import { mail } from "./tables.ts";

/** Puts a mail in the outbox of a territory, in the transaction of the change that it tells. */
export async function queueMail(tx: Tx, territoryId: TerritoryId, now: Date, { to, subject, text }: Mail): Promise<void> {
  await tx.insert(mail).values({ territoryId, id: v7(now), to, subject, text, queuedAt: now, dueAt: now });
  await ringFor(tx, "mail.deliver");
}
