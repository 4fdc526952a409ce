import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { ConventionId } from "../../convention/conventions/model.ts";
import type { ImportId, PlanImport } from "./kept-import.ts";
import { emptyMemory, type MappingMemory } from "./memory.ts";
import type { PlanFields } from "./plan-fields.ts";
import { actionImport, importMemory, planImport } from "./tables.ts";
import type { ActionId } from "../action/model.ts";
import type { NoteId } from "../notes/model.ts";
import { action } from "../action/tables.ts";
import { note } from "../notes/tables.ts";

const toImport = ({ territoryId: _, ...row }: typeof planImport.$inferSelect): PlanImport => row;

export async function importById(tx: Tx, id: ImportId): Promise<PlanImport | undefined> {
  const [row] = await tx.select().from(planImport).where(eq(planImport.id, id));
  return row && toImport(row);
}

/** The import, kept from changing until the end of the transaction. */
export async function lockImport(tx: Tx, id: ImportId): Promise<PlanImport | undefined> {
  const [row] = await tx.select().from(planImport).where(eq(planImport.id, id)).for("update");
  return row && toImport(row);
}

/** The files that wait for someone's word, the newest first. */
export async function listDraftImports(tx: Tx): Promise<readonly PlanImport[]> {
  const rows = await tx
    .select()
    .from(planImport)
    .where(eq(planImport.state, "draft"))
    .orderBy(desc(planImport.startedAt))
    .limit(20);
  return rows.map(toImport);
}

export async function insertImport(tx: Tx, territoryId: TerritoryId, fields: PlanImport): Promise<void> {
  await tx.insert(planImport).values({ territoryId, ...fields });
}

export async function updateImport(
  tx: Tx,
  id: ImportId,
  fields: Partial<Pick<PlanImport, "state" | "mapping" | "decisions" | "result">>,
): Promise<void> {
  await tx.update(planImport).set(fields).where(eq(planImport.id, id));
}

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

/** What this territory has learnt from the corrections of its people. */
export async function loadMemory(tx: Tx): Promise<MappingMemory> {
  const [row] = await tx.select().from(importMemory);
  return row?.memory ?? emptyMemory;
}

export async function saveMemory(tx: Tx, territoryId: TerritoryId, memory: MappingMemory): Promise<void> {
  await tx
    .insert(importMemory)
    .values({ territoryId, memory })
    .onConflictDoUpdate({ target: [importMemory.territoryId], set: { memory } });
}
