import { z } from "zod";
import { defineUseCase, missing, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { organisationById } from "../../../territory/organisations/store.ts";
import { ConventionId } from "../../conventions/model.ts";
import { PartyFields, PartyId } from "../model.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { partiesAreOpen } from "../../conventions/rules.ts";
import { conventionById, lockConvention } from "../../conventions/store.ts";
import { insertParty } from "../store.ts";
import { partyWords } from "../words.ts";
import { partyBlock, partyObject } from "./find-party.ts";

/** Brings an organisation into a convention as a party. */
export const addParty = defineUseCase({
  name: "convention.add-party",
  input: z.object({ conventionId: ConventionId, ...PartyFields.shape }),
  by: { conventionId: ConventionId },
  subject: ({ input, tx }) => conventionById(tx, input.conventionId),
  allow: conventionRights.manageParties,
  run: async ({ input, actor, lang, tx, newId, record }): Promise<PartyId> => {
    const say = partyWords(lang);
    const { conventionId, ...fields } = input;
    const convention = await lockConvention(tx, conventionId);
    const organisation = await organisationById(tx, fields.organisationId);
    if (convention === undefined) throw missing();
    if (organisation === undefined) throw refuseField("organisationId", say("party.unknownOrganisation"));
    if (!partiesAreOpen(convention)) throw refuseField("organisationId", say("party.closed"));
    if (convention.parties.some((each) => each.organisationId === fields.organisationId)) {
      throw refuseField("organisationId", say("party.twice", { name: organisation.name }));
    }
    const id = newId(PartyId);
    await insertParty(tx, actor.territory, conventionId, { ...fields, id, deliberationFileId: null, signedOn: null });
    await record({
      verb: "created",
      object: partyObject({ convention, name: organisation.name }),
      block: partyBlock(id),
      after: asPlain({ ...fields, organisation: organisation.name }),
    });
    return id;
  },
});
