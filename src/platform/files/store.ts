import { asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../database/database.ts";
import { keptRead } from "../kept/kept-read.ts";
import type { FileId } from "../model.ts";
import { file } from "./tables.ts";

/** What is known of a file beside its bytes, which a `FileStore` keeps under `hash`. */
export type StoredFile = Omit<typeof file.$inferSelect, "territoryId">;

/** Every file of this territory. */
export const listStoredFiles = keptRead(async (tx: Tx): Promise<readonly StoredFile[]> => {
  const rows = await tx.select().from(file).orderBy(asc(file.id));
  return rows.map(({ territoryId: _, ...fields }) => fields);
});

/** Notes a file whose bytes have been put in the `FileStore`. */
export async function insertFile(tx: Tx, row: typeof file.$inferInsert): Promise<void> {
  await tx.insert(file).values(row);
}

export const fileById = keptRead(async (tx: Tx, id: FileId): Promise<StoredFile | undefined> => {
  const [row] = await tx.select().from(file).where(eq(file.id, id));
  if (row === undefined) return undefined;
  const { territoryId: _, ...fields } = row;
  return fields;
});

/** What is known of these files, by their id: those of this territory that exist. */
export const filesById = keptRead(async (tx: Tx, ids: readonly FileId[]): Promise<ReadonlyMap<FileId, StoredFile>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(file)
    .where(inArray(file.id, [...ids]));
  return new Map(rows.map(({ territoryId: _, ...fields }) => [fields.id, fields]));
});
