import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { SynonymId } from "../../synonyms/model.ts";
import { directoryRights } from "../../card/rights.ts";
import { removeSynonym as removeRow, synonymById } from "../../synonyms/store.ts";

export const removeSynonym = defineUseCase({
  name: "directory.remove-synonym",
  input: z.object({ synonymId: SynonymId }),
  by: { synonymId: SynonymId },
  subject: ({ input, tx }) => synonymById(tx, input.synonymId),
  allow: directoryRights.configure,
  run: async ({ subject: synonym, tx, record }): Promise<string> => {
    await removeRow(tx, synonym.id);
    await record({
      verb: "deleted",
      object: { kind: "synonym", id: synonym.id, label: synonym.words },
      before: asPlain(synonym),
    });
    return synonym.words;
  },
});
