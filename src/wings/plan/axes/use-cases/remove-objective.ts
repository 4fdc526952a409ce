import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { ObjectiveId } from "../model.ts";
import { planRights } from "../../action/rights.ts";
import { countUnder, objectiveById, removeObjective as removeRow } from "../store.ts";
import { axisWords } from "../words.ts";

/** Takes an objective away when no action stands under it. */
export const removeObjective = defineUseCase({
  name: "plan.remove-objective",
  input: z.object({ objectiveId: ObjectiveId }),
  by: { objectiveId: ObjectiveId },
  subject: ({ input, tx }) => objectiveById(tx, input.objectiveId),
  allow: planRights.configureAxes,
  run: async ({ subject: objective, lang, tx, record }): Promise<void> => {
    const count = await countUnder(tx, { objectiveId: objective.id });
    if (count > 0) throw refuseField("", axisWords(lang)("objective.notEmpty", { title: objective.title, count }));
    await removeRow(tx, objective.id);
    const object = { kind: "objective", id: objective.id, label: `${objective.number} ${objective.title}` };
    await record({ verb: "deleted", object, before: asPlain(objective) });
  },
});
