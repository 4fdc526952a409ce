import { z } from "zod";
import { writtenKnownDate } from "../../../platform/known-date.ts";
import { line, optional } from "../../../platform/model.ts";

export const FrameworkId = z.uuid().brand<"FrameworkId">();
export type FrameworkId = z.infer<typeof FrameworkId>;
export const FrameworkAxisId = z.uuid().brand<"FrameworkAxisId">();
export type FrameworkAxisId = z.infer<typeof FrameworkAxisId>;

/** A departmental scheme (SDSF) whose axes several conventions share. Its owner writes it, everyone reads it. */
export const FrameworkFields = z.object({
  name: line(200),
  departementCode: line(3),
  signedIn: optional(writtenKnownDate),
  source: line(500),
});
export type FrameworkFields = z.infer<typeof FrameworkFields>;
export type Framework = FrameworkFields & {
  readonly id: FrameworkId;
  readonly axes: readonly { readonly id: FrameworkAxisId; readonly number: number; readonly title: string }[];
};
