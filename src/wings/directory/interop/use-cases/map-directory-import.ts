import { z } from "zod";
import { defineUseCase, missing, Refusal, refuseField } from "../../../../platform/use-case.ts";
import { fileById } from "../../../../platform/files/store.ts";
import { plain } from "../../../../platform/record/rules.ts";
import { optional, rowsOf, writtenNumber } from "../../../../platform/model.ts";
import { columnsUnder, isTableField } from "../import/formats/table.ts";
import { importWords } from "../import/words.ts";
import { ImportId, type TableMapping } from "../import/kept-import.ts";
import { openFeed } from "../import/open-feed.ts";
import { lockDraft, updateImport } from "../import/store.ts";
import { directoryRights } from "../../card/rights.ts";
import { directoryImportObject, keptFile } from "./find-import.ts";

const at = writtenNumber.pipe(z.number().int().min(0).max(100_000));

/** Says what the columns of a table of someone's own hold. Nothing of it is in the directory yet. */
export const mapDirectoryImport = defineUseCase({
  name: "directory.map-import",
  input: z.object({
    importId: ImportId,
    sheet: at,
    /** The row of the headings, from 1. */
    header: at,
    columns: rowsOf(z.object({ index: at, target: optional(z.string().max(40)) })),
  }),
  subject: ({ input, tx }) => lockDraft(tx, input.importId),
  allow: directoryRights.import,
  run: async ({ input, subject: draft, actor, lang, tx, files, record }): Promise<TableMapping> => {
    const say = importWords(lang);
    const stored = await fileById(tx, draft.fileId);
    if (stored === undefined) throw missing();
    const opened = await openFeed(keptFile(files, actor.territory, stored));
    if (opened.kind !== "table") throw missing();
    const sheet = opened.sheets[input.sheet];
    if (sheet === undefined) throw refuseField("sheet", say("table.noSheet"));
    const under = columnsUnder(sheet, input.header);
    const taken = new Set<string>();
    const columns = input.columns.map(({ index, target }, row) => {
      const heading = under.find((column) => column.index === index)?.heading ?? "";
      if (target === null) return { index, heading, target };
      const field = `columns[${row}].target`;
      if (!isTableField(target)) throw refuseField(field, say("table.unknown"));
      if (taken.has(target)) throw refuseField(field, say("table.twice"));
      taken.add(target);
      return { index, heading, target };
    });
    if (!taken.has("name")) throw new Refusal({ kind: "invalid", problems: [{ path: "", message: say("table.noNameColumn") }] });
    const mapping = { sheet: input.sheet, headerTo: input.header, columns };
    await updateImport(tx, draft.id, { mapping });
    const object = directoryImportObject(draft.id, stored.name);
    await record({ verb: "changed", object, block: "columns", before: plain(draft.mapping), after: plain(mapping) });
    return mapping;
  },
});
