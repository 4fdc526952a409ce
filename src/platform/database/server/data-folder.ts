import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { errorCode } from "./error-text.ts";
import { StartRefusal } from "./start-refusal.ts";

const reasons: Record<string, string> = {
  EACCES: "ce compte n'y a pas le droit d'écrire",
  EPERM: "ce compte n'y a pas le droit d'écrire",
  EROFS: "le disque est en lecture seule",
  ENOSPC: "le disque est plein",
  ENOTDIR: "un fichier porte déjà ce nom",
  EEXIST: "un fichier porte déjà ce nom",
};

export type FolderOrigin = "found" | "created";

/** Makes the data folder when it is missing, and refuses one that cannot be written. */
export async function prepareDataFolder(folder: string): Promise<FolderOrigin> {
  try {
    const firstCreated = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error("not a folder"), { code: "ENOTDIR" });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return firstCreated === undefined ? "found" : "created";
  } catch (error) {
    const code = errorCode(error);
    throw new StartRefusal(
      `Le dossier de données « ${folder} » ne peut pas être écrit (${reasons[code] ?? code}) : ` +
        `donnez-en le droit à ce compte, ou indiquez un autre dossier avec MAILLAGE_DATA.`,
      error,
    );
  }
}
