import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { nameOf } from "../../../../platform/actor.ts";
import { insertFile } from "../../../../platform/files/store.ts";
import { FileId, line } from "../../../../platform/model.ts";
import { PartyId } from "../model.ts";
import { partyRights } from "../rights.ts";
import { updateParty } from "../store.ts";
import { partyWords } from "../words.ts";
import { findParty, holdParty, partyBlock, partyObject } from "./find-party.ts";

export const maxDeliberationBytes = 10 * 1024 * 1024;

/** A PDF says so in its first bytes, whatever its name says; some printers write a few bytes before. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1_024)).includes("%PDF-");

/** Joins the deliberation of a party, as a PDF. A newer file replaces the former in the page; the history names both. */
export const attachDeliberation = defineUseCase({
  name: "convention.attach-deliberation",
  input: z.object({ partyId: PartyId, file: z.instanceof(File) }),
  by: { partyId: PartyId },
  subject: ({ input, tx }) => findParty(tx, input.partyId),
  allow: partyRights.edit,
  run: async ({ input, actor, lang, tx, now, files, newId, record }): Promise<FileId> => {
    const say = partyWords(lang);
    if (input.file.size === 0) throw refuseField("file", say("file.empty"));
    if (input.file.size > maxDeliberationBytes) throw refuseField("file", say("file.tooBig"));
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    if (!isPdf(bytes)) throw refuseField("file", say("file.notPdf"));
    const found = await holdParty(tx, input.partyId);
    const { hash, size } = await files.put(actor.territory, bytes);
    const id = newId(FileId);
    const name = line(200).safeParse(input.file.name.slice(-200)).data ?? "deliberation.pdf";
    const addedBy = nameOf(actor);
    await insertFile(tx, {
      territoryId: actor.territory,
      id,
      hash,
      name,
      mediaType: "application/pdf",
      size,
      addedAt: now,
      addedBy,
    });
    await updateParty(tx, input.partyId, { deliberationFileId: id });
    await record({
      verb: "changed",
      object: partyObject(found),
      block: `${partyBlock(input.partyId)}:file`,
      before: { deliberationFile: found.party.deliberationFileId },
      after: { deliberationFile: id, name, hash },
    });
    return id;
  },
});
