import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { decide, type Right } from "../../../../platform/rights.ts";
import { show } from "../../../../ui/show.tsx";
import { readFiche, type Fiche } from "./fiche-read.ts";

type C = Context<TerritoryEnv>;

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
