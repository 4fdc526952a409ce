import { z } from "zod";
import { defineAction } from "../../platform/action.ts";
import { NoteId, type ActionId } from "../model.ts";
import { removeNote } from "../notes-store.ts";
import { noteRights } from "../rights.ts";
import { noteChange } from "./add-note.ts";
import { actionObject, findNote } from "./find-action.ts";

/** Takes a note away: its author, or the coordination when it should never have been written. */
export const deleteNote = defineAction({
  name: "plan.delete-note",
  input: z.object({ noteId: NoteId }),
  subject: ({ input, tx }) => findNote(tx, input.noteId),
  allow: noteRights.remove,
  run: async ({ subject: { note, found }, tx, record }): Promise<ActionId> => {
    await removeNote(tx, note.id);
    await record(noteChange(actionObject(found.action), note, null));
    return note.actionId;
  },
});
