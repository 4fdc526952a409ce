import { defineUseCase } from "../../../../platform/use-case.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { NoteFields, NoteId } from "../model.ts";
import type { ActionId } from "../../action/model.ts";
import { saveNote } from "../store.ts";
import { noteRights } from "../rights.ts";
import { noteChange } from "./add-note.ts";
import { actionObject } from "../../action/use-cases/find-action.ts";
import { findNote } from "./find-note.ts";

/** Corrects a note of one's own. Its date stays: the history keeps what it said before. */
export const editNote = defineUseCase({
  name: "plan.edit-note",
  input: NoteFields.extend({ noteId: NoteId }),
  by: { noteId: NoteId },
  subject: ({ input, tx }) => findNote(tx, input.noteId),
  allow: noteRights.edit,
  run: async ({ input: { noteId: _, ...fields }, subject: { note, found }, actor, tx, record }): Promise<ActionId> => {
    const next = { ...note, ...fields };
    if (samePlain(asPlain(note), asPlain(next))) return note.actionId;
    await saveNote(tx, actor.territory, next);
    await record(noteChange(actionObject(found.action), note, next));
    return note.actionId;
  },
});
