import type { Sheet } from "../../../platform/spreadsheet/sheet.ts";
import { cellText } from "../../../platform/spreadsheet/sheet.ts";
import { guessColumns, type GuessedColumn } from "./columns.ts";
import { type ColumnTarget, isImportField } from "./fields.ts";
import { matchHeading } from "./heading.ts";
import type { KnownPlan } from "./known.ts";
import { rememberedHeading } from "../../../platform/import-draft/memory.ts";
import type { PlanMemory } from "./fields.ts";

/** The columns of a sheet under a row of headings, each with what it is thought to feed. */
export interface SheetColumns {
  /** The row after the headings, from 0. */
  readonly headerTo: number;
  readonly columns: readonly GuessedColumn[];
}

/** Guesses the columns under the headings that a person points at, or under those that are found. */
export function columnsUnder(sheet: Sheet, headerTo: number | null, known: KnownPlan, memory: PlanMemory): SheetColumns {
  const guess = guessColumns(sheet.rows, known, memory);
  if (guess !== undefined && (headerTo === null || headerTo === guess.headerTo)) return guess;
  const to = Math.min(Math.max(headerTo ?? 1, 1), Math.max(sheet.rows.length, 1));
  const headings = sheet.rows[to - 1] ?? [];
  const width = sheet.rows.slice(to - 1, to + 40).reduce((most, row) => Math.max(most, row.length), 0);
  const taken = new Set<string>();
  const columns = Array.from({ length: width }, (_, index): GuessedColumn => {
    const heading = cellText(headings[index]).replace(/\s+/g, " ").trim();
    const remembered = rememberedHeading(memory, heading);
    if (remembered === null) return { index, heading, target: undefined, confidence: 1, why: "left" };
    if (remembered !== undefined) return { index, heading, target: remembered, confidence: 1, why: "remembered" };
    const match = matchHeading(heading);
    if (match.kind === "none") return { index, heading, target: undefined, confidence: 0, why: "none" };
    const key = targetKey(match.target);
    if (taken.has(key)) return { index, heading, target: undefined, confidence: 0, why: "taken" };
    taken.add(key);
    return {
      index,
      heading,
      target: match.target,
      confidence: match.score * 0.9,
      why: match.kind === "exact" ? "heading" : "near-heading",
    };
  });
  return { headerTo: to, columns };
}

/** A target as the list of a form names it: `lead`, `costOfYear:2025`; nothing when the column is left. */
export const targetKey = (target: ColumnTarget | null | undefined): string =>
  target == null ? "" : target.year === null ? target.field : `${target.field}:${target.year}`;

/** The target that a key names, with the unit and the tax base that the heading adds; undefined when the key names none. */
export function targetOfKey(
  key: string,
  { heading, target }: Pick<GuessedColumn, "heading" | "target">,
): ColumnTarget | null | undefined {
  if (key === "") return null;
  if (key === targetKey(target)) return target ?? null;
  const [field = "", year] = key.split(":");
  if (!isImportField(field)) return undefined;
  if ((field === "costOfYear") !== (year !== undefined) || (year !== undefined && !/^(?:19|20)\d\d$/.test(year)))
    return undefined;
  const match = matchHeading(heading);
  const added = match.kind === "none" ? { scale: 1 as const, tax: null } : { scale: match.target.scale, tax: match.target.tax };
  return { field, year: year === undefined ? null : Number(year), ...added };
}
