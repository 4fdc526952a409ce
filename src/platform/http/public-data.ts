import type { Context, MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { rateLimiter } from "hono-rate-limiter";

/** How much one network may ask of the public data, in one process: enough for any reader, not for a flood. */
export const publicLimit = { requests: 300, seconds: 60 } as const;

/** Public data may be read by a page of any site: without cookies, and for reading only. */
export const openToAnySite = (): MiddlewareHandler =>
  cors({
    origin: "*",
    allowMethods: ["GET", "HEAD"],
    exposeHeaders: ["ETag", "Link", "Retry-After", "RateLimit", "RateLimit-Policy"],
  });

/** Refuses, in a sentence, a network that asks more than the others can wait for. Visitors of this machine are not counted. */
export const limited = (networkOf: (c: Context) => string | null): MiddlewareHandler =>
  rateLimiter({
    windowMs: publicLimit.seconds * 1_000,
    limit: publicLimit.requests,
    standardHeaders: "draft-7",
    keyGenerator: (c) => networkOf(c) ?? "",
    skip: (c) => networkOf(c) === null,
    handler: (c) =>
      c.json(
        {
          error: `Trop de demandes en peu de temps : ${publicLimit.requests} par minute au plus. Attendez ${c.res.headers.get("Retry-After") ?? String(publicLimit.seconds)} secondes, ou prenez le fichier entier.`,
        },
        429,
      ),
  });
