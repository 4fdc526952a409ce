import { canonicalJson } from "../../../../platform/canonical-json.ts";
import { plain } from "../../../../platform/history/rules.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import { contentNow, hashOfText } from "../use-cases/take-snapshot.ts";
import { SnapshotContent, type Snapshot, type SnapshotId } from "../../conventions/model.ts";
import { mayReadChange } from "../../conventions/rights.ts";
import { changesSince, integrityOf, type Integrity, type SnapshotChange } from "../rules.ts";
import { snapshotText } from "../../conventions/store.ts";
import type { OpenConvention } from "../../conventions/pages/read.ts";

/** A frozen text, read back and checked against its hash. */
export interface CheckedSnapshot {
  readonly snapshot: Snapshot;
  readonly integrity: Integrity;
  readonly content: SnapshotContent;
}

/** What differs between two states, as far as this visit may read it. */
export interface Differences {
  readonly changes: readonly SnapshotChange[];
  /** How many changes tell of actions that this visit may not read. */
  readonly hidden: number;
  /** Names of the organisations cited then, for those that have left since. */
  readonly names: Readonly<Record<string, string>>;
}

/** Reads a snapshot of this convention; `undefined` when it is not one of them, or can no longer be read at all. */
export async function readSnapshot(tx: Tx, { snapshots }: OpenConvention, id: SnapshotId): Promise<CheckedSnapshot | undefined> {
  const snapshot = snapshots.find((each) => each.id === id);
  const text = snapshot && (await snapshotText(tx, snapshot.id));
  if (snapshot === undefined || text === undefined) return undefined;
  const content = parse(text);
  return content && { snapshot, content, integrity: integrityOf({ content: text, hash: snapshot.hash }, hashOfText) };
}

/** A damaged text may not even be JSON any more. */
function parse(text: string): SnapshotContent | undefined {
  try {
    return SnapshotContent.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The convention and its plan today, in the form of a snapshot. */
export const standingContent = async (tx: Tx, { convention }: OpenConvention): Promise<SnapshotContent> =>
  SnapshotContent.parse(JSON.parse(canonicalJson(plain(await contentNow(tx, convention)))));

export function differences({ visit, convention }: OpenConvention, then: SnapshotContent, now: SnapshotContent): Differences {
  const all = changesSince(then, now);
  const changes = all.filter((change) => mayReadChange(visit.actor, change, convention));
  return { changes, hidden: all.length - changes.length, names: { ...then.names, ...now.names } };
}
