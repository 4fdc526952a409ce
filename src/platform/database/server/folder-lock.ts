import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { timeText } from "../../french/time.ts";
import { errorText } from "./error-text.ts";
import { StartRefusal } from "./start-refusal.ts";

export type FolderLock = { release(): Promise<void> };

const holderSchema = z.object({ pid: z.number().int(), startedAt: z.iso.datetime() });
type Holder = z.infer<typeof holderSchema>;

const SQLITE_BUSY = 5;

/**
 * One Maillage per data folder. A file that only names a process can lie (the process died, its number was given to another,
 * two starters judge it dead together), so the lock itself is the kernel's, which no death leaves behind. Node reaches it through
 * SQLite only: `lock` is an empty database, held exclusively. Nothing else in this process may open it, since closing any
 * handle of the file would drop the lock. `running.json` tells the next one who holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const holderFile = join(folder, "running.json");
  const kernelLock = await takeKernelLock(folder, holderFile);
  const startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString();
  await writeFile(holderFile, `${JSON.stringify({ pid: process.pid, startedAt } satisfies Holder)}\n`, { mode: 0o600 });
  return {
    async release() {
      if (!kernelLock.isOpen) return;
      await rm(holderFile, { force: true });
      kernelLock.close();
    },
  };
}

async function takeKernelLock(folder: string, holderFile: string): Promise<DatabaseSync> {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, "lock"));
    database.exec("PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database?.close();
    throw isBusy(error) ? alreadyRunning(folder, await readHolder(holderFile), error) : cannotLock(folder, error);
  }
}

const isBusy = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "errcode" in error && error.errcode === SQLITE_BUSY;

async function readHolder(holderFile: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(holderFile, "utf8")));
  } catch {
    return undefined;
  }
}

/** Another Maillage holds the data folder: a second server is refused, a command goes beside it. */
export class FolderInUse extends StartRefusal {}

function alreadyRunning(folder: string, holder: Holder | undefined, cause: unknown): FolderInUse {
  const who =
    holder === undefined ? "" : ` (processus ${holder.pid}, lancé le ${timeText("fr", new Date(holder.startedAt), "moment")})`;
  return new FolderInUse(
    `Maillage tourne déjà sur le dossier de données « ${folder} »${who} : ` +
      `arrêtez-le d'abord, ou indiquez un autre dossier avec MAILLAGE_DATA.`,
    cause,
  );
}

const cannotLock = (folder: string, cause: unknown): StartRefusal =>
  new StartRefusal(
    `Le dossier de données « ${folder} » ne peut pas être verrouillé (${errorText(cause)}) : ` +
      `vérifiez les droits de son fichier « lock », ou indiquez un dossier d'un disque local avec MAILLAGE_DATA.`,
    cause,
  );
