import { z } from "zod";
import { defineUseCase, missing } from "../../../../platform/use-case.ts";
import { changePart } from "../../../../platform/record/change-part.ts";
import { changeOf, seen } from "../../../../platform/record/parts.ts";
import { conventionParts, ConventionId, type ConventionPart } from "../model.ts";
import { conventionRights } from "../rights.ts";
import { partOf } from "../rules.ts";
import { conventionById, lockConvention, updateConvention } from "../store.ts";
import { checkReferences } from "./check-references.ts";

/** Changes one part of a convention. */
export const editConvention = defineUseCase({
  name: "convention.edit",
  input: z.intersection(z.object({ conventionId: ConventionId, seen }), changeOf(conventionParts)),
  by: { conventionId: ConventionId },
  subject: ({ input, tx }) => conventionById(tx, input.conventionId),
  allow: conventionRights.edit,
  run: async ({ input: { conventionId, part, value, seen: version }, lang, ...work }): Promise<ConventionPart> => {
    const convention = await lockConvention(work.tx, conventionId);
    if (convention === undefined) throw missing();
    await checkReferences(work.tx, value, lang, "value.");
    await changePart(work, {
      object: { kind: "convention", id: conventionId, label: { ...convention, ...value }.title },
      part,
      seen: version,
      before: partOf(convention, part),
      value,
      save: () => updateConvention(work.tx, conventionId, value),
    });
    return part;
  },
});
