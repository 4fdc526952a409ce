import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { ActionId } from "../../action/model.ts";
import { wholeOf } from "../store.ts";
import { actionRights } from "../../action/rights.ts";
import { removeActions } from "../../action/store.ts";
import { actionObject, findAction } from "../../action/use-cases/find-action.ts";

/** Takes an action out of the plan, with its notes, files and links. It can come back whole for 30 days. */
export const deleteAction = defineUseCase({
  name: "plan.delete-action",
  input: z.object({ actionId: ActionId }),
  by: { actionId: ActionId },
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.remove,
  run: async ({ subject: { action }, tx, record }): Promise<void> => {
    const whole = await wholeOf(tx, action);
    await removeActions(tx, [action.id]);
    await record({ verb: "deleted", object: actionObject(action), before: asPlain(whole) });
  },
});
