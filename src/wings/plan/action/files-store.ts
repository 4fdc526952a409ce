import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import { filesById } from "../../../platform/files/store.ts";
import type { FileId, TerritoryId } from "../../../platform/model.ts";
import type { ActionFile, ActionId } from "./model.ts";
import { actionFile } from "./tables.ts";

/** The files of an action, in the order in which they came. */
export const listFiles = keptRead(async (tx: Tx, id: ActionId): Promise<readonly ActionFile[]> => {
  const rows = await tx.select().from(actionFile).where(eq(actionFile.actionId, id)).orderBy(asc(actionFile.fileId));
  const files = await filesById(
    tx,
    rows.map(({ fileId }) => fileId),
  );
  return rows.flatMap(({ territoryId: _, ...row }) => {
    const file = files.get(row.fileId);
    return file === undefined ? [] : [{ ...row, name: file.name, size: file.size }];
  });
});

export async function attachFileRow(
  tx: Tx,
  territoryId: TerritoryId,
  { actionId, fileId, confidentiality }: Pick<ActionFile, "actionId" | "fileId" | "confidentiality">,
): Promise<void> {
  await tx.insert(actionFile).values({ territoryId, actionId, fileId, confidentiality });
}

export async function detachFileRow(tx: Tx, actionId: ActionId, fileId: FileId): Promise<void> {
  await tx.delete(actionFile).where(and(eq(actionFile.actionId, actionId), eq(actionFile.fileId, fileId)));
}
