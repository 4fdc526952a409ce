import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "../database/database.ts";
import { keptRead } from "../kept/kept-read.ts";
import type { TerritoryId } from "../model.ts";
import type { Round, RoundId, RoundLink, RoundLinkId } from "./model.ts";
import { round, roundLink, roundSecret } from "./tables.ts";

/** A row as the model knows it: the territory is everywhere the same. */
const own = <Row extends { readonly territoryId: TerritoryId }>({ territoryId: _, ...row }: Row): Omit<Row, "territoryId"> => row;

/** The rounds of a kind, the last first. */
export const listRounds = keptRead(async (tx: Tx, kind: string): Promise<readonly Round[]> => {
  return (await tx.select().from(round).where(eq(round.kind, kind)).orderBy(desc(round.startedAt), desc(round.id))).map(own);
});

export const roundById = keptRead(async (tx: Tx, id: RoundId): Promise<Round | undefined> => {
  const [row] = await tx.select().from(round).where(eq(round.id, id));
  return row && own(row);
});

/** Reads a round and keeps others from changing it until the end of the transaction. */
export async function lockRound(tx: Tx, kind: string, id: RoundId): Promise<Round | undefined> {
  const [row] = await tx
    .select()
    .from(round)
    .where(and(eq(round.id, id), eq(round.kind, kind)))
    .for("no key update");
  return row && own(row);
}

export async function insertRound(tx: Tx, territoryId: TerritoryId, fields: Round): Promise<void> {
  await tx.insert(round).values({ territoryId, ...fields });
}

export async function endRoundRow(tx: Tx, id: RoundId, endedAt: Date): Promise<void> {
  await tx.update(round).set({ endedAt }).where(eq(round.id, id));
}

export const listLinks = keptRead(async (tx: Tx, rounds: readonly RoundId[]): Promise<readonly RoundLink[]> => {
  if (rounds.length === 0) return [];
  const rows = await tx
    .select()
    .from(roundLink)
    .where(inArray(roundLink.roundId, [...rounds]))
    .orderBy(asc(roundLink.askedAt), asc(roundLink.id));
  return rows.map(own);
});

/** The links of a round to what this person holds a link to: theirs, and those of others to the same things. */
export async function linksAround(tx: Tx, roundId: RoundId, email: string): Promise<readonly RoundLink[]> {
  const theirs = tx
    .select({ objectId: roundLink.objectId })
    .from(roundLink)
    .where(and(eq(roundLink.roundId, roundId), eq(roundLink.email, email)));
  const rows = await tx
    .select()
    .from(roundLink)
    .where(and(eq(roundLink.roundId, roundId), inArray(roundLink.objectId, theirs)))
    .orderBy(asc(roundLink.askedAt), asc(roundLink.id));
  return rows.map(own);
}

export const linkById = keptRead(async (tx: Tx, id: RoundLinkId): Promise<RoundLink | undefined> => {
  const [row] = await tx.select().from(roundLink).where(eq(roundLink.id, id));
  return row && own(row);
});

export const linkByDigest = keptRead(async (tx: Tx, digest: string): Promise<RoundLink | undefined> => {
  const [row] = await tx
    .select({ link: roundLink })
    .from(roundSecret)
    .innerJoin(roundLink, and(eq(roundLink.territoryId, roundSecret.territoryId), eq(roundLink.id, roundSecret.linkId)))
    .where(eq(roundSecret.digest, digest));
  return row && own(row.link);
});

export async function insertLinks(tx: Tx, territoryId: TerritoryId, links: readonly RoundLink[]): Promise<void> {
  if (links.length > 0) await tx.insert(roundLink).values(links.map((link) => ({ territoryId, ...link })));
}

export async function insertSecrets(
  tx: Tx,
  territoryId: TerritoryId,
  secrets: readonly { readonly digest: string; readonly linkId: RoundLinkId }[],
): Promise<void> {
  if (secrets.length > 0) await tx.insert(roundSecret).values(secrets.map((secret) => ({ territoryId, ...secret })));
}

export async function remindLinks(tx: Tx, ids: readonly RoundLinkId[], remindedAt: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(roundLink)
    .set({ remindedAt })
    .where(inArray(roundLink.id, [...ids]));
}

/** Takes back the links of a round, all of them or those to one thing. */
export async function revokeLinks(tx: Tx, at: Date, roundId: RoundId, objectId?: string): Promise<void> {
  await tx
    .update(roundLink)
    .set({ revokedAt: at })
    .where(
      and(
        eq(roundLink.roundId, roundId),
        objectId === undefined ? undefined : eq(roundLink.objectId, objectId),
        isNull(roundLink.revokedAt),
      ),
    );
}

export async function passLink(tx: Tx, id: RoundLinkId, passedAt: Date): Promise<void> {
  await tx.update(roundLink).set({ passedAt }).where(eq(roundLink.id, id));
}

export async function answerLink(tx: Tx, id: RoundLinkId, answeredAt: Date, answer: string): Promise<void> {
  await tx.update(roundLink).set({ answeredAt, answer }).where(eq(roundLink.id, id));
}
