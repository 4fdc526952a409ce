import { createHash } from "node:crypto";
import { unzipSync, Zip, ZipDeflate, zipSync, type Zippable } from "fflate";
import { z } from "zod";

export interface ArchiveEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file of an archive that holds a value as indented JSON. */
export const jsonEntry = (path: string, value: unknown): ArchiveEntry => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`),
});

/** A file of an archive that holds many values, one a line. */
export const jsonLinesEntry = (path: string, values: readonly unknown[]): ArchiveEntry => ({
  path,
  bytes: new TextEncoder().encode(values.map((each) => `${JSON.stringify(each)}\n`).join("")),
});

/** What is wrong with an archive, each problem with the path it concerns. */
export type ArchiveProblem =
  | { readonly kind: "not-an-archive" | "no-manifest" | "too-large" }
  | { readonly kind: "unsafe-path" | "repeated" | "missing" | "extra" | "altered"; readonly path: string };

export type OpenedArchive =
  | { readonly kind: "opened"; readonly entries: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: "refused"; readonly problems: readonly ArchiveProblem[] };

const MANIFEST = "manifest.json";
// ZIP knows no time zone: a date built from local parts is written the same everywhere, so that the same entries give the same bytes.
const MTIME = new Date(2000, 0, 1);

const Manifest = z.object({
  format: z.literal("maillage-archive"),
  version: z.literal(1),
  entries: z.array(
    z.object({ path: z.string(), size: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});
type Manifest = z.infer<typeof Manifest>;

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

// eslint-disable-next-line no-control-regex -- no file is named with them
const foreign = /[\u0000-\u001F\u007F\\:*?"<>|]/;

/** A path within a folder, that can lead nowhere else on any system. */
export function isSafePath(path: string): boolean {
  const parts = path.split("/");
  return (
    path.length <= 400 &&
    !foreign.test(path) &&
    path.isWellFormed() &&
    parts.every((part) => !["", ".", "..", "__proto__"].includes(part))
  );
}

/** The archive, piece by piece as its entries come: one entry is held in memory at a time. Its manifest comes last. */
export async function* streamArchive(entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const add = ({ path, bytes }: ArchiveEntry): void => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = MTIME;
    zip.add(file);
    file.push(bytes, true);
  };
  const held = new Map<string, Manifest["entries"][number]>();
  for await (const entry of entries) {
    if (!isSafePath(entry.path) || entry.path === MANIFEST) throw new Error(`"${entry.path}" can't name a file of an archive.`);
    if (held.has(entry.path)) throw new Error(`"${entry.path}" is twice in the archive.`);
    held.set(entry.path, { path: entry.path, size: entry.bytes.length, sha256: sha256(entry.bytes) });
    add(entry);
    yield* ready.splice(0);
  }
  const manifest: Manifest = { format: "maillage-archive", version: 1, entries: [...held.values()] };
  add({ path: MANIFEST, bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`) });
  zip.end();
  yield* ready.splice(0);
}

/** The whole archive at once. */
export async function createArchive(entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of streamArchive(entries)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What an archive may become once opened: a small file can hide gigabytes. */
export const archiveLimits = { openedBytes: 2 ** 31 - 1, entries: 200_000 } as const;

/**
 * Opens an archive only when all of it is right: every path stays within, every file that the manifest names is there with its own
 * hash, and nothing else is. Otherwise every problem found is told, and nothing is given.
 */
export function openArchive(
  bytes: Uint8Array,
  limits: { readonly openedBytes: number; readonly entries: number } = archiveLimits,
): OpenedArchive {
  const files = unzip(bytes, limits);
  if (!(files instanceof Map)) return { kind: "refused", problems: files };
  const manifest = readManifest(files.get(MANIFEST));
  if (manifest === null) return { kind: "refused", problems: [{ kind: "no-manifest" }] };
  files.delete(MANIFEST);
  const problems = differences(manifest, files);
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "opened", entries: files };
}

function unzip(
  bytes: Uint8Array,
  limits: { readonly openedBytes: number; readonly entries: number },
): Map<string, Uint8Array> | readonly ArchiveProblem[] {
  const seen = new Set<string>();
  const problems: ArchiveProblem[] = [];
  let opened = 0;
  try {
    // A first look at the table of contents alone: nothing is opened before all of it is bearable.
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        // No deflated byte becomes more than 1,032: a size that says so is a damaged one, and would be reserved in memory.
        if (originalSize > size * 1_032 + 1_024) problems.push({ kind: "altered", path: name });
        if (!isSafePath(name)) problems.push({ kind: "unsafe-path", path: name });
        if (seen.has(name)) problems.push({ kind: "repeated", path: name });
        seen.add(name);
        opened += originalSize;
        return false;
      },
    });
    if (opened > limits.openedBytes || seen.size > limits.entries) return [{ kind: "too-large" }];
    return problems.length > 0 ? problems : new Map(Object.entries(unzipSync(bytes)));
  } catch {
    return [{ kind: "not-an-archive" }];
  }
}

function readManifest(bytes: Uint8Array | undefined): Manifest | null {
  if (bytes === undefined) return null;
  try {
    return Manifest.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

function differences(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): readonly ArchiveProblem[] {
  const named = new Set(manifest.entries.map(({ path }) => path));
  const extra = [...files.keys()].filter((path) => !named.has(path)).map((path) => ({ kind: "extra", path }) as const);
  const wrong = manifest.entries.flatMap(({ path, size, sha256: expected }): readonly ArchiveProblem[] => {
    const bytes = files.get(path);
    if (bytes === undefined) return [{ kind: "missing", path }];
    return bytes.length === size && sha256(bytes) === expected ? [] : [{ kind: "altered", path }];
  });
  return [...wrong, ...extra];
}

/** A plain ZIP of a few files, for someone to open with whatever they have. */
export function zipFiles(entries: readonly ArchiveEntry[]): Uint8Array {
  const files = new Map<string, Uint8Array>();
  for (const { path, bytes } of entries) {
    if (!isSafePath(path) || files.has(path)) throw new Error(`"${path}" can't name a file here.`);
    files.set(path, bytes);
  }
  const zippable: Zippable = Object.fromEntries(files);
  return zipSync(zippable, { level: 6, mtime: MTIME });
}
