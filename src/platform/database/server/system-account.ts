import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { errorText } from "./error-text.ts";
import { StartRefusal } from "./start-refusal.ts";

const run = promisify(execFile);

/** The system account that runs PostgreSQL: the one that runs Maillage, or another since PostgreSQL refuses the administrator. */
export type Account = { kind: "own" } | { kind: "other"; name: string; uid: number; gid: number };

/** The part of the options of `spawn` that makes a process run as this account. */
export function spawnAs(account: Account): { uid?: number; gid?: number } {
  return account.kind === "own" ? {} : { uid: account.uid, gid: account.gid };
}

export const isAdministrator = (): boolean => process.getuid?.() === 0;

/** The account for a new cluster: ours, unless we are the administrator: then `postgres` if it exists, else `maillage`. */
export async function chooseAccount(): Promise<Account> {
  if (!isAdministrator()) return { kind: "own" };
  return (await findAccount("postgres")) ?? (await findAccount("maillage")) ?? (await createAccount("maillage"));
}

/** The account that owns an existing cluster: its files can be served by no other. */
export async function ownerOf(folder: string): Promise<Account> {
  const { uid, gid } = await stat(folder);
  if (uid === process.getuid?.()) return { kind: "own" };
  if (isAdministrator()) return (await findAccount(String(uid))) ?? { kind: "other", name: String(uid), uid, gid };
  throw new StartRefusal(
    `La base de données « ${folder} » appartient à un autre compte (n° ${uid}) : ` +
      `lancez Maillage avec ce compte ou en administrateur, ou indiquez un autre dossier avec MAILLAGE_DATA.`,
  );
}

/** Whether this account can enter the folder and run the programs named, asked of the system itself (modes, access lists, mounts). */
export async function canUse(account: Account, folder: string, programs: readonly string[] = []): Promise<boolean> {
  if (account.kind === "own") return true;
  const script = 'cd "$1" && shift && for program; do test -x "$program" || exit 1; done';
  try {
    await run("/bin/sh", ["-c", script, "sh", folder, ...programs], { ...spawnAs(account), cwd: "/" });
    return true;
  } catch {
    return false;
  }
}

async function findAccount(name: string): Promise<Account | undefined> {
  try {
    const [user, uid, gid] = await Promise.all(
      ["-un", "-u", "-g"].map(async (flag) => (await run("id", [flag, name])).stdout.trim()),
    );
    return { kind: "other", name: user ?? name, uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined;
  }
}

async function createAccount(name: string): Promise<Account> {
  try {
    const settings = [
      "--system",
      "--user-group",
      "--no-create-home",
      "--home-dir",
      "/nonexistent",
      "--shell",
      "/usr/sbin/nologin",
    ];
    await run("useradd", [...settings, name]);
  } catch (error) {
    const meanwhile = await findAccount(name);
    if (meanwhile) return meanwhile;
    throw new StartRefusal(
      `PostgreSQL refuse de tourner en administrateur et le compte système « ${name} » n'a pas pu être créé (${errorText(error)}) : ` +
        `créez-le, ou lancez Maillage avec un compte ordinaire.`,
      error,
    );
  }
  const created = await findAccount(name);
  if (created) return created;
  throw new StartRefusal(
    `Le compte système « ${name} » vient d'être créé mais reste introuvable : lancez Maillage avec un compte ordinaire.`,
  );
}
