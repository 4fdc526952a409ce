import { importObject } from "../../../../platform/import-draft/draft-kind.ts";
import { ImportId } from "../../../../platform/import-draft/model.ts";
import { lockDraft, updateDraft } from "../../../../platform/import-draft/store.ts";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { planDraft } from "../draft-kind.ts";
import { Decisions } from "../kept-import.ts";

/** Keeps what a person has chosen so far for the names and the rows of a file, so that its preview is drawn anew. */
export const chooseInImport = defineUseCase({
  name: "plan.choose-in-import",
  input: Decisions.extend({ importId: ImportId }),
  by: { importId: ImportId },
  subject: ({ input, tx }) => lockDraft(tx, planDraft, input.importId, "accept"),
  allow: planDraft.right,
  run: async ({ input: { importId, ...decisions }, subject: { file }, tx, record }): Promise<void> => {
    await updateDraft(tx, planDraft, importId, { decisions });
    await record({ verb: "changed", object: importObject(planDraft, importId, file.name), block: "decisions" });
  },
});
