import { joined } from "./chunks.ts";

/** More came out than was allowed, or the bytes are not compressed as said. */
export class NotInflated extends Error {
  override readonly name = "NotInflated";
}

/**
 * Inflates bytes that hold a given length once inflated.
 *
 * @throws NotInflated as soon as more comes out than `length`, when less does, or when the bytes are damaged.
 */
export async function inflated(bytes: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array> {
  // Joined at the end: a length that lies costs no memory.
  const parts: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of inflatedChunks(once(bytes), "deflate")) {
    held += chunk.length;
    if (held > length) throw new NotInflated("More than was said");
    parts.push(chunk);
  }
  if (held < length) throw new NotInflated("Less than was said");
  return joined(parts, held);
}

/**
 * Inflates bytes as they come.
 *
 * @throws NotInflated when they are damaged or cut.
 */
export async function* inflatedChunks(
  source: AsyncIterable<Uint8Array<ArrayBuffer>>,
  format: "deflate" | "gzip",
): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  const broken: unknown[] = [];
  const fed = (async () => {
    for await (const chunk of source) await writer.write(chunk);
    await writer.close();
  })().catch(async (error: unknown) => {
    broken.push(error);
    await writer.abort(error).catch(() => undefined);
  });
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) break;
      yield next.value;
    }
  } catch {
    await fed;
    // What the source itself refused says more than what came of it; the stream's own complaints are TypeErrors.
    const [first] = broken;
    throw first instanceof Error && !(first instanceof TypeError) ? first : new NotInflated("Damaged");
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function* once(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield await Promise.resolve(bytes);
}
