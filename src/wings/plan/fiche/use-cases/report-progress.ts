import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { seen } from "../../../../platform/record/parts.ts";
import { Confidentiality, optional, prose, setOf } from "../../../../platform/model.ts";
import { ActionId, reasoned, StandingFields } from "../../action/model.ts";
import { NoteId } from "../../notes/model.ts";
import { saveNote } from "../../notes/store.ts";
import { actionRights } from "../../action/rights.ts";
import { touchAction } from "../../action/store.ts";
import { noteBy, noteChange } from "../../notes/use-cases/add-note.ts";
import { changeBlock } from "../../action/use-cases/change-block.ts";
import { actionObject, findAction } from "../../action/use-cases/find-action.ts";

/** News from those who carry an action, in five minutes: how it stands, what was reached, and a word. */
export const reportProgress = defineUseCase({
  name: "plan.report-progress",
  input: reasoned(
    StandingFields.extend({
      actionId: ActionId,
      seen,
      /** Milestones reached today. */
      reached: setOf(z.uuid()),
      note: optional(prose(10_000)),
      confidentiality: Confidentiality.prefault("shared"),
    }),
  ),
  by: { actionId: ActionId },
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.edit,
  run: async ({ input, subject: { action }, ...work }): Promise<void> => {
    const { actor, tx, now, newId, record } = work;
    const { status, reason, unblockedBy } = input;
    await changeBlock(work, action, "life", { ...action.life, status, reason, unblockedBy }, input.seen);
    const milestones = action.how.milestones.map((each) =>
      each.doneOn === null && input.reached.some((id) => id === each.id) ? { ...each, doneOn: work.today } : each,
    );
    await changeBlock(work, action, "how", { ...action.how, milestones }, null);
    if (input.note !== null) {
      const note = noteBy(actor, {
        id: newId(NoteId),
        actionId: action.id,
        at: now,
        body: input.note,
        confidentiality: input.confidentiality,
      });
      await saveNote(tx, actor.territory, note);
      await touchAction(tx, action.id, { lastNewsAt: now });
      await record(noteChange(actionObject(action), null, note));
    }
  },
});
