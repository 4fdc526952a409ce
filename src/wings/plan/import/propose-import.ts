import { type Refusal, refuse } from "../../../platform/spreadsheet/refusal.ts";
import { refusalOfFormulaErrors } from "../../../platform/spreadsheet/read-spreadsheet.ts";
import type { Sheet } from "../../../platform/spreadsheet/sheet.ts";
import { type ColumnGuess, guessColumns, guessSheet } from "./columns.ts";
import type { KnownPlan } from "./known.ts";
import { findersOf, matchAction } from "./match.ts";
import { emptyMemory } from "../../../platform/import-draft/memory.ts";
import type { PlanMemory } from "./fields.ts";
import { type ExistingAction, type PlanChanges, planChanges } from "./plan-changes.ts";
import { type Mapping, readRows } from "./read-rows.ts";

export interface ImportRequest {
  readonly sheets: readonly Sheet[];
  readonly known: KnownPlan;
  readonly existing: readonly ExistingAction[];
  readonly memory?: PlanMemory;
  /** What a person chose on screen; guessed where they did not. */
  readonly sheet?: number;
  readonly mapping?: Mapping;
}

export type ImportProposal =
  | {
      readonly kind: "proposal";
      readonly sheet: { readonly index: number; readonly name: string; readonly confidence: number };
      readonly guess: ColumnGuess | undefined;
      readonly mapping: Mapping;
      readonly changes: PlanChanges;
    }
  /** No sheet looks like a plan, or no column holds titles: a person must say where. */
  | {
      readonly kind: "no-plan-found";
      readonly sheet: { readonly index: number; readonly name: string } | null;
      readonly guess: ColumnGuess | undefined;
    }
  | Refusal;

/** The whole way from sheets to what would be written. Writes nothing, asks nothing, never throws. */
export function proposeImport(request: ImportRequest): ImportProposal {
  const memory = request.memory ?? emptyMemory;
  const guessed = guessSheet(request.sheets, memory);
  const index = request.sheet ?? guessed?.index;
  const sheet = index === undefined ? undefined : request.sheets[index];
  if (index === undefined || sheet === undefined) return { kind: "no-plan-found", sheet: null, guess: undefined };
  const guess = guessColumns(sheet.rows, request.known, memory);
  const mapping = request.mapping ?? (guess && { headerTo: guess.headerTo, columns: guess.columns });
  if (mapping === undefined || !mapping.columns.some(({ target }) => target?.field === "title")) {
    return { kind: "no-plan-found", sheet: { index, name: sheet.name }, guess };
  }
  const used = new Set(mapping.columns.filter(({ target }) => target !== undefined).map((column) => column.index));
  const failed = refusalOfFormulaErrors(sheet, (row, column) => row >= mapping.headerTo && used.has(column));
  if (failed) return failed;
  const { actions, skipped } = readRows(sheet, mapping, request.known);
  if (actions.length === 0 && skipped.length === 0) return refuse("empty");
  const finders = findersOf(request.known);
  const matched = actions.map((action) => matchAction(action, request.known, memory, finders));
  const confidence = guessed?.index === index ? guessed.confidence : 1;
  return {
    kind: "proposal",
    sheet: { index, name: sheet.name, confidence },
    guess,
    mapping,
    changes: planChanges(matched, request.existing, skipped),
  };
}
