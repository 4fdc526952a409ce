import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { OrganisationId } from "../../territories/model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { membershipNames } from "../rules.ts";
import { listPeople } from "../store.ts";
import { organisationById, removeOrganisation as store } from "../../organisations/store.ts";
import { words } from "../../organisations/words.ts";

/** Takes an organisation out of the address book, as long as nothing names it. */
export const removeOrganisation = defineUseCase({
  name: "territory.remove-organisation",
  input: z.object({ id: OrganisationId }),
  by: { id: OrganisationId },
  subject: ({ input, tx }) => organisationById(tx, input.id),
  allow: territoryRights.manage,
  run: async ({ subject, actor, lang, tx, record }): Promise<{ readonly name: string }> => {
    const { id, name } = subject;
    await takeTurn(tx, actor.territory);
    // Memberships are kept whole, not by reference: the database can't see that they name it.
    const named = (await listPeople(tx)).some(({ membership }) => membership !== null && membershipNames(membership, id));
    if (named || !(await store(tx, id))) throw refuseField("id", words(lang)("organisation.used", { name }));
    await record({ verb: "deleted", object: { kind: "organisation", id, label: name }, before: asPlain(subject) });
    return { name };
  },
});
