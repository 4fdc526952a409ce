import { z } from "zod";
import { ConventionId } from "../../../convention/conventions/model.ts";
import { conventionById } from "../../../convention/conventions/store.ts";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { ActionId, How, Identity, Life, Measures, What, Who, Why, type Action } from "../model.ts";
import { newActionRights } from "../rights.ts";
import { withRowIds } from "../rows.ts";
import { insertActions } from "../store.ts";
import { actionObject } from "./find-action.ts";
import { checkReferences } from "./check-references.ts";

const rowId = z.uuid();
const orElse = <Schema extends z.ZodType>(blank: object, schema: Schema) => z.preprocess((value) => value ?? blank, schema);

/** Adds a fiche to the plan of a convention. Only its identity and who carries it are asked: the rest comes when it is known. */
export const createAction = defineUseCase({
  name: "plan.create-action",
  input: z.object({
    conventionId: ConventionId,
    identity: Identity,
    who: Who,
    why: orElse({}, Why),
    what: orElse({}, What),
    how: orElse({ taxBase: "including_tax" }, How),
    measures: orElse({}, Measures),
    life: orElse({ status: "planned" }, Life),
  }),
  by: { conventionId: ConventionId, who: z.object({ leadId: Who.shape.leadId }) },
  subject: async ({ input, tx }) =>
    (await conventionById(tx, input.conventionId)) === undefined ? undefined : { leadId: input.who.leadId },
  allow: newActionRights.create,
  run: async ({ input: { conventionId, ...typed }, actor, lang, tx, now, newId, record }): Promise<ActionId> => {
    const blocks = withRowIds(typed, {}, () => newId(rowId));
    await checkReferences(tx, lang, { conventionId, blocks, before: {}, prefix: (block) => `${block}.` });
    const id = newId(ActionId);
    const action: Action = {
      id,
      conventionId,
      provenance: { kind: "entered" },
      lastNewsAt: now,
      validatedAt: null,
      validatedBy: null,
      ...blocks,
    };
    await insertActions(tx, actor.territory, [action]);
    await record({ verb: "created", object: actionObject(action), after: asPlain(blocks) });
    return id;
  },
});
