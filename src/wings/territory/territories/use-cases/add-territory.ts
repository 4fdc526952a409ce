import { z } from "zod";
import { defineUseCase, refuseField, wholeTerritory } from "../../../../platform/use-case.ts";
import { defaultThemes } from "../default-themes.ts";
import { Siren, type Territory } from "../model.ts";
import { findEpci } from "../national-register.ts";
import { instanceRights } from "../rights.ts";
import { reservedSlugs, slugOf } from "../rules.ts";
import { insertTerritory, listTerritories } from "../store.ts";
import { words } from "../words.ts";

/**
 * Adds an EPCI of France to the instance, with its communes. It runs inside the territory about to exist:
 * the actor's territory is the new one's id, so that not even the first row is written from outside.
 */
export const addTerritory = defineUseCase({
  name: "territory.add",
  input: z.object({
    siren: z
      .string()
      .transform((text) => text.replace(/\s/g, ""))
      .pipe(Siren),
  }),
  subject: wholeTerritory,
  allow: instanceRights.addTerritory,
  run: async ({ input, actor, lang, tx, record }): Promise<Territory> => {
    const say = words(lang);
    const epci = findEpci(input.siren);
    if (epci === undefined) throw refuseField("siren", say("add.unknownSiren", { siren: input.siren }));
    const known = await listTerritories(tx);
    if (known.some(({ siren }) => siren === input.siren)) throw refuseField("siren", say("add.alreadyHere", { name: epci.name }));
    const taken = new Set([...known.map(({ slug }) => slug), ...reservedSlugs]);
    const slug = taken.has(slugOf(epci.name)) ? `${slugOf(epci.name)}-${epci.siren}` : slugOf(epci.name);
    const { communes, ...facts } = epci;
    const territory: Territory = { id: actor.territory, kind: "epci", slug, accentHue: null, ...facts };
    await insertTerritory(tx, territory, communes, defaultThemes);
    await record({
      verb: "created",
      object: { kind: "territory", id: territory.id, label: territory.name },
      after: { siren: epci.siren, communes: communes.length },
    });
    return territory;
  },
});
