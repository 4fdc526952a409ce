import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { TerritoryEnv } from "../../platform/http/visit.ts";
import { decide, type Right } from "../../platform/rights.ts";
import { MissingPage } from "../../ui/missing-page.tsx";
import { RefusedPage } from "../../ui/refused-page.tsx";
import { readFiche, type Fiche, type Found } from "./fiche-read.ts";

type C = Context<TerritoryEnv>;

/** Shows what was found; says who has the key, or that nothing is there. */
export async function show<Value>(c: C, found: Found<Value>, page: (value: Value) => Child | Response): Promise<Response> {
  if (found.kind === "missing") return c.html(<MissingPage visit={c.var.visit} />, 404);
  if (found.kind === "refused") return c.html(<RefusedPage visit={c.var.visit} door={found.door} />, 403);
  const shown = page(found.value);
  return shown instanceof Response ? shown : c.html(<>{shown}</>);
}

/** Shows a page about the action of the address. */
export const showFiche = async (c: C, page: (fiche: Fiche) => Child | Response): Promise<Response> =>
  show(c, await readFiche(c.var.visit, c.req.param("id") ?? ""), page);

/** Shows a page about the action of the address to those who have a right on it. */
export const showFicheTo = async (
  c: C,
  right: Right<Fiche["subject"]>,
  page: (fiche: Fiche) => Child | Response,
): Promise<Response> => {
  const found = await readFiche(c.var.visit, c.req.param("id") ?? "");
  if (found.kind !== "found") return show(c, found, page);
  const decision = decide(right, c.var.visit.actor, found.value.subject);
  return show(c, decision.kind === "refused" ? decision : found, page);
};
