import { ConventionId } from "../../../convention/conventions/model.ts";
import { conventionById } from "../../../convention/conventions/store.ts";
import { listFrameworks } from "../../../convention/frameworks/store.ts";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { optional } from "../../../../platform/model.ts";
import { AxisFields, AxisId } from "../model.ts";
import { planRights } from "../../action/rights.ts";
import { axisById, listAxes, saveAxis as saveRow } from "../store.ts";
import { axisWords } from "../words.ts";

/** Adds an axis to a convention, or changes one. */
export const saveAxis = defineUseCase({
  name: "plan.save-axis",
  input: AxisFields.extend({ conventionId: ConventionId, axisId: optional(AxisId) }),
  by: { axisId: optional(AxisId), conventionId: ConventionId },
  subject: async ({ input, tx }) => {
    const convention = await conventionById(tx, input.conventionId);
    if (convention === undefined || input.axisId === null) return convention && { before: null };
    const before = await axisById(tx, input.axisId);
    return before?.conventionId === input.conventionId ? { before } : undefined;
  },
  allow: planRights.configureAxes,
  run: async ({ input: { axisId, ...fields }, subject: { before }, actor, lang, tx, newId, record }): Promise<AxisId> => {
    const say = axisWords(lang);
    const axis = { id: axisId ?? newId(AxisId), ...fields };
    const others = (await listAxes(tx, fields.conventionId)).filter(({ id }) => id !== axis.id);
    if (others.some(({ number }) => number === axis.number))
      throw refuseField("number", say("axis.numberTaken", { number: axis.number }));
    if (axis.frameworkAxisId !== null) {
      const frameworks = await listFrameworks(tx);
      if (!frameworks.some(({ axes }) => axes.some(({ id }) => id === axis.frameworkAxisId)))
        throw refuseField("frameworkAxisId", say("axis.unknownFramework"));
    }
    if (before !== null && samePlain(asPlain(before), asPlain(axis))) return axis.id;
    await saveRow(tx, actor.territory, axis);
    const object = { kind: "axis", id: axis.id, label: `${axis.number} ${axis.title}` };
    await record({ verb: before === null ? "created" : "changed", object, before: asPlain(before), after: asPlain(axis) });
    return axis.id;
  },
});
