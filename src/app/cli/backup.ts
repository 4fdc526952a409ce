import { readFile, rename, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { backup } from "../../platform/backup/backup.ts";
import { restore } from "../../platform/backup/restore.ts";
import { UsageError, type Command } from "../../platform/command.ts";
import { numberText } from "../../platform/french/number.ts";

export const backupCommand: Command = {
  usage: "backup FILE",
  summary: "garde toute l’instance dans un fichier",
  options: {},
  run: async ({ args: [file = ""], cwd, print, runtime }) => {
    const path = resolve(cwd, file);
    const { bytes, tables, rows, files } = await backup(await runtime());
    // Written aside, then renamed: an interrupted backup never takes the place of a good one.
    await writeFile(`${path}.part`, bytes);
    await rename(`${path}.part`, path);
    print(`Sauvegarde écrite : ${path} (${tables} tables, ${numberText("fr", rows)} lignes, ${files} fichiers).`);
  },
};

export const restoreCommand: Command = {
  usage: "restore FILE",
  summary: "remet toute l’instance d’une sauvegarde, vérifiée d’abord",
  options: {},
  run: async ({ args: [file = ""], cwd, print, runtime }) => {
    const bytes = await readFile(resolve(cwd, file)).catch(() => undefined);
    if (bytes === undefined) throw new UsageError(`Le fichier ${resolve(cwd, file)} ne peut pas être lu : vérifiez son nom.`);
    const outcome = await restore(await runtime(), bytes);
    if (outcome.kind === "refused") throw new UsageError(outcome.sentence);
    print(
      `Instance remise : ${outcome.tables} tables, ${numberText("fr", outcome.rows)} lignes, ${outcome.files} fichiers. Chacun se connecte de nouveau.`,
    );
  },
};
