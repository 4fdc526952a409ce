import { resolve } from "node:path";
import { abandonDirectoryImport } from "../use-cases/abandon-directory-import.ts";
import { importDirectory } from "../use-cases/import-directory.ts";
import { startDirectoryImport } from "../use-cases/start-directory-import.ts";
import { bringIn } from "../../../../platform/import-draft/bring-in.ts";
import { fileAt, type SourceFile } from "../../../../platform/import-draft/source-file.ts";
import { readImportContext } from "./context.ts";
import { ImportRun } from "./import-run.ts";
import { importWords } from "./words.ts";
import { ImportOptions } from "./kept-import.ts";
import { sayUnlisted } from "./draft-kind.ts";
import { openFeed } from "./open-feed.ts";
import { previewOf, type Preview } from "./preview.ts";
import { perform, type Runtime } from "../../../../platform/use-case.ts";
import { dayOf } from "../../../../platform/clock.ts";
import { v7 } from "../../../../platform/id.ts";
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
    const path = resolve(cwd, typed);
    const file = await fileAt(path);
    if (file === null) throw new UsageError(say("shell.noFile", { path }));
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
    const result = await bringIn({
      start: () => perform(instance, startDirectoryImport, actor, { file }, lang),
      accept: (importId) => perform(instance, importDirectory, actor, { importId, ...asked }, lang),
      abandon: (importId) => perform(instance, abandonDirectoryImport, actor, { importId }, lang),
    });
    print(say("shell.done", { ...result }));
  },
};

/** What the file would change; nothing is written. */
async function tried({ database, clock }: Runtime, territory: TerritoryId, file: SourceFile, options: ImportOptions) {
  const opened = await openFeed(file);
  if (opened.kind !== "list") throw new UsageError(sayUnlisted(opened, lang));
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
