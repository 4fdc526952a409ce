import { desc, eq } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { ActionId } from "../action/model.ts";
import type { Note, NoteId } from "./model.ts";
import { note } from "./tables.ts";

type NoteRow = typeof note.$inferSelect;
const toNote = ({ territoryId: _, authorPerson, authorName, authorOrganisationId, ...row }: NoteRow): Note => ({
  ...row,
  author: { person: authorPerson, name: authorName, organisationId: authorOrganisationId },
});

/** The notes of an action, newest first: all of them, whoever may read which. */
export const listNotes = keptRead(async (tx: Tx, id: ActionId): Promise<readonly Note[]> => {
  const rows = await tx.select().from(note).where(eq(note.actionId, id)).orderBy(desc(note.at), desc(note.id));
  return rows.map(toNote);
});

/** The note, kept from changing until the end of the transaction. */
export async function lockNote(tx: Tx, id: NoteId): Promise<Note | undefined> {
  const [row] = await tx.select().from(note).where(eq(note.id, id)).for("update");
  return row && toNote(row);
}

/** Writes a note, new or known. */
export async function saveNote(tx: Tx, territoryId: TerritoryId, { id, author, ...fields }: Note): Promise<void> {
  const row = { ...fields, authorPerson: author.person, authorName: author.name, authorOrganisationId: author.organisationId };
  await tx
    .insert(note)
    .values({ territoryId, id, ...row })
    .onConflictDoUpdate({ target: [note.territoryId, note.id], set: row });
}

export async function removeNote(tx: Tx, id: NoteId): Promise<void> {
  await tx.delete(note).where(eq(note.id, id));
}
