import { asc, eq } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { ConventionId } from "../conventions/model.ts";
import type { Snapshot, SnapshotId } from "./model.ts";
import { snapshot } from "./tables.ts";

const snapshotColumns = {
  id: snapshot.id,
  conventionId: snapshot.conventionId,
  takenAt: snapshot.takenAt,
  reason: snapshot.reason,
  seq: snapshot.seq,
  hash: snapshot.hash,
};

/** The snapshots of a convention, the first signed first. */
export const listSnapshots = keptRead(async (tx: Tx, id: ConventionId): Promise<readonly Snapshot[]> => {
  return tx.select(snapshotColumns).from(snapshot).where(eq(snapshot.conventionId, id)).orderBy(asc(snapshot.seq));
});

/** The frozen text of a snapshot, as it was hashed. */
export const snapshotText = keptRead(async (tx: Tx, id: SnapshotId): Promise<string | undefined> => {
  const [row] = await tx.select({ content: snapshot.content }).from(snapshot).where(eq(snapshot.id, id));
  return row?.content;
});

export async function insertSnapshot(
  tx: Tx,
  territoryId: TerritoryId,
  row: Snapshot & { readonly content: string },
): Promise<void> {
  await tx.insert(snapshot).values({ territoryId, ...row });
}
