import { dayOf } from "../../../../platform/clock.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { v7 } from "../../../../platform/id.ts";
import type { WaitingDraft } from "../../../../ui/import-draft/draft-pages.tsx";
import { directoryNamesOf, readLists, type DirectoryNames } from "../../card/names.ts";
import { readImportContext } from "../import/context.ts";
import { listOf, type DirectoryImport } from "../import/draft-kind.ts";
import type { TableField } from "../import/formats/table.ts";
import { ImportRun } from "../import/import-run.ts";
import type { ImportOptions, ImportResult, NoDecisions } from "../import/kept-import.ts";
import type { FeedFormat } from "../import/model.ts";
import { previewOf, type Preview } from "../import/preview.ts";

/** A file with what it would change in the directory of now. */
export interface ImportView {
  readonly draft: DirectoryImport;
  readonly format: FeedFormat;
  readonly options: ImportOptions;
  readonly preview: Preview;
  readonly names: DirectoryNames;
  /** Number of the last event when it was compared. */
  readonly seq: number;
}

/** What a draft would change; `null` where its columns must be said first. */
export async function readView(
  visit: TerritoryVisit,
  { draft, reading }: WaitingDraft<TableField, NoDecisions, ImportResult>,
  options: ImportOptions,
): Promise<ImportView | null> {
  const list = listOf(reading, draft.mapping);
  if (list === null) return null;
  const now = visit.runtime.clock.now();
  return visit.read(async (tx) => {
    const context = await readImportContext(tx, visit.territory.id, visit.lang, dayOf(now));
    const run = new ImportRun(tx, context, {
      ...list,
      options,
      origin: draft.file.name,
      take: new Set(),
      now,
      newId: (schema) => schema.parse(v7(now)),
    });
    const preview = await previewOf(run);
    const names = directoryNamesOf(await readLists(tx), context.directory, visit.lang);
    return { draft, format: list.format, options, preview, names, seq: context.seq };
  });
}
