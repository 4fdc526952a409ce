import { and, desc, eq, gt, gte, inArray, max, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { nameOf, personOf } from "../actor.ts";
import type { Tx } from "../database/database.ts";
import { keptRead } from "../kept/kept-read.ts";
import { insertMany } from "../database/insert-many.ts";
import type { TerritoryId } from "../model.ts";
import type { Change, Event, Verb } from "./model.ts";
import { event } from "./tables.ts";

/**
 * Waits for this territory's turn to write, until the end of the transaction. Numbers of events are drawn before transactions
 * end: by taking turns, events become visible in their order, and whoever has seen event N never finds an earlier one later.
 */
export async function takeTurn(tx: Tx, territory: TerritoryId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`event ${territory}`}, 0))`);
}

/** Writes an event in the transaction of its change, and returns its number: what is acknowledged is told, or neither is. */
export async function writeEvent(tx: Tx, who: Actor, at: Date, action: string, change: Change): Promise<number> {
  await takeTurn(tx, who.territory);
  const [row] = await tx
    .insert(event)
    .values(eventRow(who, at, action, change))
    .returning({ seq: event.seq });
  if (row === undefined) throw new Error("an event was not written");
  return row.seq;
}

/** Writes many events in their order, in the transaction of their changes. */
export async function writeEvents(tx: Tx, who: Actor, at: Date, action: string, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await takeTurn(tx, who.territory);
  for (let from = 0; from < changes.length; from += 1_000)
    await insertMany(
      tx,
      event,
      changes.slice(from, from + 1_000).map((change) => eventRow(who, at, action, change)),
    );
}

const eventRow = (who: Actor, at: Date, action: string, change: Change): typeof event.$inferInsert => ({
  territoryId: who.territory,
  at,
  personId: personOf(who),
  actorName: nameOf(who),
  actorRole: who.role,
  action,
  verb: change.verb,
  objectKind: change.object.kind,
  objectId: change.object.id,
  objectLabel: change.object.label,
  block: change.block ?? null,
  before: change.before ?? null,
  after: change.after ?? null,
});

export interface EventQuery {
  readonly kind?: string;
  readonly kinds?: readonly string[];
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly block?: string;
  readonly action?: string;
  readonly verbs?: readonly Verb[];
  readonly after?: number;
  readonly since?: Date;
  readonly limit?: number;
}

/** Events of this territory, newest first. */
export const readEvents = keptRead(async (tx: Tx, query: EventQuery = {}): Promise<readonly Event[]> => {
  const rows = await tx
    .select()
    .from(event)
    .where(and(...conditions(query)))
    .orderBy(desc(event.seq))
    .limit(query.limit ?? 200);
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actor: { person: row.personId, name: row.actorName, role: row.actorRole },
    action: row.action,
    verb: row.verb,
    object: { kind: row.objectKind, id: row.objectId, label: row.objectLabel },
    block: row.block,
    before: row.before,
    after: row.after,
  }));
});

/** Number of the last event of this territory (0 before the first): the version of everything in it. */
export const lastSeq = keptRead(async (tx: Tx, query: EventQuery = {}): Promise<number> => {
  const [row] = await tx
    .select({ seq: max(event.seq) })
    .from(event)
    .where(and(...conditions(query)));
  return row?.seq ?? 0;
});

function conditions(query: EventQuery): SQL[] {
  const all: SQL[] = [];
  if (query.kind !== undefined) all.push(eq(event.objectKind, query.kind));
  if (query.kinds !== undefined) all.push(inArray(event.objectKind, [...query.kinds]));
  if (query.id !== undefined) all.push(eq(event.objectId, query.id));
  if (query.ids !== undefined) all.push(inArray(event.objectId, [...query.ids]));
  if (query.block !== undefined) all.push(eq(event.block, query.block));
  if (query.verbs !== undefined) all.push(inArray(event.verb, [...query.verbs]));
  if (query.action !== undefined) all.push(eq(event.action, query.action));
  if (query.after !== undefined) all.push(gt(event.seq, query.after));
  if (query.since !== undefined) all.push(gte(event.at, query.since));
  return all;
}
