import { Tinypool } from "tinypool";
import { formatOf, Rendered, type Format } from "./formats.ts";
import type { Document } from "./model.ts";
import type { Drawing } from "./draw-document.ts";

// From the sources, beside this file; once built, this file is somewhere in dist/ and its neighbour is an entry of its own.
const isBuilt = !import.meta.url.endsWith(".ts");
const drawer = new URL(isBuilt ? "../server/draw-document.js" : "./draw-document.ts", import.meta.url);

/** What takes longer is lost: the next document must not wait behind it for ever. */
const LONGEST_MS = 180_000;

let pool: Tinypool | undefined;
/** One thread: a committee that takes its fiches keeps nobody else waiting, and the machine has other work to do. */
const thisPool = (): Tinypool =>
  (pool ??= new Tinypool({ filename: drawer.href, minThreads: 0, maxThreads: 1, idleTimeout: 60_000 }));

/** Writes a document in a format, beside the requests of others. The same outline gives the same bytes. */
export async function renderDocument(document: Document, format: Format): Promise<Rendered> {
  if (format === "html") {
    const { mediaType, extension } = formatOf(format);
    return { kind: "file", bytes: await (await import("./write-html.tsx")).writeHtml(document), mediaType, extension };
  }
  const drawing: Drawing = { document, format };
  // A thread answers with plain data, whose shape no compiler has seen.
  return Rendered.parse(await thisPool().run(drawing, { name: "drawDocument", signal: AbortSignal.timeout(LONGEST_MS) }));
}
