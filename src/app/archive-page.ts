import { Hono } from "hono";
import { createArchive, jsonLinesEntry, type ArchiveEntry } from "../platform/archive/archive.ts";
import { tableEntry, territoryTables } from "../platform/archive/territory-tables.ts";
import { dayOf } from "../platform/clock.ts";
import { listStoredFiles } from "../platform/files/store.ts";
import { readEvents } from "../platform/history/store.ts";
import type { TerritoryEnv, TerritoryVisit } from "../platform/http/visit.ts";
import { decide } from "../platform/rights.ts";
import type { Wing } from "../platform/wing/wing.ts";
import { fileAnswer } from "../ui/document-answer.tsx";
import { show } from "../ui/show.tsx";
import { territoryRights } from "../wings/territory/wing.ts";

/**
 * Everything that a territory has entered, in open formats: what goes in comes out. What each wing gives to be read, then
 * every table as it is stored, the history, the files.
 */
async function* archiveOf(visit: TerritoryVisit, wings: readonly Wing[]): AsyncGenerator<ArchiveEntry> {
  for (const { archive } of wings) if (archive !== undefined) yield* archive(visit);
  for (const table of await visit.read(territoryTables))
    yield await visit.read((tx) => tableEntry(tx, visit.territory.id, table));
  yield jsonLinesEntry("historique.jsonl", await visit.read((tx) => readEvents(tx, { limit: 10_000_000 })));
  for (const { hash, name } of await visit.read(listStoredFiles)) {
    const bytes = await visit.runtime.files.get(visit.territory.id, hash);
    if (bytes !== undefined) yield { path: `fichiers/${hash.slice(0, 12)}-${name.replace(/[^\p{L}\p{N}._-]+/gu, "_")}`, bytes };
  }
}

/** `/archive.zip`: all the data of the territory. */
export const archivePages = (wings: readonly Wing[]): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>().get("/archive.zip", async (c) => {
    const { visit } = c.var;
    const decision = decide(territoryRights.takeAway, visit.actor, {});
    return show(c, decision.kind === "refused" ? decision : { kind: "found", value: wings }, async (all) => {
      const archive = await createArchive(archiveOf(visit, all));
      return fileAnswer(archive, "application/zip", `${visit.territory.slug}-${dayOf(visit.runtime.clock.now())}.zip`);
    });
  });
