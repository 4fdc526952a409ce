// A feed of data·inclusion taken in whole: how long, and how much more memory than at rest. `npm run bench -- import 500000`.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importDirectory } from "../src/wings/directory/interop/use-cases/import-directory.ts";
import { startDirectoryImport } from "../src/wings/directory/interop/use-cases/start-directory-import.ts";
import type { SourceFile } from "../src/platform/import-draft/source-file.ts";
import { perform, type Outcome, type Runtime } from "../src/platform/use-case.ts";
import type { Actor } from "../src/platform/actor.ts";
import { v7 } from "../src/platform/id.ts";
import { TerritoryId } from "../src/platform/model.ts";
import { systemClock } from "../src/platform/clock.ts";
import { openDatabase } from "../src/platform/database/database.ts";
import { prepareDatabase } from "../src/platform/database/prepare.ts";
import { openServer } from "../src/platform/database/server/open-server.ts";
import { folderFileStore } from "../src/platform/files/file-store.ts";
import { addTerritory } from "../src/wings/territory/territories/use-cases/add-territory.ts";

const services = Number(process.argv[2] ?? 500_000);
const structures = Math.ceil(services / 20);
const limit = 300;

const where = (at: number) => ({
  commune: "Vecoux",
  code_postal: "88200",
  code_insee: "88498",
  adresse: `${at % 900} rue de l’Exemple`,
  latitude: 47.9 + (at % 1_000) / 5_000,
  longitude: 6.4 + (at % 777) / 3_000,
});

/** Structures, then services that name them, one a line: as much text as a real feed, and none of it held. */
async function* linesOf(): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const common = { source: "exemple", date_maj: "2026-10-01" };
  let lines = "";
  for (let at = 0; at < structures + services; at++) {
    const structure = at % structures;
    const record =
      at < structures
        ? { ...common, ...where(structure), id: `exemple--s${at}`, nom: `Exemple : structure ${at}`, telephone: "0329000000" }
        : {
            ...common,
            ...where(structure),
            id: `exemple--v${at}`,
            structure_id: `exemple--s${structure}`,
            nom: `Exemple : service ${at}`,
            description:
              `Un service inventé pour mesurer l’import, numéro ${at}, avec une phrase ou deux comme il y en a dans les vrais. `.repeat(
                3,
              ),
            thematiques: ["famille--garde-denfants"],
            frais: "gratuit",
            publics: ["familles"],
            modes_accueil: ["en-presentiel"],
            telephone: "0329000000",
          };
    lines += `${JSON.stringify(record)}\n`;
    if (lines.length < 60_000) continue;
    yield encoder.encode(lines);
    lines = "";
  }
  yield encoder.encode(lines);
}

const feed: SourceFile = { name: "services-inclusion.jsonl", size: 0, pieces: linesOf };

const megabytes = (): number => process.memoryUsage().rss / 1024 / 1024;

/** What a run costs: seconds, and the most memory over what there was at rest. */
async function measured<Value>(run: () => Promise<Value>): Promise<{ value: Value; seconds: number; above: number }> {
  globalThis.gc?.();
  const rest = megabytes();
  let most = rest;
  const watch = setInterval(() => {
    most = Math.max(most, megabytes());
  }, 50);
  const started = performance.now();
  const value = await run();
  clearInterval(watch);
  return { value, seconds: (performance.now() - started) / 1_000, above: Math.max(most, megabytes()) - rest };
}

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function takeIn(runtime: Runtime, operator: Actor): Promise<void> {
  const kept = await measured(async () => done(await perform(runtime, startDirectoryImport, operator, { file: feed })));
  const taken = await measured(async () =>
    done(await perform(runtime, importDirectory, operator, { importId: kept.value.id, scope: "everywhere" })),
  );
  const row = [
    services.toLocaleString("en"),
    `${taken.value.created} / ${taken.value.changed} / ${taken.value.same}`,
    kept.seconds.toFixed(0),
    kept.above.toFixed(0),
    taken.seconds.toFixed(0),
    taken.above.toFixed(0),
  ];
  process.stdout.write(`| ${row.join(" | ")} |\n`);
  if (taken.above > limit) process.exitCode = 1;
}

const folder = await mkdtemp(join(tmpdir(), "maillage-import-"));
// The administrator's server runs under another account, which must cross this folder.
await chmod(folder, 0o711);
// The parts of an instance, without its pages: Node reads no JSX.
const dataFolder = join(folder, "data");
const server = await openServer({ dataFolder, databaseUrl: undefined });
await prepareDatabase(server.url);
const database = openDatabase(server.url);
const runtime: Runtime = {
  database,
  clock: systemClock,
  files: folderFileStore(join(dataFolder, "files")),
  origin: "http://localhost",
  undoMinutes: 0,
  wings: [],
};
try {
  const territory = TerritoryId.parse(v7(new Date()));
  const operator: Actor = { role: "operator", territory, person: null, name: "Mesure" };
  done(await perform(runtime, addTerritory, operator, { siren: "200068377" }));
  process.stdout.write(
    "| services | cards added / changed / same | kept, s | above rest, MB | taken in, s | above rest, MB |\n| --- | --- | ---: | ---: | ---: | ---: |\n",
  );
  await takeIn(runtime, operator);
} finally {
  await database.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
