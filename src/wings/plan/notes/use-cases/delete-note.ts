import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { NoteId } from "../model.ts";
import type { ActionId } from "../../action/model.ts";
import { removeNote } from "../store.ts";
import { noteRights } from "../rights.ts";
import { noteChange } from "./add-note.ts";
import { actionObject } from "../../action/use-cases/find-action.ts";
import { findNote } from "./find-note.ts";

/** Takes a note away: its author, or the coordination when it should never have been written. */
export const deleteNote = defineUseCase({
  name: "plan.delete-note",
  input: z.object({ noteId: NoteId }),
  by: { noteId: NoteId },
  subject: ({ input, tx }) => findNote(tx, input.noteId),
  allow: noteRights.remove,
  run: async ({ subject: { note, found }, tx, record }): Promise<ActionId> => {
    await removeNote(tx, note.id);
    await record(noteChange(actionObject(found.action), note, null));
    return note.actionId;
  },
});
