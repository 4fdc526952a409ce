import { z } from "zod";
import { defineAction } from "../../platform/action.ts";
import { fileById } from "../../platform/files/store.ts";
import { ImportId } from "../import/kept-import.ts";
import { updateImport } from "../imports-store.ts";
import { planRights } from "../rights.ts";
import { findDraft, importObject } from "./find-import.ts";

/** Puts a file aside for good: the plan stays as it is. */
export const abandonImport = defineAction({
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
