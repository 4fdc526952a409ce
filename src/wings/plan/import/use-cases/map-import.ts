import { z } from "zod";
import { defineUseCase, Refusal, refuseField, type Problem } from "../../../../platform/use-case.ts";
import { writtenNumber } from "../../../../platform/model.ts";
import { sayRefusal } from "../../../../platform/spreadsheet/refusal.ts";
import { ImportId, type KeptMapping } from "../kept-import.ts";
import { proposeOn, readImportContext, sheetsOf } from "../context.ts";
import { columnsUnder, learnt, targetOfKey } from "../mapping.ts";
import { importWords } from "../import-words.ts";
import { definitionOf } from "../fields.ts";
import { saveMemory, updateImport } from "../store.ts";
import { planRights } from "../../action/rights.ts";
import { findDraft, importObject } from "./find-import.ts";

const index = writtenNumber.pipe(z.number().int().min(0).max(20_000));

/** Says which sheet and which columns hold the plan. What was corrected is remembered for the next file of this territory. */
export const mapImport = defineUseCase({
  name: "plan.map-import",
  input: z.object({
    importId: ImportId,
    sheet: index,
    /** The row of the headings, as the spreadsheet counts it: from 1. */
    header: index,
    columns: z.array(z.object({ index, target: z.string().max(40) })).max(1_000),
  }),
  subject: ({ input, tx }) => findDraft(tx, input.importId),
  allow: planRights.import,
  run: async ({ input, subject: draft, actor, lang, tx, files, record }): Promise<void> => {
    const say = importWords(lang);
    const read = await sheetsOf(tx, files, actor.territory, draft);
    if (read.kind === "refused") throw refuseField("", sayRefusal(read, lang));
    const sheet = read.sheets[input.sheet];
    if (sheet === undefined) throw refuseField("sheet", say("columns.noSheet"));
    const context = await readImportContext(tx, draft.conventionId);
    const under = columnsUnder(sheet, input.header, context.known, context.memory);
    const problems: Problem[] = [];
    const taken = new Set<string>();
    const columns = under.columns.map((guess) => {
      const at = input.columns.findIndex((column) => column.index === guess.index);
      const key = input.columns[at]?.target ?? "";
      const target = targetOfKey(key, guess);
      const path = `columns[${at}].target`;
      if (target === undefined) problems.push({ path, message: say("columns.unknown") });
      else if (target !== null && target.year === null && !definitionOf(target.field).several && taken.has(key))
        problems.push({ path, message: say("columns.twice") });
      taken.add(key);
      return { index: guess.index, heading: guess.heading, target: target ?? null };
    });
    if (!columns.some(({ target }) => target?.field === "title")) problems.push({ path: "", message: say("columns.noTitle") });
    if (problems.length > 0) throw new Refusal({ kind: "invalid", problems });
    const mapping: KeptMapping = { sheet: input.sheet, headerTo: under.headerTo, columns };
    const memory = learnt(context.memory, under.columns, columns);
    const proposal = proposeOn(context, read.sheets, mapping, memory);
    if (proposal.kind === "refused") throw refuseField("", sayRefusal(proposal, lang));
    await updateImport(tx, draft.id, { mapping });
    await saveMemory(tx, actor.territory, memory);
    await record({ verb: "changed", object: importObject(draft.id, read.name), block: "columns" });
  },
});
