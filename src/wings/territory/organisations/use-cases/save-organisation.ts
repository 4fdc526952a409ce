import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { optional } from "../../../../platform/model.ts";
import { OrganisationFields, type Organisation } from "../model.ts";
import { OrganisationId } from "../../territories/model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { listCommunes } from "../../territories/store.ts";
import { listOrganisations, organisationById, saveOrganisation as store } from "../store.ts";
import { words } from "../words.ts";

/** Adds an organisation to the address book, or changes one. */
export const saveOrganisation = defineUseCase({
  name: "territory.save-organisation",
  input: z.object({ id: optional(OrganisationId), ...OrganisationFields.shape }),
  by: { id: optional(OrganisationId) },
  subject: async ({ input: { id }, tx }): Promise<{ readonly known: Organisation | null } | undefined> => {
    if (id === null) return { known: null };
    const known = await organisationById(tx, id);
    return known && { known };
  },
  allow: territoryRights.manage,
  run: async ({ input: { id: _, ...fields }, subject: { known }, actor, lang, tx, newId, record }): Promise<Organisation> => {
    const say = words(lang);
    await takeTurn(tx, actor.territory);
    const id = known?.id ?? newId(OrganisationId);
    const others = (await listOrganisations(tx)).filter((other) => other.id !== id);
    const same = (name: string): boolean => name.localeCompare(fields.name, "fr", { sensitivity: "base" }) === 0;
    if (others.some(({ name }) => same(name))) throw refuseField("name", say("organisation.twice", { name: fields.name }));
    if (fields.communeCode !== null && !(await listCommunes(tx)).some(({ code }) => code === fields.communeCode)) {
      throw refuseField("communeCode", say("organisation.unknownCommune"));
    }
    if (fields.kind === "commune" && fields.communeCode === null)
      throw refuseField("communeCode", say("organisation.whichCommune"));
    // What people have changed is no longer what the source or the example said.
    const { id: __, provenance, ...before } = known ?? { id, provenance: null };
    if (known !== null && samePlain(asPlain(before), asPlain(fields))) return known;
    const entered = provenance?.kind === "example" ? provenance : ({ kind: "entered" } as const);
    await store(tx, actor.territory, id, fields, entered);
    const object = { kind: "organisation", id, label: fields.name };
    await record({
      verb: known === null ? "created" : "changed",
      object,
      before: known && asPlain(before),
      after: asPlain(fields),
    });
    return { id, ...fields, provenance: entered };
  },
});
