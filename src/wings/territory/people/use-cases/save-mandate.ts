import { z } from "zod";
import { defineUseCase, missing, refuseField } from "../../../../platform/use-case.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { optional } from "../../../../platform/model.ts";
import { MandateFields, MandateId, type Mandate } from "../model.ts";
import { PersonId } from "../../territories/model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { organisationById } from "../../organisations/store.ts";
import { personById, saveMandate as store } from "../store.ts";
import { words } from "../words.ts";

/** Gives a person a function in an organisation, for a time; or corrects one. */
export const saveMandate = defineUseCase({
  name: "territory.save-mandate",
  input: z.object({ personId: PersonId, id: optional(MandateId) }).and(MandateFields),
  by: { personId: PersonId },
  subject: ({ input, tx }) => personById(tx, input.personId),
  allow: territoryRights.manage,
  run: async ({
    input: { personId, id: known, ...fields },
    subject: person,
    actor,
    lang,
    tx,
    newId,
    record,
  }): Promise<Mandate> => {
    const before = known === null ? null : (person.mandates.find(({ id }) => id === known) ?? undefined);
    if (before === undefined) throw missing();
    const organisation = await organisationById(tx, fields.organisationId);
    if (organisation === undefined) throw refuseField("organisationId", words(lang)("mandate.unknownOrganisation"));
    const mandate: Mandate = { id: before?.id ?? newId(MandateId), ...fields };
    if (samePlain(asPlain(before), asPlain(mandate))) return mandate;
    await store(tx, actor.territory, personId, mandate);
    await record({
      verb: "changed",
      object: { kind: "person", id: personId, label: person.name },
      block: "mandates",
      before: asPlain(before),
      after: asPlain({ ...mandate, organisation: organisation.name }),
    });
    return mandate;
  },
});
