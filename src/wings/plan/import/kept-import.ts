import { z } from "zod";
import type { ConventionId } from "../../convention/conventions/model.ts";
import { optional, prose, type FileId } from "../../../platform/model.ts";
import type { ActionId } from "../action/model.ts";
import type { ColumnTarget } from "./fields.ts";
import { fieldNames } from "./plan-fields.ts";

export const ImportId = z.uuid().brand<"ImportId">();
export type ImportId = z.infer<typeof ImportId>;
export type ImportState = "draft" | "accepted" | "abandoned";

/** Which sheet and which columns a person agreed to. */
export interface KeptMapping {
  readonly sheet: number;
  readonly headerTo: number;
  readonly columns: readonly { readonly index: number; readonly heading: string; readonly target: ColumnTarget | null }[];
}

const listOf = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((rows) => rows ?? [], z.array(schema).max(5_000));

/** `new`: to be created under the name that is written; else the id of the organisation that it is. */
export const NameDecision = z.object({ written: z.string().min(1).max(500), choice: z.union([z.literal("new"), z.uuid()]) });
export type NameDecision = z.infer<typeof NameDecision>;

/** What a person says of one row of the file, known by its key. */
export const RowDecision = z.object({
  key: z.string().min(1).max(1_000),
  /** The axis of an action that the file leaves without one; `leave`: the row is not imported. */
  axis: optional(z.union([z.literal("leave"), z.uuid()])),
  reason: optional(prose(2_000)),
  unblockedBy: optional(prose(2_000)),
  picks: z.preprocess((picks) => picks ?? {}, z.partialRecord(z.enum(fieldNames), z.enum(["here", "file"]))),
});
export type RowDecision = z.infer<typeof RowDecision>;

export const Decisions = z.object({ names: listOf(NameDecision), rows: listOf(RowDecision) });
export type Decisions = z.infer<typeof Decisions>;
export const noDecisions: Decisions = { names: [], rows: [] };

/** What an import did. */
export interface ImportResult {
  readonly created: readonly ActionId[];
  readonly changed: readonly ActionId[];
  readonly same: number;
  /** Rows that a person left out. */
  readonly left: number;
}

/** A file on its way into the plan of a convention. */
export interface PlanImport {
  readonly id: ImportId;
  readonly conventionId: ConventionId;
  readonly fileId: FileId;
  readonly state: ImportState;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly mapping: KeptMapping | null;
  readonly decisions: Decisions;
  readonly result: ImportResult | null;
}
