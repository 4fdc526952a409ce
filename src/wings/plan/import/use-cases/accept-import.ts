import { acceptedDraft, acceptsDraft, writeDraft } from "../../../../platform/import-draft/accept-draft.ts";
import { saveMemory } from "../../../../platform/import-draft/store.ts";
import { sayRefusal } from "../../../../platform/spreadsheet/refusal.ts";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { ConventionId } from "../../../convention/conventions/model.ts";
import { proposeOn, readImportContext } from "../context.ts";
import { withNames } from "../decisions.ts";
import { planDraft, sheetsOf } from "../draft-kind.ts";
import { importWords } from "../import-words.ts";
import { Decisions, type ImportResult } from "../kept-import.ts";
import { createNames } from "./import-names.ts";
import { writeRows } from "./import-rows.ts";

/** Writes into the plan what a file proposes, all of it or nothing. */
export const acceptImport = defineUseCase({
  name: "plan.accept-import",
  input: Decisions.extend(acceptedDraft),
  ...acceptsDraft(planDraft),
  run: (work): Promise<ImportResult> =>
    writeDraft(work, planDraft, async (reading) => {
      const { input, subject: draft, actor, lang, tx, today } = work;
      const { importId, seen: _, ...decisions } = input;
      const context = await readImportContext(tx, ConventionId.parse(draft.targetId));
      const memory = withNames(context.memory, decisions);
      const proposal = proposeOn(context, sheetsOf(reading), draft.mapping, memory);
      if (proposal.kind === "refused") throw refuseField("", sayRefusal(proposal, lang));
      if (proposal.kind === "no-plan-found") throw refuseField("", importWords(lang)("columns.noTitle"));
      const { changes } = proposal;
      const named = await createNames(work, { context, changes, decisions });
      const result = await writeRows(work, { importId, context, changes, decisions, named, year: Number(today.slice(0, 4)) });
      await saveMemory(tx, actor.territory, planDraft, memory);
      const { created, changed, same, left } = result;
      return { result, decisions, told: { created: created.length, changed: changed.length, same, left } };
    }),
});
