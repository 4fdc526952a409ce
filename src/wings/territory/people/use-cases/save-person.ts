import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { optional } from "../../../../platform/model.ts";
import { PersonFields, type Person } from "../model.ts";
import { PersonId } from "../../territories/model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { personByEmail, personById, savePerson as store } from "../store.ts";
import { words } from "../words.ts";

/** Adds a person to the address book, or changes how to reach them. */
export const savePerson = defineUseCase({
  name: "territory.save-person",
  input: z.object({ id: optional(PersonId), ...PersonFields.shape }),
  by: { id: optional(PersonId) },
  subject: async ({ input: { id }, tx }): Promise<{ readonly known: Person | null } | undefined> => {
    if (id === null) return { known: null };
    const known = await personById(tx, id);
    return known && { known };
  },
  allow: territoryRights.manage,
  run: async ({
    input: { id: _, ...fields },
    subject: { known },
    actor,
    lang,
    tx,
    newId,
    record,
  }): Promise<{ readonly id: PersonId; readonly name: string }> => {
    const say = words(lang);
    await takeTurn(tx, actor.territory);
    const id = known?.id ?? newId(PersonId);
    const { name, email } = fields;
    if (email === null && known !== null && known.membership !== null)
      throw refuseField("email", say("person.emailOpens", { name: known.name }));
    const namesake = email === null ? undefined : await personByEmail(tx, email);
    if (namesake !== undefined && namesake.id !== id)
      throw refuseField("email", say("person.emailTaken", { name: namesake.name }));
    const before = known && { name: known.name, email: known.email, phone: known.phone };
    if (samePlain(asPlain(before), asPlain(fields))) return { id, name };
    const provenance = known?.provenance.kind === "example" ? known.provenance : ({ kind: "entered" } as const);
    await store(tx, actor.territory, id, { ...fields, membership: known?.membership ?? null, provenance });
    const object = { kind: "person", id, label: name };
    await record({ verb: known === null ? "created" : "changed", object, block: "contact", before, after: asPlain(fields) });
    return { id, name };
  },
});
