import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { InputError } from "./input-error.ts";

/**
 * Writes the whole file or nothing: what was there before stays until the new one is complete.
 *
 * @throws InputError when its folder or its rights don't allow it.
 */
export async function writeWhole(
  path: string,
  parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  const unwritable = (): InputError =>
    new InputError(`Le fichier ${path} ne peut pas être écrit : vérifiez son dossier, ses droits et la place qui reste.`);
  const file = await open(aside, "wx").catch(() => {
    throw unwritable();
  });
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(aside, { force: true });
    process.kill(process.pid, signal);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    for await (const part of parts)
      await file.writeFile(part).catch(() => {
        throw unwritable();
      });
    await file.close();
    await rename(aside, path).catch(() => {
      throw unwritable();
    });
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
    await file.close();
    await rm(aside, { force: true });
  }
}
