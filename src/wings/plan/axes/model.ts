import { z } from "zod";
import type { ConventionId } from "../../convention/conventions/model.ts";
import { FrameworkAxisId } from "../../convention/frameworks/model.ts";
import { line, optional, writtenNumber } from "../../../platform/model.ts";

export const AxisId = z.uuid().brand<"AxisId">();
export type AxisId = z.infer<typeof AxisId>;
export const ObjectiveId = z.uuid().brand<"ObjectiveId">();
export type ObjectiveId = z.infer<typeof ObjectiveId>;

/** An axis of one convention; `plainWords` says it to a parent. */
export const AxisFields = z.object({
  number: writtenNumber.pipe(z.number().int().min(1).max(20)),
  title: line(300),
  plainWords: optional(line(300)),
  frameworkAxisId: optional(FrameworkAxisId),
});
export type Axis = z.infer<typeof AxisFields> & { readonly id: AxisId; readonly conventionId: ConventionId };

export const ObjectiveFields = z.object({ axisId: AxisId, number: line(10), title: line(300) });
export type Objective = z.infer<typeof ObjectiveFields> & { readonly id: ObjectiveId };
