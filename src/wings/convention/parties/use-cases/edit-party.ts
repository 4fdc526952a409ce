import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { changePart } from "../../../../platform/record/change-part.ts";
import { seen } from "../../../../platform/record/parts.ts";
import { PartyFields, PartyId } from "../model.ts";
import { partyRights } from "../rights.ts";
import { updateParty } from "../store.ts";
import { findParty, holdParty, partyBlock, partyObject } from "./find-party.ts";

const Editable = PartyFields.omit({ organisationId: true });

/** Changes what a party says of itself: who represents it, its deliberation, its commitments. */
export const editParty = defineUseCase({
  name: "convention.edit-party",
  input: z.object({ partyId: PartyId, seen, ...Editable.shape }),
  by: { partyId: PartyId },
  subject: ({ input, tx }) => findParty(tx, input.partyId),
  allow: partyRights.edit,
  run: async ({ input: { partyId, seen: version, ...fields }, ...work }): Promise<PartyId> => {
    const found = await holdParty(work.tx, partyId);
    const { representative, representativeFunction, deliberationNumber, deliberationDate, commitments } = found.party;
    await changePart(work, {
      object: partyObject(found),
      part: partyBlock(partyId),
      seen: version,
      before: { representative, representativeFunction, deliberationNumber, deliberationDate, commitments },
      value: fields,
      save: () => updateParty(work.tx, partyId, fields),
    });
    return partyId;
  },
});
