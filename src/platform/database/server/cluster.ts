import { spawn } from "node:child_process";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { SUPERUSER } from "./address.ts";
import type { Binaries } from "./binaries.ts";
import type { Home } from "./home.ts";
import { spawnAs } from "./system-account.ts";
import { StartRefusal } from "./start-refusal.ts";

/** Nothing of our own environment reaches PostgreSQL: neither secrets nor a setting that would change how it behaves. */
export const serverEnvironment = { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C" };

const french = ["--locale-provider=icu", "--icu-locale=fr"];

/** From the best to the plainest: what letters are (words of the full text search) comes from the system's locale. */
const localeChoices = [
  [...french, "--locale=C.UTF-8"],
  [...french, "--locale=en_US.UTF-8"],
  ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
  [...french, "--locale=C"],
  ["--locale=C"],
] as const;

/** Makes the cluster aside and renames it: one that was interrupted is never taken for a whole one. */
export async function createCluster(binaries: Binaries, home: Home): Promise<void> {
  const aside = join(home.folder, "cluster.new");
  const passwordFile = join(home.folder, "password.new");
  const { uid, gid } = spawnAs(home.account);
  await rm(passwordFile, { force: true });
  try {
    await writeFile(passwordFile, `${home.password}\n`, { mode: 0o600, flag: "wx" });
    if (uid !== undefined && gid !== undefined) await chown(passwordFile, uid, gid);
    let lastWords = "";
    for (const locale of localeChoices) {
      await rm(aside, { recursive: true, force: true });
      const result = await runInitdb(binaries, home, [`--pgdata=${aside}`, `--pwfile=${passwordFile}`, ...locale]);
      if (result.code === 0) {
        await rename(aside, home.cluster);
        return;
      }
      lastWords = result.lastLine;
    }
    throw new StartRefusal(
      `La base de données n'a pas pu être créée dans « ${home.folder} » (${lastWords}) : ` +
        `vérifiez la place et les droits de ce disque, ou indiquez un autre dossier avec MAILLAGE_DATA.`,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The files of one major version of PostgreSQL are not readable by another. */
export async function refuseOtherVersion(binaries: Binaries, home: Home): Promise<void> {
  const found = (await readFile(join(home.cluster, "PG_VERSION"), "utf8").catch(() => "")).trim();
  if (found === binaries.major) return;
  throw new StartRefusal(
    `La base de données « ${home.cluster} » est celle de PostgreSQL ${found === "" ? "(version illisible)" : found} et ce Maillage apporte ` +
      `PostgreSQL ${binaries.major} : sauvegardez avec la version de Maillage qui l'a écrite, puis restaurez dans un dossier neuf.`,
  );
}

type InitdbResult = { code: number | null; lastLine: string };

async function runInitdb(binaries: Binaries, home: Home, options: readonly string[]): Promise<InitdbResult> {
  const fixed = [`--username=${SUPERUSER}`, "--auth=scram-sha-256", "--encoding=UTF8", "--lc-messages=C", "--no-instructions"];
  const child = spawn(binaries.initdb, [...fixed, ...options], {
    ...spawnAs(home.account),
    cwd: home.folder,
    env: serverEnvironment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  try {
    const [code, words] = await Promise.all([ended, text(child.stderr)]);
    const errors = words.split("\n").filter((line) => /error|fatal|could not/i.test(line));
    return { code, lastLine: errors.at(-1)?.trim() ?? words.trim().split("\n").at(-1) ?? "" };
  } catch (error) {
    return { code: null, lastLine: error instanceof Error ? error.message : String(error) };
  }
}
