import { asc, eq } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Synonym, SynonymId } from "./model.ts";
import { synonym } from "./tables.ts";

export const listSynonyms = keptRead(async (tx: Tx): Promise<readonly Synonym[]> => {
  const rows = await tx.select().from(synonym).orderBy(asc(synonym.words), asc(synonym.id));
  return rows.map(({ territoryId: _, ...row }) => row);
});

export async function saveSynonym(tx: Tx, territoryId: TerritoryId, fields: Synonym): Promise<void> {
  const { id, ...row } = fields;
  await tx
    .insert(synonym)
    .values({ territoryId, id, ...row })
    .onConflictDoUpdate({ target: [synonym.territoryId, synonym.id], set: row });
}

export async function synonymById(tx: Tx, id: SynonymId): Promise<Synonym | undefined> {
  const [row] = await tx.select().from(synonym).where(eq(synonym.id, id));
  return row && { id: row.id, words: row.words, means: row.means };
}

export async function removeSynonym(tx: Tx, id: SynonymId): Promise<void> {
  await tx.delete(synonym).where(eq(synonym.id, id));
}
