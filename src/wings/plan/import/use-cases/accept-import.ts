import { z } from "zod";
import { defineUseCase, Refusal, refuseField } from "../../../../platform/use-case.ts";
import { readEvents, takeTurn } from "../../../../platform/history/store.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import { optional, writtenNumber } from "../../../../platform/model.ts";
import { sayRefusal } from "../../../../platform/spreadsheet/refusal.ts";
import { Decisions, ImportId, type ImportResult } from "../kept-import.ts";
import { proposeOn, readImportContext, sheetsOf } from "../context.ts";
import { withNames } from "../decisions.ts";
import { importWords } from "../import-words.ts";
import { saveMemory, updateImport } from "../store.ts";
import { planRights } from "../../action/rights.ts";
import { findDraft, importObject } from "./find-import.ts";
import { createNames } from "./import-names.ts";
import { writeRows } from "./import-rows.ts";

/**
 * Writes into the plan what a file proposes, all of it or nothing. The file is read anew against the plan of now: when someone changed
 * the plan since the preview was shown, nothing is written and a new preview is.
 */
export const acceptImport = defineUseCase({
  name: "plan.accept-import",
  input: Decisions.extend({
    importId: ImportId,
    /** Number of the last event when the preview was drawn; absent when nobody looked at one. */
    seen: optional(writtenNumber.pipe(z.number().int().min(0))),
  }),
  subject: async ({ input, actor, tx }) => {
    // Nobody changes the plan between the comparison and what is written from it.
    await takeTurn(tx, actor.territory);
    return findDraft(tx, input.importId);
  },
  allow: planRights.import,
  run: async (work): Promise<ImportResult> => {
    const { input, subject: draft, actor, lang, tx, files, today, record } = work;
    const { importId, seen, ...decisions } = input;
    if (seen !== null) await refuseOldPreview(tx, seen);
    const read = await sheetsOf(tx, files, actor.territory, draft);
    if (read.kind === "refused") throw refuseField("", sayRefusal(read, lang));
    const context = await readImportContext(tx, draft.conventionId);
    const memory = withNames(context.memory, decisions);
    const proposal = proposeOn(context, read.sheets, draft.mapping, memory);
    if (proposal.kind === "refused") throw refuseField("", sayRefusal(proposal, lang));
    if (proposal.kind === "no-plan-found") throw refuseField("", importWords(lang)("columns.noTitle"));
    const { changes } = proposal;
    const named = await createNames(work, { context, changes, decisions });
    const result = await writeRows(work, { importId, context, changes, decisions, named, year: Number(today.slice(0, 4)) });
    await saveMemory(tx, actor.territory, memory);
    await updateImport(tx, importId, { state: "accepted", decisions, result });
    await record({
      verb: "imported",
      object: importObject(importId, read.name),
      after: { created: result.created.length, changed: result.changed.length, same: result.same, left: result.left },
    });
    return result;
  },
});

const compared = ["action", "axis", "objective", "organisation"];

/** A preview is worth what the plan was when it was drawn. */
async function refuseOldPreview(tx: Tx, seen: number): Promise<void> {
  const [latest] = await readEvents(tx, { kinds: compared, after: seen, limit: 1 });
  if (latest === undefined) return;
  throw new Refusal({ kind: "conflict", conflict: { by: latest.actor.name, at: latest.at, seen: latest.seq, changes: [] } });
}
