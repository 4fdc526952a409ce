import { defineUseCase } from "../../../../platform/use-case.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { optional } from "../../../../platform/model.ts";
import { SynonymFields, SynonymId, type Synonym } from "../../synonyms/model.ts";
import { directoryRights } from "../../card/rights.ts";
import { saveSynonym as saveRow, synonymById } from "../../synonyms/store.ts";

/** Everyday words for official ones, as people of this territory say them. */
export const saveSynonym = defineUseCase({
  name: "directory.save-synonym",
  input: SynonymFields.extend({ synonymId: optional(SynonymId) }),
  by: { synonymId: optional(SynonymId) },
  subject: async ({ input, tx }) => {
    if (input.synonymId === null) return { before: null };
    const before = await synonymById(tx, input.synonymId);
    return before && { before };
  },
  allow: directoryRights.configure,
  run: async ({ input: { synonymId, ...fields }, subject: { before }, actor, tx, newId, record }): Promise<SynonymId> => {
    const synonym: Synonym = { id: synonymId ?? newId(SynonymId), ...fields };
    if (before !== null && samePlain(asPlain(before), asPlain(synonym))) return synonym.id;
    await saveRow(tx, actor.territory, synonym);
    await record({
      verb: before === null ? "created" : "changed",
      object: { kind: "synonym", id: synonym.id, label: synonym.words },
      before: asPlain(before),
      after: asPlain(synonym),
    });
    return synonym.id;
  },
});
