import { z } from "zod";
import { defineUseCase, missing } from "../../../../platform/use-case.ts";
import { FileId } from "../../../../platform/model.ts";
import { ActionId } from "../model.ts";
import { detachFileRow, listFiles } from "../files-store.ts";
import { actionRights } from "../rights.ts";
import { actionObject, findAction } from "./find-action.ts";

/** Takes a file away from a fiche. */
export const detachFile = defineUseCase({
  name: "plan.detach-file",
  input: z.object({ actionId: ActionId, fileId: FileId }),
  by: { actionId: ActionId },
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.attachFile,
  run: async ({ input, subject: { action }, tx, record }): Promise<void> => {
    const file = (await listFiles(tx, action.id)).find(({ fileId }) => fileId === input.fileId);
    if (file === undefined) throw missing();
    await detachFileRow(tx, action.id, input.fileId);
    const { fileId, name, size, confidentiality } = file;
    await record({
      verb: "changed",
      object: actionObject(action),
      block: "files",
      before: { fileId, name, size, confidentiality },
    });
  },
});
