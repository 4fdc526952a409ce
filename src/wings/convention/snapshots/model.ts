import { z } from "zod";
import type { ConventionId } from "../../../platform/model.ts";
import { FrozenObject } from "../../../platform/wing/contributions.ts";

export const SnapshotId = z.uuid().brand<"SnapshotId">();
export type SnapshotId = z.infer<typeof SnapshotId>;

/** Why a snapshot was frozen. `entry`: the convention was already signed when it came into Maillage, and is frozen as it came. */
export const SnapshotReason = z.enum(["signature", "amendment", "entry"]);
export type SnapshotReason = z.infer<typeof SnapshotReason>;

/** What a signature froze: the convention and its plan as they were, under the SHA-256 of their canonical text. */
export interface Snapshot {
  readonly id: SnapshotId;
  readonly conventionId: ConventionId;
  readonly takenAt: Date;
  readonly reason: SnapshotReason;
  /** Number of the last event before it. */
  readonly seq: number;
  readonly hash: string;
}

export const SnapshotContent = z.object({
  format: z.literal(1),
  objects: z.array(FrozenObject),
  /** Names of the organisations cited by their id, so that the text can be read alone. */
  names: z.record(z.string(), z.string()),
});
export type SnapshotContent = z.infer<typeof SnapshotContent>;
