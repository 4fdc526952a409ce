import { eq } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import type { Day, TerritoryId } from "../../../platform/model.ts";
import type { Amendment, AmendmentFields, AmendmentId } from "./model.ts";
import type { ConventionId } from "../conventions/model.ts";
import type { SnapshotId } from "../snapshots/model.ts";
import { amendment } from "./tables.ts";

export async function conventionOfAmendment(tx: Tx, id: AmendmentId): Promise<ConventionId | undefined> {
  const [row] = await tx.select({ id: amendment.conventionId }).from(amendment).where(eq(amendment.id, id));
  return row?.id;
}

export async function insertAmendment(
  tx: Tx,
  territoryId: TerritoryId,
  conventionId: ConventionId,
  row: AmendmentFields & Pick<Amendment, "id">,
): Promise<void> {
  await tx.insert(amendment).values({ territoryId, conventionId, ...row });
}

/** Notes that an amendment was signed, with what its signature froze. */
export async function signAmendmentRow(
  tx: Tx,
  id: AmendmentId,
  fields: { readonly signedOn: Day; readonly snapshotId: SnapshotId },
): Promise<void> {
  await tx.update(amendment).set(fields).where(eq(amendment.id, id));
}
