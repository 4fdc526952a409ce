import { jsonEntry, type ArchiveEntry } from "../../../platform/archive/archive.ts";
import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import { listCommunes, listThemes } from "../territories/store.ts";
import { listOrganisations } from "../organisations/store.ts";

/** The territory, its communes, its themes and its organisations. */
export async function* territoryArchive({ territory, read }: TerritoryVisit): AsyncGenerator<ArchiveEntry> {
  const { id, siren, name } = territory;
  const { communes, themes, organisations } = await read(async (tx) => ({
    communes: await listCommunes(tx),
    themes: await listThemes(tx),
    organisations: await listOrganisations(tx),
  }));
  yield jsonEntry("territoire.json", { id, siren, name, communes, themes });
  yield jsonEntry("organisations.json", organisations);
}
