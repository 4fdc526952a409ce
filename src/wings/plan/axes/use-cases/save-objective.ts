import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { optional } from "../../../../platform/model.ts";
import { AxisId, ObjectiveFields, ObjectiveId } from "../model.ts";
import { planRights } from "../../action/rights.ts";
import { axisById, countUnder, objectiveById, saveObjective as saveRow } from "../store.ts";
import { axisWords } from "../words.ts";

/** Adds an objective under an axis, or changes one. One that has actions stays under its axis: they would not follow. */
export const saveObjective = defineUseCase({
  name: "plan.save-objective",
  input: ObjectiveFields.extend({ objectiveId: optional(ObjectiveId) }),
  by: { axisId: AxisId, objectiveId: optional(ObjectiveId) },
  subject: async ({ input, tx }) => {
    const axis = await axisById(tx, input.axisId);
    if (axis === undefined || input.objectiveId === null) return axis && { axis, before: null };
    const before = await objectiveById(tx, input.objectiveId);
    return before && { axis, before };
  },
  allow: planRights.configureAxes,
  run: async ({
    input: { objectiveId, ...fields },
    subject: { axis, before },
    actor,
    lang,
    tx,
    newId,
    record,
  }): Promise<ObjectiveId> => {
    const say = axisWords(lang);
    const objective = { id: objectiveId ?? newId(ObjectiveId), ...fields };
    if (before !== null && before.axisId !== objective.axisId) {
      const count = await countUnder(tx, { objectiveId: objective.id });
      const left = await axisById(tx, before.axisId);
      if (count > 0 || left?.conventionId !== axis.conventionId)
        throw refuseField("axisId", say("objective.heldByActions", { count }));
    }
    if (before !== null && samePlain(asPlain(before), asPlain(objective))) return objective.id;
    await saveRow(tx, actor.territory, objective);
    const object = { kind: "objective", id: objective.id, label: `${objective.number} ${objective.title}` };
    await record({ verb: before === null ? "created" : "changed", object, before: asPlain(before), after: asPlain(objective) });
    return objective.id;
  },
});
