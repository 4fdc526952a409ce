import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { safeFileName } from "../../../../platform/files/file-name.ts";
import { nameOf } from "../../../../platform/actor.ts";
import { insertFile } from "../../../../platform/files/store.ts";
import { Confidentiality, FileId } from "../../../../platform/model.ts";
import { judgeAttachment, maxAttachmentBytes } from "../attachment.ts";
import { actionWords } from "../words.ts";
import { ActionId } from "../model.ts";
import { attachFileRow } from "../files-store.ts";
import { actionRights } from "../rights.ts";
import { touchAction } from "../store.ts";
import { actionObject, findAction } from "./find-action.ts";

/** Joins a file to a fiche. */
export const attachFile = defineUseCase({
  name: "plan.attach-file",
  input: z.object({ actionId: ActionId, file: z.instanceof(File), confidentiality: Confidentiality.prefault("shared") }),
  by: { actionId: ActionId },
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.attachFile,
  run: async ({ input, subject: { action }, actor, lang, tx, now, files, newId, record }): Promise<FileId> => {
    const say = actionWords(lang);
    if (input.file.size > maxAttachmentBytes) throw refuseField("file", say("file.tooBig"));
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    const judged = judgeAttachment(input.file.name, bytes);
    if (judged.kind === "refused") throw refuseField("file", say(`file.${judged.because}`));
    const { hash, size } = await files.put(actor.territory, bytes);
    const [id, name] = [newId(FileId), safeFileName(input.file.name)];
    const addedBy = nameOf(actor);
    await insertFile(tx, {
      territoryId: actor.territory,
      id,
      hash,
      name,
      mediaType: judged.mediaType,
      size,
      addedAt: now,
      addedBy,
    });
    await attachFileRow(tx, actor.territory, { actionId: action.id, fileId: id, confidentiality: input.confidentiality });
    await touchAction(tx, action.id, { lastNewsAt: now });
    await record({
      verb: "changed",
      object: actionObject(action),
      block: "files",
      after: { fileId: id, name, size, hash, confidentiality: input.confidentiality },
    });
    return id;
  },
});
