import { z } from "zod";
import { defineUseCase, wholeTerritory } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { wholeOf } from "../store.ts";
import { planRights } from "../../action/rights.ts";
import { lockExamples, removeActions } from "../../action/store.ts";
import { actionObject } from "../../action/use-cases/find-action.ts";

/** Takes every example action away in one step. Each can come back for 30 days, alone or with all the others. */
export const emptyExamples = defineUseCase({
  name: "plan.empty-examples",
  input: z.object({}),
  subject: wholeTerritory,
  allow: planRights.emptyExamples,
  run: async ({ tx, record }): Promise<number> => {
    const examples = await lockExamples(tx);
    const wholes = [];
    for (const action of examples) wholes.push(await wholeOf(tx, action));
    await removeActions(
      tx,
      examples.map(({ id }) => id),
    );
    for (const whole of wholes) await record({ verb: "deleted", object: actionObject(whole.action), before: asPlain(whole) });
    return examples.length;
  },
});
