import type { MiddlewareHandler } from "hono";
import type { Clock } from "../clock.ts";
import { keepAnswer, type KeptAnswer } from "../kept/kept-answer.ts";
import { kept } from "../kept/kept.ts";
import type { InstanceEnv } from "./visit.ts";

const pagesAtMost = 500;

/**
 * Keeps whole the pages of a territory that a passer-by was shown, for the next one who asks for the same: under the same name of the
 * server, in the same language and theme, in the same minute, and before anything is written. A passer-by is who brings no session, good
 * or not: what is kept was made for nobody.
 */
export function keepPages({ clock }: { readonly clock: Clock }): MiddlewareHandler<InstanceEnv> {
  const pages = kept<{ page?: KeptAnswer }>(pagesAtMost);
  return async (c, next) => {
    const { visit, place, session } = c.var;
    if (c.req.method !== "GET" || place === null || session !== "none" || visit.flash !== null) return next();
    const minute = Math.floor(clock.now().getTime() / 60_000);
    const served = ["host", "x-forwarded-host", "x-forwarded-proto"].map((name) => c.req.header(name));
    const key = JSON.stringify([place.state.version, served, visit.address, visit.lang, visit.theme, minute]);
    const found = pages(key, () => ({}));
    if (found.page === undefined) {
      await next();
      const { status, headers } = c.res;
      const isPage = headers.get("content-type")?.startsWith("text/html") === true;
      const isOnes = headers.has("set-cookie") || headers.get("cache-control")?.includes("no-store") === true;
      if (status !== 200 || !isPage || isOnes) return undefined;
      found.page = await keepAnswer(c.res);
    }
    c.set("kept", found.page);
    c.res = undefined;
    c.res = new Response(null, { headers: found.page.headers });
    return undefined;
  };
}
