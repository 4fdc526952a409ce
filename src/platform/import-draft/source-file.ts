import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";

/** A file wherever it is: sent by a browser, kept, or on a disk. */
export interface SourceFile {
  readonly name: string;
  readonly size: number;
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

export const isSourceFile = (value: unknown): value is SourceFile =>
  typeof value === "object" && value !== null && "pieces" in value && "name" in value && "size" in value;

/** A file that a browser sent. */
export const sentFile = (file: File): SourceFile => ({ name: file.name, size: file.size, pieces: () => piecesOf(file) });

async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

/** The first bytes of a file: enough to say what it is. */
export async function headOf(file: SourceFile, length: number): Promise<Uint8Array> {
  const head: number[] = [];
  for await (const chunk of file.pieces()) {
    head.push(...chunk.subarray(0, length - head.length));
    if (head.length >= length) break;
  }
  return Uint8Array.from(head);
}

/** The whole file, for the formats that are not read piece by piece. */
export async function bytesOf(file: SourceFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The text of a file, piece by piece: UTF-8, what Excel for Windows writes from where it is not, UTF-16 when the file says so. */
export async function* textOf(file: SourceFile): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of file.pieces()) {
    decoder ??= decoderOf(chunk);
    try {
      yield decoder.decode(chunk, { stream: true });
    } catch {
      decoder = new TextDecoder("windows-1252");
      yield decoder.decode(chunk, { stream: true });
    }
  }
}

function decoderOf([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le");
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be");
  return new TextDecoder("utf-8", { fatal: true });
}

/** A file on the disk of whoever types a command; `null` where there is none. */
export async function fileAt(path: string): Promise<SourceFile | null> {
  const known = await stat(path).catch(() => undefined);
  if (known === undefined || !known.isFile()) return null;
  return { name: basename(path), size: known.size, pieces: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}
