import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { TerritoryId } from "../model.ts";

/** Where the bytes of files live. They are named by their SHA-256: the same file is kept once, and a damaged one is noticed. */
export interface FileStore {
  readonly put: (territory: TerritoryId, bytes: Uint8Array) => Promise<{ readonly hash: string; readonly size: number }>;
  /** The bytes, or `undefined` when they are missing or damaged. */
  readonly get: (territory: TerritoryId, hash: string) => Promise<Uint8Array | undefined>;
  /** As `put`, for what is too large to be held whole. */
  readonly putStream: (
    territory: TerritoryId,
    bytes: AsyncIterable<Uint8Array>,
  ) => Promise<{ readonly hash: string; readonly size: number }>;
  /** As `get`, piece by piece; a damaged file ends in an error, so that nothing made of it is kept. */
  readonly read: (territory: TerritoryId, hash: string) => AsyncIterable<Uint8Array>;
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
    putStream: async (territory, bytes) => {
      await mkdir(join(folder, territory), { recursive: true });
      const aside = join(folder, territory, `${randomUUID()}.aside`);
      const digest = createHash("sha256");
      let size = 0;
      const handle = await open(aside, "w");
      try {
        for await (const piece of bytes) {
          digest.update(piece);
          size += piece.byteLength;
          await handle.write(piece);
        }
        await handle.sync();
        const hash = digest.digest("hex");
        const path = place(territory, hash);
        await mkdir(join(path, ".."), { recursive: true });
        await rename(aside, path);
        return { hash, size };
      } finally {
        await handle.close();
        await rm(aside, { force: true });
      }
    },
    read: async function* (territory, hash) {
      const digest = createHash("sha256");
      const pieces: AsyncIterable<Uint8Array> = createReadStream(place(territory, hash), { highWaterMark: 256 * 1024 });
      for await (const piece of pieces) {
        digest.update(piece);
        yield piece;
      }
      if (digest.digest("hex") !== hash) throw new Error(`the file ${hash} is damaged`);
    },
  };
}
