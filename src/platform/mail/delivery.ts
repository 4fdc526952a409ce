import { sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { z } from "zod";
import { afterFailure } from "./rules.ts";
import { mail, signInMail } from "./tables.ts";
import { Undeliverable, type Transport } from "./transport.ts";

const minutes = 60_000;

/** `lifetime`: after that, the mail is of no use to anyone. `secret`: its text opens a door, and does not stay. */
const outboxes = [
  { table: signInMail, lifetime: 15 * minutes, secret: true },
  { table: mail, lifetime: 3 * 24 * 60 * minutes, secret: false },
] as const;
type Outbox = (typeof outboxes)[number];

const Waiting = z.object({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  queuedAt: z.coerce.date(),
  attempts: z.number(),
});

export interface Delivery {
  readonly sent: number;
  readonly failed: number;
}

/**
 * Sends what waits, one mail a transaction, locked meanwhile: nodes that deliver at the same time share the work, and a mail
 * is marked sent only once the server has taken it. A kill between the two sends it again, under the same Message-ID.
 */
export async function deliverWaiting(
  owner: NodePgDatabase,
  transport: Transport,
  now: () => Date,
  stopping?: AbortSignal,
): Promise<Delivery> {
  let [sent, failed] = [0, 0];
  for (const outbox of outboxes) {
    while (stopping?.aborted !== true) {
      const end = await deliverOne(owner, outbox, transport, now());
      if (end === "sent") sent += 1;
      if (end === "refused" || end === "unreachable") failed += 1;
      // A server that does not answer is not asked once for each mail: the others wait for the next round.
      if (end === "unreachable") return { sent, failed };
      if (end === "none") break;
    }
  }
  return { sent, failed };
}

function deliverOne(owner: NodePgDatabase, { table, lifetime, secret }: Outbox, transport: Transport, now: Date) {
  return owner.transaction(async (tx): Promise<"none" | "sent" | "refused" | "unreachable"> => {
    const { rows } = await tx.execute(sql`
      select id, "to", subject, text, queued_at as "queuedAt", attempts from ${table}
      where due_at <= ${now.toISOString()} order by due_at, id limit 1 for update skip locked`);
    if (rows[0] === undefined) return "none";
    const letter = Waiting.parse(rows[0]);
    try {
      await transport.send(letter);
    } catch (error) {
      const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500);
      const dueAt = error instanceof Undeliverable ? null : afterFailure({ ...letter, now, lifetime });
      await tx.execute(sql`
        update ${table} set attempts = ${letter.attempts + 1}, failure = ${failure}, due_at = ${dueAt?.toISOString() ?? null} where id = ${letter.id}`);
      return error instanceof Undeliverable ? "refused" : "unreachable";
    }
    // What stays on this machine is read on its screen: only what has left is forgotten.
    const kept = secret && transport.kind === "smtp" ? "" : letter.text;
    await tx.execute(sql`
      update ${table} set sent_at = ${now.toISOString()}, due_at = null, failure = null, attempts = ${letter.attempts + 1}, text = ${kept}
      where id = ${letter.id}`);
    return "sent";
  });
}
