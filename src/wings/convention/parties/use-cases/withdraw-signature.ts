import { z } from "zod";
import { defineUseCase, missing, refuseField } from "../../../../platform/use-case.ts";
import type { ConventionId } from "../../conventions/model.ts";
import { PartyId } from "../model.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { afterSignature, factsOf } from "../../conventions/rules.ts";
import { conventionById, updateConvention } from "../../conventions/store.ts";
import { conventionOfParty, updateParty } from "../store.ts";
import { partyWords } from "../words.ts";
import { holdParty, partyBlock, partyObject } from "./find-party.ts";

/** Takes back a signature that was entered by mistake, as long as the convention is not in force. */
export const withdrawSignature = defineUseCase({
  name: "convention.withdraw-signature",
  input: z.object({ partyId: PartyId }),
  by: { partyId: PartyId },
  subject: async ({ input, tx }) => {
    const id = await conventionOfParty(tx, input.partyId);
    return id === undefined ? undefined : conventionById(tx, id);
  },
  allow: conventionRights.manageParties,
  run: async ({ input, subject, lang, tx, today, record }): Promise<ConventionId> => {
    const found = await holdParty(tx, input.partyId);
    const { convention, party } = found;
    if (convention.id !== subject.id) throw missing();
    if (party.signedOn === null) throw refuseField("", partyWords(lang)("sign.none"));
    if (convention.state !== "partially_signed") throw refuseField("", partyWords(lang)("sign.binding"));
    const without = {
      ...convention,
      parties: convention.parties.map((each) => (each.id === party.id ? { ...each, signedOn: null } : each)),
    };
    const way = afterSignature(convention.state, factsOf(without, null, today));
    await updateParty(tx, party.id, { signedOn: null });
    await record({
      verb: "changed",
      object: partyObject(found),
      block: `${partyBlock(party.id)}:signature`,
      before: { signedOn: party.signedOn },
      after: { signedOn: null },
    });
    if (way.kind === "taken" && way.state !== convention.state) {
      await updateConvention(tx, convention.id, { state: way.state });
      await record({
        verb: "moved",
        object: { kind: "convention", id: convention.id, label: convention.title },
        block: "state",
        before: { state: convention.state },
        after: { state: way.state },
      });
    }
    return convention.id;
  },
});
