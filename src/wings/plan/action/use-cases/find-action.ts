import { conventionById } from "../../../convention/conventions/store.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Action, ActionId } from "../model.ts";
import type { NoteId, Note } from "../../notes/model.ts";
import { lockNote } from "../../notes/store.ts";
import { actionSubject, type ActionSubject } from "../rights.ts";
import type { NoteSubject } from "../../notes/rights.ts";
import { lockAction } from "../store.ts";

export interface FoundAction extends ActionSubject {
  readonly action: Action;
}

/** The action that a use case bears upon, held until its end: what the right was decided on is what is changed. */
export async function findAction(tx: Tx, id: ActionId): Promise<FoundAction | undefined> {
  const action = await lockAction(tx, id);
  if (action === undefined) return undefined;
  const convention = await conventionById(tx, action.conventionId);
  return convention && { ...actionSubject(action, convention.state), action };
}

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

/** An action as the history names it. */
export const actionObject = ({ id, identity }: Pick<Action, "id" | "identity">) => ({
  kind: "action",
  id,
  label: `${identity.number} ${identity.title}`,
});
