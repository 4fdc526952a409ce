import { asPlain, samePlain } from "../../../platform/record/rules.ts";
import type { Blocks } from "../action/model.ts";
import type { Decisions, RowDecision } from "./kept-import.ts";
import { doubt, type Doubt } from "./doubt.ts";
import { isImportField } from "./fields.ts";
import type { ImportContext } from "./context.ts";
import type { FieldName } from "./imported.ts";
import type { PlanMemory } from "./fields.ts";
import { rememberName } from "../../../platform/import-draft/memory.ts";
import { chosen, type PlanChanges, type RowChange } from "./plan-changes.ts";
import type { PlanFields } from "./plan-fields.ts";
import { cutFields } from "./to-action.ts";
import { fundersHaveAmounts, startYear } from "./to-funding.ts";

/** What a row still asks of a person before it can be in the plan. */
export type Need = "axis" | "reason" | "unblockedBy";

/** What these fields lack, over what the plan holds already. */
export function needsOf(fields: PlanFields, before: Blocks | undefined): readonly Need[] {
  const needs: Need[] = [];
  if (fields.axis === null && before === undefined) needs.push("axis");
  const { status } = fields;
  if ((status === "blocked" || status === "dropped") && fields.statusReason === null) needs.push("reason");
  if (status === "blocked" && (before?.life.unblockedBy ?? null) === null) needs.push("unblockedBy");
  return needs;
}

/** All that a row may ask, whichever way its fields are chosen: what a form shows. */
export function possibleNeeds(row: RowChange, before: Blocks | undefined): readonly Need[] {
  const fromFile = chosen(row, Object.fromEntries(row.kind === "create" ? [] : row.choices.map(({ field }) => [field, "file"])));
  return [...new Set([...needsOf(chosen(row, {}), before), ...needsOf(fromFile, before)])];
}

export const decisionOf = ({ rows }: Decisions, key: string): RowDecision =>
  rows.find((row) => row.key === key) ?? { key, axis: null, reason: null, unblockedBy: null, picks: {} };

/** The fields of an action that an import writes: all of a new one, what changes of a known one. */
export function writtenFields(row: RowChange, picks: RowDecision["picks"]): ReadonlySet<FieldName> | "all" {
  if (row.kind === "create") return "all";
  const picked = row.choices.filter(({ field }) => picks[field] === "file");
  return new Set([...row.changes, ...picked].map(({ field }) => field));
}

/** What an import would do once everything was decided as it is: what a button and a summary say. */
export interface Totals {
  readonly created: number;
  readonly changed: number;
  readonly same: number;
  readonly left: number;
  readonly doubts: number;
}

export function totalsOf(changes: PlanChanges, decisions: Decisions, year: number): Totals {
  const isLeft = (row: RowChange): boolean => decisionOf(decisions, row.key).axis === "leave" && row.action.fields.axis === null;
  const kept = changes.rows.filter((row) => row.kind !== "create" || !isLeft(row));
  const created = kept.filter(({ kind }) => kind === "create").length;
  const changed = kept.filter((row) => {
    const written = writtenFields(row, decisionOf(decisions, row.key).picks);
    return written !== "all" && written.size > 0;
  }).length;
  return {
    created,
    changed,
    same: kept.length - created - changed,
    left: changes.rows.length - kept.length,
    doubts: changes.rows.reduce((sum, row) => sum + doubtsOf(row, year).length, 0),
  };
}

/** Every doubt of a row: of its reading, and of what the plan can't hold as it is written. */
export function doubtsOf(row: RowChange, year: number): readonly Doubt[] {
  const { fields, places, place, doubts } = row.action;
  const touched = (field: FieldName): boolean => row.kind === "create" || row.changes.some((change) => change.field === field);
  const cut = cutFields(fields)
    .filter(({ field }) => touched(field))
    .map(({ field, longest }) => doubt("text-cut", null, placeOf(row, field), { longest }));
  const money: Doubt[] = [];
  const at = places.funders ?? places.fundingAmounts ?? place;
  if ((touched("costs") || touched("funding")) && fundersHaveAmounts(fields)) {
    if (fields.costs.length > 1) money.push(doubt("costs-and-funders", "costOfYear", places.costOfYear ?? place));
    if (fields.start === null || fields.start.slice(0, 4) !== fields.end?.slice(0, 4))
      money.push(doubt("funding-year", "funders", at, { year: String(startYear(fields, year)) }));
  }
  // A reason that the plan knows already is not asked again.
  const isSaid = row.kind !== "create" && row.to.statusReason !== null;
  return [...doubts.filter(({ code }) => code !== "status-reason" || !isSaid), ...cut, ...money];
}

const placeOf = ({ action: { place, places } }: RowChange, field: FieldName): string =>
  (isImportField(field) ? places[field] : undefined) ?? place;

/** Whether the plan already holds, and remembers, all that this file says: the same file once more. */
export const saysNothingNew = ({ rows }: PlanChanges, { imports }: Pick<ImportContext, "imports">): boolean =>
  rows.every((row) => {
    const last = row.kind === "same" ? imports.get(row.id) : undefined;
    return last?.importKey === row.key && samePlain(asPlain(last.imported), asPlain(row.action.fields));
  });

/** What people chose for the names of a file, as the next reading must know it. */
export const withNames = (memory: PlanMemory, { names }: Decisions): PlanMemory =>
  names.reduce((known, { written, choice }) => rememberName(known, written, choice === "new" ? null : choice), memory);
