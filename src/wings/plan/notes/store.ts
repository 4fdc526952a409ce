import { and, asc, desc, eq } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { filesById } from "../../../platform/files/store.ts";
import { readEvents } from "../../../platform/history/store.ts";
import type { Event } from "../../../platform/history/model.ts";
import type { FileId, PersonId, TerritoryId } from "../../../platform/model.ts";
import type { Action, ActionFile, ActionId, Note, NoteId, SavedView, SavedViewId, WholeAction } from "../action/model.ts";
import { insertActions, insertLinks, linksOf, loadActions } from "../action/store.ts";
import { actionFile, note, savedView } from "../action/tables.ts";

type NoteRow = typeof note.$inferSelect;
const toNote = ({ territoryId: _, authorPerson, authorName, authorOrganisationId, ...row }: NoteRow): Note => ({
  ...row,
  author: { person: authorPerson, name: authorName, organisationId: authorOrganisationId },
});

/** The notes of an action, newest first: all of them, whoever may read which. */
export async function listNotes(tx: Tx, id: ActionId): Promise<readonly Note[]> {
  const rows = await tx.select().from(note).where(eq(note.actionId, id)).orderBy(desc(note.at), desc(note.id));
  return rows.map(toNote);
}

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

/** The files of an action, in the order in which they came. */
export async function listFiles(tx: Tx, id: ActionId): Promise<readonly ActionFile[]> {
  const rows = await tx.select().from(actionFile).where(eq(actionFile.actionId, id)).orderBy(asc(actionFile.fileId));
  const files = await filesById(
    tx,
    rows.map(({ fileId }) => fileId),
  );
  return rows.flatMap(({ territoryId: _, ...row }) => {
    const file = files.get(row.fileId);
    return file === undefined ? [] : [{ ...row, name: file.name, size: file.size }];
  });
}

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

/** An action with all that hangs on it. */
export async function wholeOf(tx: Tx, action: Action): Promise<WholeAction> {
  return {
    action,
    notes: await listNotes(tx, action.id),
    files: await listFiles(tx, action.id),
    links: await linksOf(tx, action.id),
  };
}

/** Puts actions back whole. Links whose other end is gone stay away. */
export async function insertWhole(tx: Tx, territoryId: TerritoryId, wholes: readonly WholeAction[]): Promise<void> {
  await insertActions(
    tx,
    territoryId,
    wholes.map(({ action }) => action),
  );
  for (const { notes, files } of wholes) {
    for (const each of notes) await saveNote(tx, territoryId, each);
    for (const each of files) await attachFileRow(tx, territoryId, each);
  }
  const links = wholes.flatMap((each) => each.links);
  const there = new Set((await loadActions(tx, [...new Set(links.flatMap(({ from, to }) => [from, to]))])).map(({ id }) => id));
  await insertLinks(
    tx,
    territoryId,
    links.filter(({ from, to }) => there.has(from) && there.has(to)),
  );
}

/** The deletions of actions that are still gone, newest first. */
export async function deletionsSince(tx: Tx, since: Date): Promise<readonly Event[]> {
  const events = await readEvents(tx, { kind: "action", verbs: ["deleted", "restored"], since, limit: 5_000 });
  const last = new Map<string, Event>();
  for (const event of events) if (!last.has(event.object.id)) last.set(event.object.id, event);
  return [...last.values()].filter(({ verb }) => verb === "deleted");
}

/** The last deletion of an action that is still gone. */
export async function deletionOf(tx: Tx, id: ActionId): Promise<Event | undefined> {
  const [last] = await readEvents(tx, { kind: "action", id, limit: 1 });
  return last?.verb === "deleted" ? last : undefined;
}

const toView = ({ id, name, query }: typeof savedView.$inferSelect): SavedView => ({ id, name, query });

/** The views that a person saved, by name. */
export async function listViews(tx: Tx, personId: PersonId): Promise<readonly SavedView[]> {
  const rows = await tx.select().from(savedView).where(eq(savedView.personId, personId)).orderBy(asc(savedView.name));
  return rows.map(toView);
}

/** Writes a view of a person; one of the same name is replaced. Returns the id that it now has. */
export async function saveViewRow(
  tx: Tx,
  territoryId: TerritoryId,
  personId: PersonId,
  { id, name, query }: SavedView,
): Promise<SavedViewId> {
  const [row] = await tx
    .insert(savedView)
    .values({ territoryId, personId, id, name, query })
    .onConflictDoUpdate({ target: [savedView.territoryId, savedView.personId, savedView.name], set: { query } })
    .returning({ id: savedView.id });
  return row?.id ?? id;
}

export async function viewById(tx: Tx, id: SavedViewId): Promise<(SavedView & { readonly personId: PersonId }) | undefined> {
  const [row] = await tx.select().from(savedView).where(eq(savedView.id, id));
  return row && { ...toView(row), personId: row.personId };
}

export async function removeView(tx: Tx, id: SavedViewId): Promise<void> {
  await tx.delete(savedView).where(eq(savedView.id, id));
}
