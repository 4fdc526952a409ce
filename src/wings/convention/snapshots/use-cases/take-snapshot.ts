import type { UseCaseRun } from "../../../../platform/use-case.ts";
import { canonicalJson } from "../../../../platform/canonical-json.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Contributions } from "../../../../platform/wing/contributions.ts";
import { hashOf } from "../../../../platform/files/file-store.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { lastSeq } from "../../../../platform/history/store.ts";
import { listOrganisations } from "../../../territory/organisations/store.ts";
import { SnapshotId, type SnapshotContent, type SnapshotReason } from "../model.ts";
import type { Convention } from "../../conventions/model.ts";
import { freezeConvention, snapshotOf } from "../rules.ts";
import { insertSnapshot } from "../store.ts";

/** Hash of a frozen text. */
export const hashOfText = (text: string): string => hashOf(new TextEncoder().encode(text));

/** The convention and all that the wings bring to it as they stand, in the form that a signature freezes. */
export async function contentNow(tx: Tx, convention: Convention, wings: readonly Contributions[]): Promise<SnapshotContent> {
  const names = new Map<string, string>((await listOrganisations(tx)).map(({ id, name }) => [id, name]));
  const objects = [...freezeConvention(convention, names)];
  for (const { frozen } of wings) objects.push(...((await frozen?.freeze(tx, convention.id)) ?? []));
  return snapshotOf(objects, names);
}

/** Freezes the convention and all that the wings bring to it, in the transaction of the signature that makes it so. */
export async function takeSnapshot(
  { tx, actor, now, newId, wings }: Pick<UseCaseRun<unknown, unknown>, "tx" | "actor" | "now" | "newId" | "wings">,
  convention: Convention,
  reason: SnapshotReason,
): Promise<{ readonly id: SnapshotId; readonly hash: string }> {
  const content = canonicalJson(asPlain(await contentNow(tx, convention, wings)));
  const row = { id: newId(SnapshotId), hash: hashOfText(content) };
  await insertSnapshot(tx, actor.territory, {
    ...row,
    conventionId: convention.id,
    takenAt: now,
    reason,
    seq: await lastSeq(tx),
    content,
  });
  return row;
}
