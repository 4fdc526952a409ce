import type { IsoDay } from "../../../platform/french/day.ts";
import type { ActionStatus } from "../action/model.ts";
import type { Doubt } from "./doubt.ts";
import type { ImportField } from "./fields.ts";

export interface ImportedFunding {
  readonly funder: string | null;
  readonly cents: number | null;
}
export interface ImportedMeasure {
  readonly name: string;
  readonly baseline: number | null;
  readonly target: number | null;
}
export interface ImportedMilestone {
  readonly title: string;
  readonly due: IsoDay | null;
}

/** An action as the file says it: names are still those that were written. Absent is null or an empty list. */
export interface ImportedFields {
  readonly number: string | null;
  readonly title: string;
  readonly axis: string | null;
  readonly objective: string | null;
  readonly themes: readonly string[];
  readonly lead: string | null;
  readonly leadPerson: string | null;
  readonly partners: readonly string[];
  readonly sponsor: string | null;
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
  readonly recurrence: string | null;
  readonly status: ActionStatus | null;
  /** "Bloqué : pas de local": what the status cell adds. */
  readonly statusReason: string | null;
  readonly totalCost: number | null;
  readonly tax: "excluding_tax" | "including_tax" | null;
  readonly costs: readonly { readonly year: number; readonly cents: number }[];
  readonly funding: readonly ImportedFunding[];
  readonly communes: readonly string[];
  readonly audiences: readonly string[];
  readonly description: string | null;
  readonly goals: string | null;
  readonly findings: string | null;
  readonly expectedResults: string | null;
  readonly measures: readonly ImportedMeasure[];
  readonly milestones: readonly ImportedMilestone[];
  readonly notes: string | null;
}

export type FieldName = keyof ImportedFields;

export interface ImportedAction {
  /** As the spreadsheet counts rows: from 1. */
  readonly row: number;
  /** "Plan!B12", where its title stands. */
  readonly place: string;
  readonly fields: ImportedFields;
  /** Where each read field stands. */
  readonly places: Readonly<Partial<Record<ImportField, string>>>;
  readonly doubts: readonly Doubt[];
}

export type SkipReason = "title-missing" | "line-of-text" | "same-key" | "repeated";

export interface SkippedRow {
  readonly row: number;
  readonly place: string;
  readonly reason: SkipReason;
  readonly text: string;
}
