import { jsonEntry, type ArchiveEntry } from "../../../platform/archive/archive.ts";
import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import { listConventions } from "./store.ts";

/** The conventions of the territory, with their parties and amendments. */
export async function* conventionArchive({ read }: TerritoryVisit): AsyncGenerator<ArchiveEntry> {
  yield jsonEntry("conventions.json", await read(listConventions));
}
