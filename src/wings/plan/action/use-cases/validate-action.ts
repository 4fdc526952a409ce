import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { nameOf } from "../../../../platform/actor.ts";
import { ActionId } from "../model.ts";
import { actionRights } from "../rights.ts";
import { touchAction } from "../store.ts";
import { actionObject, findAction } from "./find-action.ts";

/** An elected member says that this action is what was decided. Its date is kept: later changes show after it. */
export const validateAction = defineUseCase({
  name: "plan.validate-action",
  input: z.object({ actionId: ActionId }),
  by: { actionId: ActionId },
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.validate,
  run: async ({ subject: { action }, actor, tx, now, record }): Promise<void> => {
    const validatedBy = nameOf(actor);
    await touchAction(tx, action.id, { validatedAt: now, validatedBy });
    await record({
      verb: "changed",
      object: actionObject(action),
      block: "validation",
      before: { validatedBy: action.validatedBy },
      after: { validatedBy },
    });
  },
});
