import type { Tx } from "../../../../platform/database/database.ts";
import { findAction, type FoundAction } from "../../action/use-cases/find-action.ts";
import type { Note, NoteId } from "../model.ts";
import type { NoteSubject } from "../rights.ts";
import { lockNote } from "../store.ts";

export interface FoundNote extends NoteSubject {
  readonly note: Note;
  readonly found: FoundAction;
}

/** The note that a use case bears upon, with its action, held until its end. */
export async function findNote(tx: Tx, id: NoteId): Promise<FoundNote | undefined> {
  const note = await lockNote(tx, id);
  const found = note && (await findAction(tx, note.actionId));
  return found && { action: found, confidentiality: note.confidentiality, authorPerson: note.author.person, note, found };
}
