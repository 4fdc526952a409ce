import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Context, MiddlewareHandler } from "hono";
import { tagOf } from "../kept/kept-answer.ts";
import type { InstanceEnv } from "./visit.ts";

type Env = { Variables: Partial<InstanceEnv["Variables"]> };

const compressible = /^(?:text\/|application\/(?:json|javascript|geo\+json|atom\+xml|rss\+xml|xml)|image\/svg)/;
const worthIt = 1_000;

const codings = {
  br: (bytes: Uint8Array, level: number) =>
    brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: level, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
    }),
  gzip: (bytes: Uint8Array, level: number) => gzipSync(bytes, { level }),
} as const;

/** What is sent once is compressed at once; what is kept is compressed better, once. */
const levels = { once: 1, kept: 5 } as const;

/** What a browser takes, the smallest first. */
function codingOf(c: Context<Env>): keyof typeof codings | null {
  const taken = new Map(
    (c.req.header("accept-encoding") ?? "").split(",").map((each) => {
      const [name = "", quality = "1"] = each.split(/\s*;\s*q\s*=\s*/i);
      return [name.trim().toLowerCase(), Number(quality) > 0];
    }),
  );
  return taken.get("br") === true ? "br" : taken.get("gzip") === true ? "gzip" : null;
}

/**
 * Sends answers as small as the browser takes them, and pages not at all to one that has them already: a page is asked for again before it
 * is shown, under the tag of its text.
 */
export const lightAnswers = (): MiddlewareHandler<Env> => async (c, next) => {
  await next();
  const { kept } = c.var;
  const type = c.res.headers.get("content-type") ?? "";
  if (c.res.status !== 200 || c.req.method !== "GET" || c.res.headers.has("content-encoding") || !compressible.test(type)) return;
  const bytes = kept?.bytes ?? new Uint8Array(await c.res.arrayBuffer());
  const headers = new Headers(c.res.headers);
  c.res = undefined;
  headers.append("Vary", "Accept-Encoding");
  if (type.startsWith("text/html") && headers.get("Cache-Control")?.includes("no-store") !== true) {
    const tag = kept?.tag ?? tagOf(bytes);
    headers.append("Vary", "Cookie, Accept-Language");
    headers.set("ETag", tag);
    if (
      c.req
        .header("if-none-match")
        ?.split(/\s*,\s*/)
        .includes(tag) === true
    ) {
      headers.delete("Content-Length");
      c.res = new Response(null, { status: 304, headers });
      return;
    }
  }
  const coding = bytes.byteLength < worthIt ? null : codingOf(c);
  if (coding === null) {
    c.res = new Response(new Uint8Array(bytes), { headers });
    return;
  }
  const body =
    kept === undefined ? codings[coding](bytes, levels.once) : (kept.compressed[coding] ??= codings[coding](bytes, levels.kept));
  headers.set("Content-Encoding", coding);
  headers.set("Content-Length", String(body.byteLength));
  // A tag of bytes is, once they are sent in others, a tag of what they say.
  const strong = headers.get("ETag");
  if (strong?.startsWith('"') === true) headers.set("ETag", `W/${strong}`);
  c.res = new Response(new Uint8Array(body), { headers });
};
