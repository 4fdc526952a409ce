import { z } from "zod";
import { defineUseCase, missing, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import type { ConventionId } from "../../conventions/model.ts";
import { PartyId } from "../model.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { partiesAreOpen } from "../../conventions/rules.ts";
import { conventionById } from "../../conventions/store.ts";
import { conventionOfParty, deleteParty } from "../store.ts";
import { partyWords } from "../words.ts";
import { holdParty, partyBlock, partyObject } from "./find-party.ts";

/** Takes a party out of a convention that nobody has signed yet. */
export const removeParty = defineUseCase({
  name: "convention.remove-party",
  input: z.object({ partyId: PartyId }),
  by: { partyId: PartyId },
  subject: async ({ input, tx }) => {
    const id = await conventionOfParty(tx, input.partyId);
    return id === undefined ? undefined : conventionById(tx, id);
  },
  allow: conventionRights.manageParties,
  run: async ({ input, subject, lang, tx, record }): Promise<ConventionId> => {
    const found = await holdParty(tx, input.partyId);
    if (found.convention.id !== subject.id) throw missing();
    if (!partiesAreOpen(found.convention)) throw refuseField("", partyWords(lang)("party.closed"));
    const { id: _, ...before } = found.party;
    await deleteParty(tx, input.partyId);
    await record({
      verb: "deleted",
      object: partyObject(found),
      block: partyBlock(input.partyId),
      before: asPlain({ ...before, organisation: found.name }),
    });
    return found.convention.id;
  },
});
