import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { importDirectory } from "../use-cases/import-directory.ts";
import { startDirectoryImport } from "../use-cases/start-directory-import.ts";
import type { FeedFile } from "./feed-text.ts";
import { readImportContext } from "./context.ts";
import { ImportRun } from "./import-run.ts";
import { importWords } from "./words.ts";
import { ImportOptions } from "./kept-import.ts";
import { openFeed } from "./open-feed.ts";
import { previewOf, type Preview } from "./preview.ts";
import { perform, type Outcome, type Runtime } from "../../../../platform/use-case.ts";
import { dayOf } from "../../../../platform/clock.ts";
import { v7 } from "../../../../platform/id.ts";
import { inOneTransaction } from "../../../../platform/one-transaction.ts";
import { sayRefusal } from "../../../../platform/spreadsheet/refusal.ts";
import type { TerritoryId } from "../../../../platform/model.ts";
import { commandLineActor, UsageError, type Command } from "../../../../platform/command.ts";
import { namedSiren, territoryOf } from "../../../territory/territories/named-territory.ts";

const lang = "fr";
const say = importWords(lang);

export const directoryImport: Command = {
  usage: "directory import FILE --territory SIREN [--everywhere] [--draft] [--dry-run]",
  summary:
    "importe des services d’une liste publiée (data·inclusion, France services, conseillers numériques), aussi longue soit-elle",
  options: { territory: true, everywhere: false, draft: false, "dry-run": false },
  run: async ({ args: [typed = ""], options, cwd, print, runtime }) => {
    const file = await fileAt(resolve(cwd, typed));
    const asked = ImportOptions.parse({
      scope: options["everywhere"] === true ? "everywhere" : "territory",
      state: options["draft"] === true ? "draft" : "published",
    });
    const siren = namedSiren({ options });
    const instance = await runtime();
    const { id } = await territoryOf(instance, siren);
    if (options["dry-run"] === true) {
      for (const line of told(file.name, await tried(instance, id, file, asked))) print(line);
      print(say("shell.dry"));
      return;
    }
    const actor = commandLineActor(id);
    const result = await inOneTransaction(instance, id, async (within) => {
      const importId = valueOf(await perform(within, startDirectoryImport, actor, { file }, lang));
      return valueOf(await perform(within, importDirectory, actor, { importId, ...asked }, lang));
    });
    print(say("shell.done", { ...result }));
  },
};

async function fileAt(path: string): Promise<FeedFile> {
  const known = await stat(path).catch(() => undefined);
  if (known === undefined || !known.isFile()) throw new UsageError(say("shell.noFile", { path }));
  return { name: basename(path), size: known.size, pieces: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}

/** What the file would change; nothing is written. */
async function tried({ database, clock }: Runtime, territory: TerritoryId, file: FeedFile, options: ImportOptions) {
  const opened = await openFeed(file);
  if (opened.kind === "refused") throw new UsageError(sayRefusal(opened, lang));
  if (opened.kind !== "list") throw new UsageError(say(`file.${opened.kind}`));
  const { format, rows } = opened;
  const now = clock.now();
  return database.inTerritory(territory, async (tx) => {
    const context = await readImportContext(tx, territory, lang, dayOf(now));
    const asked = { format, rows, options, origin: file.name, take: new Set<string>(), now };
    return previewOf(new ImportRun(tx, context, { ...asked, newId: (schema) => schema.parse(v7(now)) }));
  });
}

/** What the screen would show, in lines. */
const told = (name: string, { counts, broken, keptCount, missing }: Preview): readonly string[] => [
  say("shell.summary", { name, ...counts }),
  ...broken.map(({ row, problems }) => say("shell.row", { row, problem: problems.join(" ") })),
  ...(keptCount === 0 ? [] : [say("shell.kept", { count: keptCount })]),
  ...(missing.length === 0 ? [] : [say("shell.missing", { count: missing.length })]),
];

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === "done") return outcome.value;
  if (outcome.kind === "invalid") throw new UsageError(outcome.problems.map(({ message }) => message).join(" "));
  throw new Error(`unexpected outcome ${outcome.kind}`);
}
