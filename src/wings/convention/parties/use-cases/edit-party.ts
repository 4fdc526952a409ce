import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { refuseStale } from "../../../../platform/record/conflict.ts";
import { plain, samePlain } from "../../../../platform/record/rules.ts";
import { writtenNumber } from "../../../../platform/model.ts";
import { PartyFields, PartyId } from "../model.ts";
import { partyRights } from "../rights.ts";
import { updateParty } from "../store.ts";
import { findParty, holdParty, partyBlock, partyObject } from "./find-party.ts";

const Editable = PartyFields.omit({ organisationId: true });

/** Changes what a party says of itself: who represents it, its deliberation, its commitments. */
export const editParty = defineUseCase({
  name: "convention.edit-party",
  input: z.object({ partyId: PartyId, seen: writtenNumber.pipe(z.number().int().min(0)), ...Editable.shape }),
  subject: ({ input, tx }) => findParty(tx, input.partyId),
  allow: partyRights.edit,
  run: async ({ input, tx, record }): Promise<PartyId> => {
    const { partyId, seen, ...fields } = input;
    const found = await holdParty(tx, partyId);
    const { representative, representativeFunction, deliberationNumber, deliberationDate, commitments } = found.party;
    const before = plain({ representative, representativeFunction, deliberationNumber, deliberationDate, commitments });
    const after = plain(fields);
    await refuseStale(tx, { object: partyObject(found), block: partyBlock(partyId), seen, now: before, mine: after });
    if (samePlain(before, after)) return partyId;
    await updateParty(tx, partyId, fields);
    await record({ verb: "changed", object: partyObject(found), block: partyBlock(partyId), before, after });
    return partyId;
  },
});
