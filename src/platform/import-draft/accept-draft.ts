import { z } from "zod";
import type { Tx } from "../database/database.ts";
import type { Plain } from "../history/model.ts";
import { lastSeq, readEvents, takeTurn } from "../history/store.ts";
import { optional, writtenNumber } from "../model.ts";
import { missing, Refusal, refuseField, type UseCase, type UseCaseRun } from "../use-case.ts";
import { importObject, type DraftKind } from "./draft-kind.ts";
import type { Reading } from "./kept-reading.ts";
import { ImportId, namesDraft, type NamesDraft, type ImportDraft } from "./model.ts";
import { openDraft, type OpenedDraft } from "./read-draft.ts";
import { stateAfter } from "./rules.ts";
import { lockDraft, updateDraft } from "./store.ts";

/** What every acceptance says, beside what a person chose. */
export const acceptedDraft = {
  importId: ImportId,
  /** Number of the last event when the preview was drawn; absent when nobody looked at one. */
  seen: optional(writtenNumber.pipe(z.number().int().min(0))),
};
type Accepted = z.ZodType<{ readonly importId: ImportId; readonly seen: number | null }>;

type Accepting<Target, Decisions, Result> = UseCase<
  Accepted,
  ImportDraft<Target, Decisions, Result>,
  Result,
  OpenedDraft<Target, Decisions, Result> | null,
  NamesDraft
>;

/** Finds the draft that is accepted. Its file was read before; nobody changes the territory between comparing and writing. */
export const acceptsDraft = <Target, Decisions, Result>(
  kind: DraftKind<Target, Decisions, Result>,
): Pick<Accepting<Target, Decisions, Result>, "by" | "subject" | "allow"> &
  Required<Pick<Accepting<Target, Decisions, Result>, "prepare">> => ({
  prepare: ({ input: { importId }, actor, lang, runtime }) => openDraft(runtime, kind, actor, importId, lang),
  by: namesDraft,
  subject: async ({ input: { importId }, actor, tx }) => {
    await takeTurn(tx, actor.territory);
    return lockDraft(tx, kind, importId, "accept");
  },
  allow: kind.right,
});

/** What a wing wrote of a draft. */
interface Applied<Decisions, Result> {
  readonly result: Result;
  /** What the history keeps of it. */
  readonly told: Plain;
  readonly decisions?: Decisions;
}

/**
 * Writes what a draft proposes, all of it or nothing. It is compared anew with what there is now: when someone changed that since the
 * preview was drawn, nothing is written and a new preview is.
 */
export async function writeDraft<Target, Decisions, Result>(
  {
    input,
    subject: draft,
    prepared,
    tx,
    record,
  }: Pick<
    UseCaseRun<z.output<Accepted>, ImportDraft<Target, Decisions, Result>, OpenedDraft<Target, Decisions, Result> | null>,
    "input" | "subject" | "prepared" | "tx" | "record"
  >,
  kind: DraftKind<Target, Decisions, Result>,
  apply: (reading: Reading) => Promise<Applied<Decisions, Result>>,
): Promise<Result> {
  const state = stateAfter(draft, "accept");
  if (prepared === null || state === null) throw missing();
  if (input.seen !== null) await refuseOldPreview(tx, kind.compared, input.seen);
  if (prepared.reading.kind === "unreadable") throw refuseField("", prepared.reading.why);
  const after = await lastSeq(tx);
  const { result, told, decisions = draft.decisions } = await apply(prepared.reading);
  const to = await record({ verb: "imported", object: importObject(kind, draft.id, draft.file.name), after: told });
  await updateDraft(tx, kind, draft.id, { state, result, decisions, written: { after, to } });
  return result;
}

/** A preview is worth what there was when it was drawn. */
async function refuseOldPreview(tx: Tx, kinds: readonly string[], seen: number): Promise<void> {
  const [latest] = await readEvents(tx, { kinds, after: seen, limit: 1 });
  if (latest === undefined) return;
  throw new Refusal({ kind: "conflict", conflict: { by: latest.actor.name, at: latest.at, seen: latest.seq, changes: [] } });
}
