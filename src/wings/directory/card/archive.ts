import { jsonEntry, type ArchiveEntry } from "../../../platform/archive/archive.ts";
import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import { directoryAt } from "./store.ts";

/** The directory whole: its kinds, its places, its services, published or not. */
export async function* directoryArchive({ read, territory }: TerritoryVisit): AsyncGenerator<ArchiveEntry> {
  const { directory } = await read((tx) => directoryAt(tx, territory.id));
  yield jsonEntry("annuaire.json", {
    kinds: directory.kinds,
    synonyms: directory.synonyms,
    places: [...directory.places.values()],
    services: [...directory.services.values()],
  });
}
