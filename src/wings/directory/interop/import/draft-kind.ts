import type { DraftKind, OpenedReading } from "../../../../platform/import-draft/draft-kind.ts";
import type { Reading } from "../../../../platform/import-draft/kept-reading.ts";
import type { DraftMapping, ImportDraft } from "../../../../platform/import-draft/model.ts";
import type { RawRow } from "../../../../platform/import-draft/raw-row.ts";
import type { SourceFile } from "../../../../platform/import-draft/source-file.ts";
import { sayRefusal } from "../../../../platform/spreadsheet/refusal.ts";
import type { Lang } from "../../../../platform/words.ts";
import { directoryRights } from "../../card/rights.ts";
import { comparedKinds } from "./context.ts";
import { columnsUnder, headerOf, isTableField, tableRows, TableField } from "./formats/table.ts";
import { ImportResult, NoDecisions } from "./kept-import.ts";
import { FeedFormat } from "./model.ts";
import { openFeed, type OpenFeed } from "./open-feed.ts";
import { importWords } from "./words.ts";

export type DirectoryImport = ImportDraft<TableField, NoDecisions, ImportResult>;

/** A file of services on its way into the directory. */
export const directoryDraft: DraftKind<TableField, NoDecisions, ImportResult> = {
  name: "directory",
  object: "directory_import",
  right: directoryRights.import,
  target: TableField,
  decisions: NoDecisions,
  result: ImportResult,
  compared: comparedKinds,
  place: () => Promise.resolve(null),
  open: openServices,
  next: (_tx, _targetId, reading) => Promise.resolve(reading.kind === "list" ? "preview" : "columns"),
  targets: {
    keyOf: (target) => target ?? "",
    ofKey: (key) => (key === "" ? null : isTableField(key) ? key : undefined),
    isSeveral: () => false,
    needed: { isIt: (target) => target === "name", ask: (lang) => importWords(lang)("columns.noName") },
  },
  columns: (_tx, _draft, memory, lang) =>
    Promise.resolve({
      sheetOf: () => 0,
      under: (sheet, asked) => {
        const headerTo = Math.max(1, asked ?? headerOf(sheet, memory));
        const columns = columnsUnder(sheet, headerTo, memory);
        return { headerTo, columns: columns.map((column) => ({ ...column, why: importWords(lang)(`sure.${column.sure}`) })) };
      },
      fault: () => null,
    }),
};

async function openServices(file: SourceFile, lang: Lang): Promise<OpenedReading> {
  const opened = await openFeed(file);
  return opened.kind === "list" || opened.kind === "sheets" ? opened : { kind: "unreadable", why: sayUnlisted(opened, lang) };
}

/** Why a file holds no service. */
export const sayUnlisted = (opened: Exclude<OpenFeed, { kind: "list" }>, lang: Lang): string =>
  opened.kind === "refused" ? sayRefusal(opened, lang) : importWords(lang)(`file.${opened.kind}`);

/** The rows that an import reads: those of a published list, or of a table whose columns were said; `null` where there are none. */
export function listOf(
  reading: Reading,
  mapping: DraftMapping<TableField> | null,
): { readonly format: FeedFormat; readonly rows: AsyncIterable<RawRow> } | null {
  if (reading.kind === "list") return { format: FeedFormat.parse(reading.format), rows: reading.rows };
  return mapping === null ? null : { format: "table", rows: tableRows(reading.sheets, mapping) };
}
