import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import type { ImportId } from "../../../platform/import-draft/model.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { ConventionId } from "../../convention/conventions/model.ts";
import type { ActionId } from "../action/model.ts";
import type { NoteId } from "../notes/model.ts";
import { action } from "../action/tables.ts";
import { note } from "../notes/tables.ts";
import type { PlanFields } from "./plan-fields.ts";
import { actionImport } from "./tables.ts";

/** What the last import said of an action. `note`: its remarks, as the note that holds them says them today; null when it is gone. */
export interface ActionImport {
  readonly actionId: ActionId;
  readonly importKey: string;
  readonly imported: PlanFields;
  readonly noteId: NoteId | null;
  readonly note: string | null;
  /** The import that first brought it. */
  readonly broughtBy: ImportId;
}

export async function listActionImports(tx: Tx, conventionId: ConventionId): Promise<readonly ActionImport[]> {
  const ids = tx.select({ id: action.id }).from(action).where(eq(action.conventionId, conventionId));
  const rows = await tx
    .select({ row: actionImport, body: note.body })
    .from(actionImport)
    .leftJoin(note, and(eq(note.territoryId, actionImport.territoryId), eq(note.id, actionImport.noteId)))
    .where(inArray(actionImport.actionId, ids));
  return rows.map(({ row: { territoryId: _, ...row }, body }) => ({ ...row, note: body }));
}

export async function saveActionImport(
  tx: Tx,
  territoryId: TerritoryId,
  { actionId, importKey, imported, noteId, broughtBy }: Omit<ActionImport, "note">,
): Promise<void> {
  const row = { importKey, imported, noteId, broughtBy };
  await tx
    .insert(actionImport)
    .values({ territoryId, actionId, ...row })
    .onConflictDoUpdate({ target: [actionImport.territoryId, actionImport.actionId], set: row });
}
