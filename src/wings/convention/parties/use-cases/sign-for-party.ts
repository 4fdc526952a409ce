import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { writtenDay } from "../../../../platform/model.ts";
import { PartyId } from "../model.ts";
import type { ConventionState } from "../../conventions/model.ts";
import { partyRights } from "../rights.ts";
import { afterSignature, canBeSigned, factsOf } from "../../conventions/rules.ts";
import { updateConvention } from "../../conventions/store.ts";
import { updateParty } from "../store.ts";
import { partyWords } from "../words.ts";
import { findParty, holdParty, partyBlock, partyObject } from "./find-party.ts";
import { takeSnapshot } from "../../snapshots/use-cases/take-snapshot.ts";
import { conventionWords } from "../../conventions/words.ts";

/** Writes the signature of a party. The last one freezes the convention and its plan, and puts it in force. */
export const signForParty = defineUseCase({
  name: "convention.sign-for-party",
  input: z.object({ partyId: PartyId, signedOn: writtenDay }),
  by: { partyId: PartyId },
  subject: ({ input, tx }) => findParty(tx, input.partyId),
  allow: partyRights.sign,
  run: async (work): Promise<{ readonly state: ConventionState }> => {
    const { input, lang, tx, today, record } = work;
    const say = partyWords(lang);
    const found = await holdParty(tx, input.partyId);
    const { convention, party } = found;
    if (party.signedOn !== null) throw refuseField("signedOn", say("sign.already", { name: found.name }));
    if (!canBeSigned(convention.state))
      throw refuseField("signedOn", say(`sign.notOpen.${convention.state === "preparation" ? "early" : "late"}`));
    if (input.signedOn > today) throw refuseField("signedOn", say("sign.future"));
    const signed = {
      ...convention,
      parties: convention.parties.map((each) => (each.id === party.id ? { ...each, signedOn: input.signedOn } : each)),
    };
    const way = afterSignature(convention.state, factsOf(signed, null, today));
    if (way.kind === "closed")
      throw refuseField(
        "signedOn",
        way.obstacle === "no-such-way" ? say("sign.notOpen.late") : conventionWords(lang)(`obstacle.${way.obstacle}`),
      );
    await updateParty(tx, party.id, { signedOn: input.signedOn });
    await record({
      verb: "signed",
      object: partyObject(found),
      block: `${partyBlock(party.id)}:signature`,
      before: { signedOn: null },
      after: { signedOn: input.signedOn },
    });
    if (way.state === convention.state) return { state: way.state };
    await updateConvention(tx, convention.id, { state: way.state });
    const frozen = way.state === "in_force" ? await takeSnapshot(work, signed, "signature") : null;
    await record({
      verb: "moved",
      object: { kind: "convention", id: convention.id, label: convention.title },
      block: "state",
      before: { state: convention.state },
      after: { state: way.state, ...(frozen === null ? {} : { snapshot: frozen.id, hash: frozen.hash }) },
    });
    return { state: way.state };
  },
});
