import { desc, isNull } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { mail, signInMail } from "./tables.ts";

export interface OutboxMail {
  readonly id: string;
  readonly to: string;
  /** Empty while a mail that is written when it leaves waits. */
  readonly subject: string;
  readonly text: string;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
  readonly failure: string | null;
}

/** The last mails of the whole instance but those taken back, links that open accounts included: for the demonstration's screen and no other. */
export async function readOutbox(owner: NodePgDatabase, most = 50): Promise<readonly OutboxMail[]> {
  const [ofTerritories, ofSignIn] = await Promise.all([
    owner.select().from(mail).where(isNull(mail.cancelledAt)).orderBy(desc(mail.queuedAt)).limit(most),
    owner.select().from(signInMail).orderBy(desc(signInMail.queuedAt)).limit(most),
  ]);
  return [...ofTerritories, ...ofSignIn].toSorted((a, b) => b.queuedAt.getTime() - a.queuedAt.getTime()).slice(0, most);
}
