import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { fileById } from "../../../../platform/files/store.ts";
import { ImportId } from "../import/kept-import.ts";
import { lockDraft, updateImport } from "../import/store.ts";
import { directoryRights } from "../../card/rights.ts";
import { directoryImportObject } from "./find-import.ts";

/** Puts a file aside for good: the directory stays as it is. */
export const abandonDirectoryImport = defineUseCase({
  name: "directory.abandon-import",
  input: z.object({ importId: ImportId }),
  subject: ({ input, tx }) => lockDraft(tx, input.importId),
  allow: directoryRights.import,
  run: async ({ subject: { id, fileId }, tx, record }): Promise<void> => {
    const file = await fileById(tx, fileId);
    await updateImport(tx, id, { state: "abandoned" });
    await record({ verb: "deleted", object: directoryImportObject(id, file?.name ?? "") });
  },
});
