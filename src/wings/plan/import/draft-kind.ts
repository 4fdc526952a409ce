import type { DraftKind, OpenedReading } from "../../../platform/import-draft/draft-kind.ts";
import type { Reading } from "../../../platform/import-draft/kept-reading.ts";
import type { ImportDraft } from "../../../platform/import-draft/model.ts";
import { bytesOf, type SourceFile } from "../../../platform/import-draft/source-file.ts";
import { spreadsheetLimits } from "../../../platform/spreadsheet/limits.ts";
import { readSpreadsheet } from "../../../platform/spreadsheet/read-spreadsheet.ts";
import { refuse, sayRefusal } from "../../../platform/spreadsheet/refusal.ts";
import type { Sheet } from "../../../platform/spreadsheet/sheet.ts";
import { refuseField } from "../../../platform/use-case.ts";
import type { Lang } from "../../../platform/words.ts";
import { ConventionId } from "../../convention/conventions/model.ts";
import { currentOf } from "../../convention/conventions/rules.ts";
import { listConventions } from "../../convention/conventions/store.ts";
import { planRights } from "../action/rights.ts";
import { guessSheet, type GuessedColumn } from "./columns.ts";
import { planColumns, proposeOn, readImportContext } from "./context.ts";
import { sayGuess } from "./say-doubt.ts";
import { definitionOf, type ColumnTarget } from "./fields.ts";
import { importWords } from "./import-words.ts";
import { KeptDecisions, ImportResult, type Decisions } from "./kept-import.ts";
import { columnsUnder, targetKey, targetOfKey } from "./mapping.ts";

export type PlanImport = ImportDraft<ColumnTarget, Decisions, ImportResult>;

/** A plan is always read from sheets. */
export const sheetsOf = (reading: Reading): readonly Sheet[] => (reading.kind === "sheets" ? reading.sheets : []);

/** A spreadsheet of actions on its way into the plan of the convention of now. */
export const planDraft: DraftKind<ColumnTarget, Decisions, ImportResult> = {
  ...planColumns,
  object: "import",
  right: planRights.import,
  decisions: KeptDecisions,
  result: ImportResult,
  compared: ["action", "axis", "objective", "organisation"],
  place: async (tx) => currentOf(await listConventions(tx))?.id,
  open: openPlan,
  next: async (tx, targetId, reading, lang) => {
    const context = await readImportContext(tx, ConventionId.parse(targetId));
    const proposal = proposeOn(context, sheetsOf(reading), null, context.memory);
    if (proposal.kind === "refused") throw refuseField("file", sayRefusal(proposal, lang));
    return proposal.kind === "proposal" ? "preview" : "columns";
  },
  targets: {
    keyOf: targetKey,
    ofKey: (key, { heading, target }) => targetOfKey(key, { heading, target: target ?? undefined }),
    isSeveral: ({ field, year }) => year !== null || definitionOf(field).several === true,
    needed: { isIt: ({ field }) => field === "title", ask: (lang) => importWords(lang)("columns.noTitle") },
  },
  columns: async (tx, { targetId }, memory, lang) => {
    const context = await readImportContext(tx, ConventionId.parse(targetId));
    return {
      sheetOf: (sheets) => guessSheet(sheets, memory)?.index ?? 0,
      under: (sheet, header) => {
        const { headerTo, columns } = columnsUnder(sheet, header, context.known, memory);
        return { headerTo, columns: columns.map((column) => ({ ...column, why: sayWhy(column, lang) })) };
      },
      fault: (sheets, mapping, known) => {
        const proposal = proposeOn(context, sheets, mapping, known);
        return proposal.kind === "refused" ? sayRefusal(proposal, lang) : null;
      },
    };
  },
};

async function openPlan(file: SourceFile, lang: Lang): Promise<OpenedReading> {
  const read = file.size > spreadsheetLimits.bytes ? tooLarge(file.size) : await readSpreadsheet(await bytesOf(file), file.name);
  return read.kind === "refused" ? { kind: "unreadable", why: sayRefusal(read, lang) } : read;
}

const megabyte = 1024 * 1024;

const tooLarge = (bytes: number) =>
  refuse("too-large", { megabytes: Math.ceil(bytes / megabyte), limit: Math.floor(spreadsheetLimits.bytes / megabyte) });

/** Why a file of this weight is not even opened. */
export const sayTooLarge = (bytes: number, lang: Lang): string => sayRefusal(tooLarge(bytes), lang);

const sureness = ({ target, confidence }: GuessedColumn): "high" | "medium" | "low" | "none" =>
  target === undefined ? "none" : confidence >= 0.85 ? "high" : confidence >= 0.6 ? "medium" : "low";

function sayWhy(column: GuessedColumn, lang: Lang): string {
  const say = importWords(lang);
  return say("sure.why", { sure: say(`sure.${sureness(column)}`), why: sayGuess(column.why, lang) });
}
