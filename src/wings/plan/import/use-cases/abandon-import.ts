import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { fileById } from "../../../../platform/files/store.ts";
import { ImportId } from "../kept-import.ts";
import { updateImport } from "../store.ts";
import { planRights } from "../../action/rights.ts";
import { findDraft, importObject } from "./find-import.ts";

/** Puts a file aside for good: the plan stays as it is. */
export const abandonImport = defineUseCase({
  name: "plan.abandon-import",
  input: z.object({ importId: ImportId }),
  subject: ({ input, tx }) => findDraft(tx, input.importId),
  allow: planRights.import,
  run: async ({ subject: { id, fileId }, tx, record }): Promise<void> => {
    const file = await fileById(tx, fileId);
    await updateImport(tx, id, { state: "abandoned" });
    await record({ verb: "deleted", object: importObject(id, file?.name ?? "") });
  },
});
