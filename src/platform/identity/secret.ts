import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The secret that signs cookies, kept in the data folder and made at the first start. Several nodes on one database
 * share it through the environment instead.
 */
export async function instanceSecret(dataFolder: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const path = join(dataFolder, "secret");
  const known = await readFile(path, "utf8").catch(() => undefined);
  if (known !== undefined && known.trim().length >= 32) return known.trim();
  await mkdir(dataFolder, { recursive: true });
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600 });
  if (known !== undefined) await rm(path);
  // Whoever comes first names it; the other one takes the same.
  await link(aside, path).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  });
  await rm(aside);
  return (await readFile(path, "utf8")).trim();
}
