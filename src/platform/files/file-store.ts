import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { TerritoryId } from "../model.ts";

/** Where the bytes of files live. They are named by their SHA-256: the same file is kept once, and a damaged one is noticed. */
export interface FileStore {
  readonly put: (territory: TerritoryId, bytes: Uint8Array) => Promise<{ readonly hash: string; readonly size: number }>;
  /** The bytes, or `undefined` when they are missing or damaged. */
  readonly get: (territory: TerritoryId, hash: string) => Promise<Uint8Array | undefined>;
}

export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export function folderFileStore(folder: string): FileStore {
  const place = (territory: TerritoryId, hash: string): string => join(folder, territory, hash.slice(0, 2), hash);
  return {
    put: async (territory, bytes) => {
      const hash = hashOf(bytes);
      const path = place(territory, hash);
      const known = await stat(path).catch(() => undefined);
      if (known === undefined) {
        await mkdir(join(path, ".."), { recursive: true });
        // Written aside, flushed, then renamed: a power cut leaves the whole file or none.
        const aside = `${path}.${process.pid}`;
        const handle = await open(aside, "w");
        await handle.writeFile(bytes);
        await handle.sync();
        await handle.close();
        await rename(aside, path);
      }
      return { hash, size: bytes.byteLength };
    },
    get: async (territory, hash) => {
      const bytes = await readFile(place(territory, hash)).catch(() => undefined);
      return bytes !== undefined && hashOf(bytes) === hash ? bytes : undefined;
    },
  };
}
