import { sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { z } from "zod";
import { actIn, type Tx } from "../database/database.ts";
import { TerritoryId } from "../model.ts";
import type { MailWriter } from "./model.ts";
import { afterFailure } from "./rules.ts";
import { mail, signInMail } from "./tables.ts";
import { Undeliverable, type Transport } from "./transport.ts";

const minute = 60_000;
/** Words found longer ago are found again: this server was stopped between the words and the way out. */
const wordsStay = 5 * minute;

/**
 * `lifetime`: after that, the mail is of no use to anyone. `secret`: its text opens a door, and does not stay. `again`: what is found anew
 * when it is tried again.
 */
const outboxes = [
  { table: signInMail, lifetime: 15 * minute, secret: true, more: sql``, again: sql`` },
  {
    table: mail,
    lifetime: 3 * 24 * 60 * minute,
    secret: false,
    more: sql`, territory_id as "territoryId", writer, cause, lang, written_at as "writtenAt"`,
    again: sql`, written_at = null`,
  },
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
type Waiting = z.infer<typeof Waiting>;

/** What waits to be written too. */
const Unwritten = z.object({
  territoryId: TerritoryId,
  writer: z.string(),
  cause: z.uuid(),
  lang: z.enum(["fr", "en"]),
  writtenAt: z.coerce.date().nullable(),
});

export interface Delivery {
  readonly sent: number;
  readonly failed: number;
}

export interface Post {
  readonly owner: NodePgDatabase;
  readonly transport: Transport;
  readonly now: () => Date;
  /** Address of the instance, for links. */
  readonly origin: string;
  readonly writers: readonly MailWriter[];
  readonly stopping?: AbortSignal;
}

/**
 * Sends what waits, one mail a transaction, locked meanwhile: nodes that deliver at the same time share the work, and a mail
 * is marked sent only once the server has taken it. A kill between the two sends it again, under the same Message-ID.
 */
export async function deliverWaiting(post: Post): Promise<Delivery> {
  let [sent, failed] = [0, 0];
  for (const outbox of outboxes) {
    while (post.stopping?.aborted !== true) {
      const end = await deliverOne(post, outbox);
      if (end === "sent") sent += 1;
      if (end === "refused" || end === "unreachable") failed += 1;
      // A server that does not answer is not asked once for each mail: the others wait for the next round.
      if (end === "unreachable") return { sent, failed };
      if (end === "none") break;
    }
  }
  return { sent, failed };
}

type End = "none" | "sent" | "refused" | "unreachable" | "written" | "cancelled";

function deliverOne(post: Post, { table, lifetime, secret, more, again }: Outbox): Promise<End> {
  const { owner, transport } = post;
  const now = post.now();
  return owner.transaction(async (tx): Promise<End> => {
    const { rows } = await tx.execute(sql`
      select id, "to", subject, text, queued_at as "queuedAt", attempts ${more} from ${table}
      where due_at <= ${now.toISOString()} order by due_at, id limit 1 for update skip locked`);
    if (rows[0] === undefined) return "none";
    const letter = Waiting.parse(rows[0]);
    const failed = async (error: unknown): Promise<void> => {
      const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500);
      const dueAt = error instanceof Undeliverable ? null : afterFailure({ ...letter, now, lifetime });
      await tx.execute(sql`
        update ${table} set attempts = ${letter.attempts + 1}, failure = ${failure}, due_at = ${dueAt?.toISOString() ?? null} ${again}
        where id = ${letter.id}`);
    };
    const unwritten = Unwritten.safeParse(rows[0]).data;
    if (unwritten !== undefined && now.getTime() - (unwritten.writtenAt?.getTime() ?? 0) > wordsStay) {
      try {
        // Committed before it leaves: whatever opens with what it says is there when it arrives.
        return await tx.transaction((inside) => writeOne(inside, post, letter, unwritten, now));
      } catch (error) {
        await failed(error);
        return "refused";
      }
    }
    try {
      await transport.send(letter);
    } catch (error) {
      await failed(error);
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

/** Finds the words of a mail in its territory, or takes it back when there is nothing left to say. */
async function writeOne(
  tx: Tx,
  { writers, origin }: Post,
  { id, to }: Waiting,
  { territoryId, writer: name, cause, lang }: z.infer<typeof Unwritten>,
  now: Date,
): Promise<End> {
  const writer = writers.find((each) => each.name === name);
  if (writer === undefined) throw new Error(`no one writes ${name} here`);
  await actIn(tx, territoryId);
  const said = await writer.write({ tx, territoryId, to, cause, lang, now, origin });
  const at = now.toISOString();
  await tx.execute(
    said === null
      ? sql`update ${mail} set cancelled_at = ${at}, due_at = null where id = ${id}`
      : sql`update ${mail} set written_at = ${at}, subject = ${said.subject}, text = ${said.text} where id = ${id}`,
  );
  return said === null ? "cancelled" : "written";
}
