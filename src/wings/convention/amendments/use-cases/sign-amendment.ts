import { z } from "zod";
import { defineUseCase, missing, refuseField } from "../../../../platform/use-case.ts";
import { writtenDay } from "../../../../platform/model.ts";
import type { ConventionId } from "../../conventions/model.ts";
import { AmendmentId } from "../model.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { isRunning, signedOnOf } from "../../conventions/rules.ts";
import { conventionById, lockConvention } from "../../conventions/store.ts";
import { conventionOfAmendment, signAmendmentRow } from "../store.ts";
import { amendmentWords } from "../words.ts";
import { takeSnapshot } from "../../snapshots/use-cases/take-snapshot.ts";
import { partyWords } from "../../parties/words.ts";

/** Notes that an amendment was signed by all: the convention and its plan are frozen again, as they now stand. */
export const signAmendment = defineUseCase({
  name: "convention.sign-amendment",
  input: z.object({ amendmentId: AmendmentId, signedOn: writtenDay }),
  by: { amendmentId: AmendmentId },
  subject: async ({ input, tx }) => {
    const id = await conventionOfAmendment(tx, input.amendmentId);
    return id === undefined ? undefined : conventionById(tx, id);
  },
  allow: conventionRights.amend,
  run: async (work): Promise<ConventionId> => {
    const { input, subject, lang, tx, today, record } = work;
    const say = amendmentWords(lang);
    const convention = await lockConvention(tx, subject.id);
    const amendment = convention?.amendments.find(({ id }) => id === input.amendmentId);
    if (convention === undefined || amendment === undefined) throw missing();
    if (amendment.signedOn !== null) throw refuseField("signedOn", say("amendment.signedAlready"));
    if (!isRunning(convention.state)) throw refuseField("signedOn", say("amendment.notRunning"));
    if (input.signedOn > today) throw refuseField("signedOn", partyWords(lang)("sign.future"));
    const signed = signedOnOf(convention);
    if (signed !== null && input.signedOn < signed) throw refuseField("signedOn", say("amendment.beforeConvention"));
    const { id: snapshotId, hash } = await takeSnapshot(work, convention, "amendment");
    await signAmendmentRow(tx, amendment.id, { signedOn: input.signedOn, snapshotId });
    await record({
      verb: "signed",
      object: { kind: "convention", id: convention.id, label: convention.title },
      block: `amendment:${amendment.id}`,
      before: { signedOn: null },
      after: { signedOn: input.signedOn, snapshot: snapshotId, hash },
    });
    return convention.id;
  },
});
