import { nameOf, organisationOf, personOf, type Actor } from "../../../../platform/actor.ts";
import { defineUseCase } from "../../../../platform/use-case.ts";
import type { Change } from "../../../../platform/history/model.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { ActionId } from "../../action/model.ts";
import { NoteFields, NoteId, type Note } from "../model.ts";
import { saveNote } from "../store.ts";
import { actionRights } from "../../action/rights.ts";
import { touchAction } from "../../action/store.ts";
import { actionObject, findAction } from "../../action/use-cases/find-action.ts";

/** A note in the name of whoever acts, and of their organisation. */
export const noteBy = (actor: Actor, fields: Omit<Note, "author">): Note => ({
  ...fields,
  author: { person: personOf(actor), name: nameOf(actor), organisationId: organisationOf(actor) },
});

/** How a note is told to the history of its action: with its own confidentiality, so that it is read no further there. */
export const noteChange = (object: Change["object"], before: Note | null, after: Note | null): Change => ({
  verb: "noted",
  object,
  block: "notes",
  before: asPlain(before),
  after: asPlain(after),
});

/** Leaves a word on an action: news, or a partner's comment. */
export const addNote = defineUseCase({
  name: "plan.add-note",
  input: NoteFields.extend({ actionId: ActionId }),
  by: { actionId: ActionId },
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.comment,
  run: async ({ input, subject: { action }, actor, tx, now, newId, record }): Promise<NoteId> => {
    const note = noteBy(actor, { id: newId(NoteId), at: now, ...input });
    await saveNote(tx, actor.territory, note);
    await touchAction(tx, action.id, { lastNewsAt: now });
    await record(noteChange(actionObject(action), null, note));
    return note.id;
  },
});
