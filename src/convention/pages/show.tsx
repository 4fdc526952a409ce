import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { TerritoryEnv } from "../../platform/http/visit.ts";
import type { Right } from "../../platform/rights.ts";
import { MissingPage } from "../../ui/missing-page.tsx";
import { RefusedPage } from "../../ui/refused-page.tsx";
import type { ConventionSubject } from "../rights.ts";
import { readConvention, type Found, type OpenConvention } from "./read.ts";

export type C = Context<TerritoryEnv>;

/** Shows what was found; says who has the key, or that nothing is there. */
export async function show<Value>(
  c: C,
  found: Found<Value>,
  page: (value: Value) => Child | Response | Promise<Child | Response>,
): Promise<Response> {
  if (found.kind === "missing") return c.html(<MissingPage visit={c.var.visit} />, 404);
  if (found.kind === "refused") return c.html(<RefusedPage visit={c.var.visit} door={found.door} />, 403);
  const shown = await page(found.value);
  return shown instanceof Response ? shown : c.html(<>{shown}</>);
}

/** Shows a page about the convention of the address to those who have a right on it. */
export const showConvention = async (
  c: C,
  right: Right<ConventionSubject>,
  page: (opened: OpenConvention) => Child | Response | Promise<Child | Response>,
): Promise<Response> => show(c, await readConvention(c.var.visit, c.req.param("id") ?? "", right), page);
