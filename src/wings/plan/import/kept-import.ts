import { z } from "zod";
import { optional, prose } from "../../../platform/model.ts";
import { ActionId } from "../action/model.ts";
import { fieldNames } from "./plan-fields.ts";

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
/** A draft that nobody has looked at keeps none. */
export const KeptDecisions = z.preprocess((kept) => kept ?? noDecisions, Decisions);

/** What an import did. */
export const ImportResult = z.object({
  created: z.array(ActionId).readonly(),
  changed: z.array(ActionId).readonly(),
  same: z.number(),
  /** Rows that a person left out. */
  left: z.number(),
});
export type ImportResult = z.infer<typeof ImportResult>;
