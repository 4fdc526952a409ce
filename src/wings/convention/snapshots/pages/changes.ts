import { canonicalJson } from "../../../../platform/canonical-json.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import { contentNow, hashOfText } from "../use-cases/take-snapshot.ts";
import { SnapshotContent, type Snapshot, type SnapshotId } from "../model.ts";
import { changesSince, integrityOf, versionsIn, type Integrity, type SnapshotChange } from "../rules.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { tellingOf } from "../../conventions/pages/telling.ts";
import type { FrozenWords } from "../../../../platform/wing/contributions.ts";
import { frozenKinds, isOwnKind } from "../frozen-kinds.ts";
import { may } from "../../../../platform/rights.ts";
import { snapshotText } from "../store.ts";
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
  /** How many changes tell of things that this visit may not read. */
  readonly hidden: number;
  /** How each kind of thing is said, by the wing that froze it. */
  readonly wordsOf: (kind: string) => FrozenWords;
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
export const standingContent = async (tx: Tx, { convention, visit }: OpenConvention): Promise<SnapshotContent> =>
  SnapshotContent.parse(JSON.parse(canonicalJson(asPlain(await contentNow(tx, convention, visit.runtime.wings)))));

/** What differs between two states, and the words to say it. */
export async function differences(
  tx: Tx,
  opened: OpenConvention,
  then: SnapshotContent,
  now: SnapshotContent,
): Promise<Differences> {
  const { visit, convention } = opened;
  const { wings } = visit.runtime;
  const all = changesSince(
    then,
    now,
    frozenKinds(wings).map(({ kind }) => kind),
  );
  const scene = { conventionState: convention.state, versionsOf: versionsIn(then, now) };
  const frozenBy = new Map(wings.flatMap(({ frozen }) => frozen?.kinds.map(({ kind }) => [kind, frozen] as const) ?? []));
  // All that a change tells of must be open to who reads it, as it was and as it is.
  const changes = may(conventionRights.read, visit.actor, convention)
    ? all.filter(({ object, versions }) =>
        versions.every((version) => frozenBy.get(object)?.mayRead(visit.actor, version, scene) ?? isOwnKind(object)),
      )
    : [];
  const names = { ...then.names, ...now.names };
  const words = new Map<string, FrozenWords>();
  for (const { frozen } of wings) {
    if (frozen === undefined) continue;
    const said = await frozen.words(tx, visit, convention.id, names);
    for (const { kind } of frozen.kinds) words.set(kind, said);
  }
  const own = ownWords(opened);
  return { changes, hidden: all.length - changes.length, wordsOf: (kind) => words.get(kind) ?? own };
}

/** How the convention says what it freezes itself. */
function ownWords(opened: OpenConvention): FrozenWords {
  const telling = tellingOf(opened);
  return {
    fieldLabel: (_, field) => telling.label(field),
    value: (_, field, value) => telling.value(field, value),
    standing: () => null,
  };
}
