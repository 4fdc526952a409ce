import { z } from "zod";
import { missing, type UseCase } from "../use-case.ts";
import { importObject, type DraftKind } from "./draft-kind.ts";
import { ImportId, namesDraft, type NamesDraft, type ImportDraft } from "./model.ts";
import { stateAfter } from "./rules.ts";
import { lockDraft, updateDraft } from "./store.ts";

const input = z.object({ importId: ImportId });

/** Puts a file aside for good: nothing of it is written. */
export const abandonsDraft = <Target, Decisions, Result>(
  kind: DraftKind<Target, Decisions, Result>,
): Pick<
  UseCase<typeof input, ImportDraft<Target, Decisions, Result>, void, unknown, NamesDraft>,
  "input" | "by" | "subject" | "allow" | "run"
> => ({
  input,
  by: namesDraft,
  subject: ({ input: { importId }, tx }) => lockDraft(tx, kind, importId, "abandon"),
  allow: kind.right,
  run: async ({ subject: draft, tx, record }) => {
    const state = stateAfter(draft, "abandon");
    if (state === null) throw missing();
    await updateDraft(tx, kind, draft.id, { state });
    await record({ verb: "deleted", object: importObject(kind, draft.id, draft.file.name) });
  },
});
