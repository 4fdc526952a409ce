import { z } from "zod";
import { line, optional, prose, writtenDay } from "../../../platform/model.ts";
import type { SnapshotId } from "../snapshots/model.ts";

export const AmendmentId = z.uuid().brand<"AmendmentId">();
export type AmendmentId = z.infer<typeof AmendmentId>;

export const AmendmentFields = z.object({
  number: line(20),
  title: line(200),
  reason: optional(prose()),
  signedOn: optional(writtenDay),
});
export type AmendmentFields = z.infer<typeof AmendmentFields>;
export type Amendment = AmendmentFields & { readonly id: AmendmentId; readonly snapshotId: SnapshotId | null };
