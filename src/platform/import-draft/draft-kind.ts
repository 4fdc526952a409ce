import type { z } from "zod";
import type { Tx } from "../database/database.ts";
import type { Right } from "../rights.ts";
import type { Sheet } from "../spreadsheet/sheet.ts";
import type { Lang } from "../words.ts";
import type { Reading } from "./kept-reading.ts";
import type { MappingMemory } from "./memory.ts";
import type { DraftMapping, ImportDraft, ImportId } from "./model.ts";
import type { SourceFile } from "./source-file.ts";

/** What is wrong with a file, in one sentence. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly why: string;
}
export type OpenedReading = Reading | Unreadable;

/** A column with what it is thought to feed, and why in words. */
export interface GuessedTarget<Target> {
  readonly index: number;
  readonly heading: string;
  readonly target: Target | null | undefined;
  readonly why: string;
}

/** The columns of a sheet under a row of headings. */
export interface SheetColumns<Target> {
  /** The row after the headings, from 0. */
  readonly headerTo: number;
  readonly columns: readonly GuessedTarget<Target>[];
}

/** How the columns of someone's own table are told apart, once what the territory knows was loaded. */
export interface ColumnReader<Target> {
  /** The sheet that is most likely meant. */
  readonly sheetOf: (sheets: readonly Sheet[]) => number;
  /** The columns under these headings; under those that are found when nobody pointed at any. */
  readonly under: (sheet: Sheet, headerTo: number | null) => SheetColumns<Target>;
  /** Why these columns can't be read, where that shows before any preview. */
  readonly fault: (sheets: readonly Sheet[], mapping: DraftMapping<Target>, memory: MappingMemory<Target>) => string | null;
}

/** What a column may feed, as a form names it. */
export interface ColumnTargets<Target> {
  /** As the list of a form names it; nothing when the column is left. */
  readonly keyOf: (target: Target | null | undefined) => string;
  /** What a key names under this heading; `undefined` when it names nothing. */
  readonly ofKey: (key: string, guess: GuessedTarget<Target>) => Target | null | undefined;
  /** Whether several columns may feed it. */
  readonly isSeveral: (target: Target) => boolean;
  /** The one that there must be, and the sentence that asks for it. */
  readonly needed: { readonly isIt: (target: Target) => boolean; readonly ask: (lang: Lang) => string };
}

/** What a wing declares so that files come into it: the rest of an import is the same for all. */
export interface DraftKind<Target, Decisions, Result> {
  readonly name: string;
  /** What the history calls an import of this kind. */
  readonly object: string;
  readonly right: Right<object>;
  readonly target: z.ZodType<Target>;
  readonly decisions: z.ZodType<Decisions>;
  readonly result: z.ZodType<Result>;
  /** What an import is compared with, as events name it: a preview is worth what these were when it was drawn. */
  readonly compared: readonly string[];
  /** What an import goes into: `undefined` where there is nothing yet, `null` where it is the whole territory. */
  readonly place: (tx: Tx) => Promise<string | null | undefined>;
  /** Reads a file, or says why it can't be. */
  readonly open: (file: SourceFile, lang: Lang) => Promise<OpenedReading>;
  /** What comes first of a file that was just read; refuses one that has nothing to give. */
  readonly next: (tx: Tx, targetId: string | null, reading: Reading, lang: Lang) => Promise<"preview" | "columns">;
  readonly targets: ColumnTargets<Target>;
  readonly columns: (
    tx: Tx,
    draft: Pick<ImportDraft<Target, Decisions, Result>, "targetId">,
    memory: MappingMemory<Target>,
    lang: Lang,
  ) => Promise<ColumnReader<Target>>;
}

/** An import as the history names it. */
export const importObject = ({ object }: Pick<DraftKind<never, never, never>, "object">, id: ImportId, fileName: string) => ({
  kind: object,
  id,
  label: fileName,
});
