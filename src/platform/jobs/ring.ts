import { sql } from "drizzle-orm";
import type { Tx } from "../database/database.ts";

/** The channel on which a transaction asks for a job by its name. */
export const ringChannel = "maillage_job";

/** Jobs that a transaction may ask for. */
export type RungJob = "mail.deliver";

/** Asks for a job when the transaction commits, not before: it finds what was written, or is never asked for. */
export async function ringFor(tx: Pick<Tx, "execute">, job: RungJob): Promise<void> {
  await tx.execute(sql`select pg_notify(${ringChannel}, ${job})`);
}
