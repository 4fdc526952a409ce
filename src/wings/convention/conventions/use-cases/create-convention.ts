import { z } from "zod";
import { defineUseCase, missing, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { line, optional } from "../../../../platform/model.ts";
import { ConventionFields, ConventionId } from "../model.ts";
import { conventionRights, type ConventionSubject } from "../rights.ts";
import { life } from "../rules.ts";
import { insertConvention, listConventions } from "../store.ts";
import { conventionWords } from "../words.ts";
import { checkReferences } from "./check-references.ts";

/** Opens a convention in preparation. */
export const createConvention = defineUseCase({
  name: "convention.create",
  input: ConventionFields.and(
    z.object({
      predecessorId: optional(ConventionId),
      /** Where the facts were read, when they come from a public source. */
      sourcedFrom: optional(line(500)),
    }),
  ),
  subject: async (): Promise<ConventionSubject> => ({ state: life.initial }),
  allow: conventionRights.edit,
  run: async ({ input, actor, lang, tx, newId, record }): Promise<ConventionId> => {
    const { predecessorId, sourcedFrom, ...fields } = input;
    await checkReferences(tx, fields, lang);
    const known = await listConventions(tx);
    if (predecessorId !== null && known.every(({ id }) => id !== predecessorId)) throw missing();
    if (predecessorId !== null && known.some((each) => each.predecessorId === predecessorId)) {
      throw refuseField("predecessorId", conventionWords(lang)("create.alreadyRenewed"));
    }
    const id = newId(ConventionId);
    const provenance =
      sourcedFrom === null ? ({ kind: "entered" } as const) : ({ kind: "sourced", source: sourcedFrom } as const);
    await insertConvention(tx, actor.territory, { ...fields, id, state: life.initial, provenance, predecessorId });
    await record({
      verb: "created",
      object: { kind: "convention", id, label: fields.title },
      after: asPlain({ ...fields, predecessorId }),
    });
    return id;
  },
});
