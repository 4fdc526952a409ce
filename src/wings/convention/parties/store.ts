import { eq } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import type { Day, FileId, TerritoryId } from "../../../platform/model.ts";
import type { ConventionId } from "../conventions/model.ts";
import type { Party, PartyFields, PartyId } from "./model.ts";
import { party } from "./tables.ts";

/** The convention that a party belongs to. */
export async function conventionOfParty(tx: Tx, id: PartyId): Promise<ConventionId | undefined> {
  const [row] = await tx.select({ id: party.conventionId }).from(party).where(eq(party.id, id));
  return row?.id;
}

export async function insertParty(tx: Tx, territoryId: TerritoryId, conventionId: ConventionId, row: Party): Promise<void> {
  await tx.insert(party).values({ territoryId, conventionId, ...row });
}

export async function updateParty(
  tx: Tx,
  id: PartyId,
  fields: Partial<Omit<PartyFields, "organisationId"> & { deliberationFileId: FileId | null; signedOn: Day | null }>,
): Promise<void> {
  await tx.update(party).set(fields).where(eq(party.id, id));
}

export async function deleteParty(tx: Tx, id: PartyId): Promise<void> {
  await tx.delete(party).where(eq(party.id, id));
}
