import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { kept } from "../kept/kept.ts";
import type { InstanceEnv } from "./visit.ts";

/** Who may show a page in a frame of theirs: nobody, but where a page says that everyone may. */
const everyone = "frame-ancestors *";

/** Lets anyone show this page in a frame. Only for what is public and does nothing: a page that acts could be pressed unseen. */
export function openToFrames(c: Context): void {
  c.header("Content-Security-Policy", everyone);
}

type Env = { Variables: Partial<InstanceEnv["Variables"]> };
const hashes = kept<string>(500);
const hashOf = (style: string): string => hashes(style, () => `'sha256-${createHash("sha256").update(style).digest("base64")}'`);

/**
 * What every answer says to the browser: nothing runs, frames or leaks that is not ours. `styleOf`: the one style that a page carries
 * itself. It is named by its hash: the same page says the same each time, and can be kept.
 */
export const securityHeaders =
  (styleOf: (c: Context<Env>) => string | null): MiddlewareHandler<Env> =>
  async (c, next) => {
    await next();
    const { headers } = c.res;
    const style = styleOf(c);
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      style === null ? "style-src 'self'" : `style-src 'self' ${hashOf(style)}`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-src 'self'",
      headers.get("Content-Security-Policy") === everyone ? everyone : "frame-ancestors 'none'",
      "manifest-src 'self'",
    ];
    headers.set("Content-Security-Policy", policy.join("; "));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), browsing-topics=()");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
  };

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that changes something comes from a page of ours. Browsers say it in `Sec-Fetch-Site`, and before
 * that in `Origin`; one that says neither is refused, for a form always says one of the two.
 */
export function comesFromHere(request: Request): boolean {
  if (safe.has(request.method)) return true;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  return origin !== null && origin !== "null" && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}
