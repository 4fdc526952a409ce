import { z } from "zod";
import { currentOf } from "../../../convention/conventions/rules.ts";
import { listConventions } from "../../../convention/conventions/store.ts";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { safeFileName } from "../../../../platform/files/file-name.ts";
import { nameOf } from "../../../../platform/actor.ts";
import { insertFile } from "../../../../platform/files/store.ts";
import { FileId } from "../../../../platform/model.ts";
import { spreadsheetLimits } from "../../../../platform/spreadsheet/limits.ts";
import { readSpreadsheet } from "../../../../platform/spreadsheet/read-spreadsheet.ts";
import { sayRefusal } from "../../../../platform/spreadsheet/refusal.ts";
import { ImportId, noDecisions } from "../kept-import.ts";
import { proposeOn, readImportContext } from "../context.ts";
import { tooLarge } from "../upload.ts";
import { insertImport } from "../store.ts";
import { planRights } from "../../action/rights.ts";
import { importObject } from "./find-import.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export interface StartedImport {
  readonly id: ImportId;
  /** Whether a plan was found in it, or a person must first say where it is. */
  readonly next: "preview" | "columns";
}

/** Takes in a spreadsheet that holds a plan, and keeps it aside: nothing of it is in the plan yet. */
export const startImport = defineUseCase({
  name: "plan.start-import",
  input: z.object({ file: z.instanceof(File) }),
  subject: async ({ tx }) => {
    const convention = currentOf(await listConventions(tx));
    return convention && { conventionId: convention.id };
  },
  allow: planRights.import,
  run: async ({
    input: { file },
    subject: { conventionId },
    actor,
    lang,
    tx,
    now,
    files,
    newId,
    record,
  }): Promise<StartedImport> => {
    if (file.size > spreadsheetLimits.bytes) throw refuseField("file", tooLarge(file.size, lang));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = safeFileName(file.name);
    const read = await readSpreadsheet(bytes, name);
    if (read.kind === "refused") throw refuseField("file", sayRefusal(read, lang));
    const context = await readImportContext(tx, conventionId);
    const proposal = proposeOn(context, read.sheets, null, context.memory);
    if (proposal.kind === "refused") throw refuseField("file", sayRefusal(proposal, lang));

    const { hash, size } = await files.put(actor.territory, bytes);
    const [id, fileId] = [newId(ImportId), newId(FileId)];
    const startedBy = nameOf(actor);
    const mediaType = mediaTypes[/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ""] ?? "text/csv";
    await insertFile(tx, {
      territoryId: actor.territory,
      id: fileId,
      hash,
      name,
      mediaType,
      size,
      addedAt: now,
      addedBy: startedBy,
    });
    await insertImport(tx, actor.territory, {
      id,
      conventionId,
      fileId,
      state: "draft",
      startedAt: now,
      startedBy,
      mapping: null,
      decisions: noDecisions,
      result: null,
    });
    await record({ verb: "created", object: importObject(id, name), after: { name, size, hash } });
    return { id, next: proposal.kind === "proposal" ? "preview" : "columns" };
  },
});
