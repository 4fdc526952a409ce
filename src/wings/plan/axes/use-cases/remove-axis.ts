import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { AxisId } from "../model.ts";
import { planRights } from "../../action/rights.ts";
import { axisById, countUnder, removeAxis as removeRow } from "../store.ts";
import { axisWords } from "../words.ts";

/** Takes an axis away when nothing stands under it. */
export const removeAxis = defineUseCase({
  name: "plan.remove-axis",
  input: z.object({ axisId: AxisId }),
  by: { axisId: AxisId },
  subject: ({ input, tx }) => axisById(tx, input.axisId),
  allow: planRights.configureAxes,
  run: async ({ subject: axis, lang, tx, record }): Promise<void> => {
    const count = await countUnder(tx, { axisId: axis.id });
    if (count > 0) throw refuseField("", axisWords(lang)("axis.notEmpty", { title: axis.title, count }));
    await removeRow(tx, axis.id);
    await record({
      verb: "deleted",
      object: { kind: "axis", id: axis.id, label: `${axis.number} ${axis.title}` },
      before: asPlain(axis),
    });
  },
});
