import { randomBytes } from "node:crypto";
import { chmod, chown, lstat, mkdir, readFile, realpath, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import type { FolderOrigin } from "./data-folder.ts";
import { errorCode } from "./error-text.ts";
import { StartRefusal } from "./start-refusal.ts";
import { canUse, chooseAccount, ownerOf, spawnAs, type Account } from "./system-account.ts";

/** Where the administrator's Maillage keeps what another account must reach, when the data folder is closed to it. */
export const SYSTEM_FOLDER = "/var/lib/maillage";

/**
 * Where the cluster of a data folder lives, and who runs it. `database.json` in the data folder remembers the place and the
 * password: `createdAt` is missing while the cluster is being made.
 */
export type Home = { folder: string; cluster: string; account: Account; password: string; createdAt: string | undefined };

const noteSchema = z.object({ home: z.string().min(1), password: z.string().min(1), createdAt: z.iso.datetime().optional() });
type Note = z.infer<typeof noteSchema>;

const notePath = (dataFolder: string): string => join(dataFolder, "database.json");

/** Finds the cluster's place again, or chooses one: in the data folder whenever the account that runs PostgreSQL can enter it. */
export async function findHome(dataFolder: string, origin: FolderOrigin): Promise<Home> {
  const home = (await knownHome(dataFolder)) ?? (await chooseHome(dataFolder, origin));
  if (!(await isThere(home.cluster))) await makeHome(home, dataFolder);
  return home;
}

/** The cluster's place as this data folder remembers it; nothing is written but the new name of a folder that was moved. */
export async function knownHome(dataFolder: string): Promise<Home | undefined> {
  const note = await readNote(dataFolder);
  if (note === undefined) return undefined;
  const folder = resolve(dataFolder, note.home);
  const cluster = join(folder, "cluster");
  const remembered = { folder, cluster, password: note.password, createdAt: note.createdAt };
  if (!(await isThere(cluster))) {
    if (note.createdAt !== undefined) throw vanished(folder, dataFolder);
    return { ...remembered, account: await chooseAccount() };
  }
  await refuseForeign(folder, dataFolder);
  const home: Home = { ...remembered, account: await ownerOf(cluster) };
  if (!(await canUse(home.account, folder))) throw closed(home);
  return home;
}

/** Notes that the cluster is whole, so that its absence is from now on a loss and not a beginning. */
export async function markCreated(dataFolder: string, home: Home): Promise<void> {
  await writeNote(dataFolder, { ...noteOf(home, dataFolder), createdAt: new Date().toISOString() });
}

/** Whether the cluster lives outside of the data folder. */
export const isElsewhere = (home: Home, dataFolder: string): boolean => dirname(home.folder) !== resolve(dataFolder);

/** Makes a folder that every account can cross, and none can list but its owner. */
export async function makeTraversable(folder: string): Promise<void> {
  if ((await mkdir(folder, { recursive: true })) !== undefined) await chmod(folder, 0o711);
}

async function chooseHome(dataFolder: string, origin: FolderOrigin): Promise<Home> {
  const account = await chooseAccount();
  if (account.kind === "other" && origin === "created") {
    // Only PostgreSQL's group may cross the folder that we have just made; the other accounts stay out of the files.
    await chown(dataFolder, process.getuid?.() ?? 0, account.gid);
    await chmod(dataFolder, 0o710);
  }
  const folder = (await canUse(account, dataFolder))
    ? join(resolve(dataFolder), "database")
    : join(SYSTEM_FOLDER, randomBytes(6).toString("hex"));
  const password = randomBytes(24).toString("base64url");
  const home: Home = { folder, cluster: join(folder, "cluster"), account, password, createdAt: undefined };
  if (await isThere(home.cluster)) throw withoutPassword(home, dataFolder);
  await writeNote(dataFolder, noteOf(home, dataFolder));
  return home;
}

async function makeHome(home: Home, dataFolder: string): Promise<void> {
  if (isElsewhere(home, dataFolder)) await makeTraversable(dirname(home.folder));
  await mkdir(home.folder, { recursive: true, mode: 0o700 });
  const { uid, gid } = spawnAs(home.account);
  if (uid !== undefined && gid !== undefined) await chown(home.folder, uid, gid);
  if (isElsewhere(home, dataFolder)) await writeFile(`${home.folder}.folder`, `${await realpath(dataFolder)}\n`, { mode: 0o600 });
}

/** A copied data folder would lead two Maillage to one cluster; a moved one keeps its own. */
async function refuseForeign(folder: string, dataFolder: string): Promise<void> {
  const ownerFile = `${folder}.folder`;
  const owner = await readFile(ownerFile, "utf8").then(
    (text) => text.trim(),
    () => undefined,
  );
  const here = await realpath(dataFolder);
  if (owner === undefined || owner === here) return;
  const ownNote = await readNote(owner).catch(() => undefined);
  if (ownNote === undefined || resolve(owner, ownNote.home) !== folder) {
    await writeFile(ownerFile, `${here}\n`, { mode: 0o600 });
    return;
  }
  throw new StartRefusal(
    `Le dossier de données « ${dataFolder} » est une copie de « ${owner} », qui garde la base de données : ` +
      `pour en faire une seconde instance, restaurez une sauvegarde dans un dossier neuf.`,
  );
}

const noteOf = (home: Home, dataFolder: string): Note => ({
  home: isElsewhere(home, dataFolder) ? home.folder : "database",
  password: home.password,
});

async function readNote(dataFolder: string): Promise<Note | undefined> {
  let text: string;
  try {
    text = await readFile(notePath(dataFolder), "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw unreadable(dataFolder, error);
  }
  try {
    return noteSchema.parse(JSON.parse(text));
  } catch (error) {
    throw unreadable(dataFolder, error);
  }
}

async function writeNote(dataFolder: string, note: Note): Promise<void> {
  const aside = `${notePath(dataFolder)}.new`;
  await writeFile(aside, `${JSON.stringify(note, undefined, 2)}\n`, { mode: 0o600, flush: true });
  await rename(aside, notePath(dataFolder));
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw new StartRefusal(
      `La base de données « ${path} » ne peut pas être lue par ce compte : ` +
        `lancez Maillage avec le compte qui l'a créée, ou indiquez un autre dossier avec MAILLAGE_DATA.`,
      error,
    );
  }
}

const unreadable = (dataFolder: string, cause: unknown): StartRefusal =>
  new StartRefusal(
    `Le fichier « ${notePath(dataFolder)} », qui dit où est la base de données, ne peut pas être lu : ` +
      `lancez Maillage avec le compte qui l'a écrit, ou restaurez une sauvegarde dans un dossier neuf.`,
    cause,
  );

const vanished = (folder: string, dataFolder: string): StartRefusal =>
  new StartRefusal(
    `La base de données du dossier « ${dataFolder} » devait être dans « ${folder} », qui n'existe plus : ` +
      `remettez ce dossier à sa place, ou restaurez une sauvegarde dans un dossier neuf.`,
  );

const withoutPassword = (home: Home, dataFolder: string): StartRefusal =>
  new StartRefusal(
    `Une base de données existe dans « ${home.folder} » mais son mot de passe a disparu avec le fichier ` +
      `« ${notePath(dataFolder)} » : remettez ce fichier, ou restaurez une sauvegarde dans un dossier neuf.`,
  );

const closed = ({ folder, account }: Home): StartRefusal =>
  new StartRefusal(
    `Le compte « ${account.kind === "own" ? "" : account.name} », qui possède la base de données, ne peut plus entrer dans « ${folder} » : ` +
      `donnez-lui le droit de traverser les dossiers qui y mènent (chmod o+x).`,
  );
