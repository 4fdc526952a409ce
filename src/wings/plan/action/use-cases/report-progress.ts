import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { refuseStale } from "../../../../platform/record/conflict.ts";
import { plain, samePlain } from "../../../../platform/record/rules.ts";
import { Confidentiality, optional, prose, setOf, writtenNumber } from "../../../../platform/model.ts";
import { ActionId, reasoned, StandingFields } from "../model.ts";
import { NoteId } from "../../notes/model.ts";
import { saveNote } from "../../notes/store.ts";
import { actionRights } from "../rights.ts";
import { saveBlock, touchAction } from "../store.ts";
import { noteBy, noteChange } from "../../notes/use-cases/add-note.ts";
import { actionObject, findAction } from "./find-action.ts";

/** News from those who carry an action, in five minutes: how it stands, what was reached, and a word. */
export const reportProgress = defineUseCase({
  name: "plan.report-progress",
  input: reasoned(
    StandingFields.extend({
      actionId: ActionId,
      seen: writtenNumber.pipe(z.number().int().min(0)),
      /** Milestones reached today. */
      reached: setOf(z.uuid()),
      note: optional(prose(10_000)),
      confidentiality: Confidentiality.prefault("shared"),
    }),
  ),
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.edit,
  run: async ({ input, subject: { action }, actor, tx, now, today, newId, record }): Promise<void> => {
    const { status, reason, unblockedBy } = input;
    const life = { ...action.life, status, reason, unblockedBy };
    const stood = { before: plain(action.life), after: plain(life) };
    await refuseStale(tx, {
      object: { kind: "action", id: action.id },
      block: "life",
      seen: input.seen,
      now: stood.before,
      mine: stood.after,
    });
    const object = actionObject(action);
    if (!samePlain(stood.before, stood.after)) {
      await saveBlock(tx, actor.territory, action.id, "life", life, now);
      await record({ verb: "changed", object, block: "life", ...stood });
    }
    const milestones = action.how.milestones.map((each) =>
      each.doneOn === null && input.reached.some((id) => id === each.id) ? { ...each, doneOn: today } : each,
    );
    const how = { ...action.how, milestones };
    if (!samePlain(plain(action.how), plain(how))) {
      await saveBlock(tx, actor.territory, action.id, "how", how, now);
      await record({ verb: "changed", object, block: "how", before: plain(action.how), after: plain(how) });
    }
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
      await record(noteChange(object, null, note));
    }
  },
});
