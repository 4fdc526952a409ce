import { z } from "zod";
import { defineUseCase, missing, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { AmendmentFields, AmendmentId } from "../model.ts";
import { ConventionId } from "../../conventions/model.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { isRunning } from "../../conventions/rules.ts";
import { conventionById, lockConvention } from "../../conventions/store.ts";
import { insertAmendment } from "../store.ts";
import { amendmentWords } from "../words.ts";

/** Opens an amendment to a convention in force: it will be the difference between what was signed and what will be. */
export const addAmendment = defineUseCase({
  name: "convention.add-amendment",
  input: z.object({ conventionId: ConventionId, ...AmendmentFields.omit({ signedOn: true }).shape }),
  by: { conventionId: ConventionId },
  subject: ({ input, tx }) => conventionById(tx, input.conventionId),
  allow: conventionRights.amend,
  run: async ({ input, actor, lang, tx, newId, record }): Promise<AmendmentId> => {
    const say = amendmentWords(lang);
    const { conventionId, ...fields } = input;
    const convention = await lockConvention(tx, conventionId);
    if (convention === undefined) throw missing();
    if (!isRunning(convention.state)) throw refuseField("", say("amendment.notRunning"));
    if (convention.amendments.some(({ number }) => number === fields.number))
      throw refuseField("number", say("amendment.twice", { number: fields.number }));
    const id = newId(AmendmentId);
    await insertAmendment(tx, actor.territory, conventionId, { ...fields, id, signedOn: null });
    await record({
      verb: "created",
      object: { kind: "convention", id: conventionId, label: convention.title },
      block: `amendment:${id}`,
      after: asPlain(fields),
    });
    return id;
  },
});
