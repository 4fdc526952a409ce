import { createMiddleware } from "hono/factory";
import { rateLimiter } from "hono-rate-limiter";
import type { TerritoryEnv } from "../platform/http/visit.ts";
import { sentFields, TooManyPage } from "./held-form.tsx";

const minutes = 10;
/** A family never sends so many; a machine that fills the coordinator's list does. */
const formsAtMost = 20;

/** Slows down forms that anyone may send, by network: a passer-by waits, those who are signed in do not. */
export const slowDown = () => {
  const limit = rateLimiter<TerritoryEnv>({
    windowMs: minutes * 60_000,
    limit: formsAtMost,
    keyGenerator: (c) => c.var.network ?? "",
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the library answers with what comes back, whatever its type says
    handler: async (c) => c.html(<TooManyPage visit={c.var.visit} fields={(await sentFields(c)) ?? []} minutes={minutes} />, 429),
  });
  return createMiddleware<TerritoryEnv>(async (c, next) =>
    c.req.method !== "POST" || c.var.network === null || c.var.visit.account !== null ? next() : limit(c, next),
  );
};
