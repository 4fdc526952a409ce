import { defineUseCase } from "../../../../platform/use-case.ts";
import { fileById } from "../../../../platform/files/store.ts";
import { Decisions, ImportId } from "../kept-import.ts";
import { updateImport } from "../store.ts";
import { planRights } from "../../action/rights.ts";
import { findDraft, importObject } from "./find-import.ts";

/** Keeps what a person has chosen so far for the names and the rows of a file, so that its preview is drawn anew. */
export const chooseInImport = defineUseCase({
  name: "plan.choose-in-import",
  input: Decisions.extend({ importId: ImportId }),
  subject: ({ input, tx }) => findDraft(tx, input.importId),
  allow: planRights.import,
  run: async ({ input: { importId, ...decisions }, subject: { fileId }, tx, record }): Promise<void> => {
    const file = await fileById(tx, fileId);
    await updateImport(tx, importId, { decisions });
    await record({ verb: "changed", object: importObject(importId, file?.name ?? ""), block: "decisions" });
  },
});
