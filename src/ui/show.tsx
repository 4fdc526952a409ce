import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { TerritoryEnv } from "../platform/http/visit.ts";
import type { Door } from "../platform/rights.ts";
import { MissingPage } from "./missing-page.tsx";
import { RefusedPage } from "./refused-page.tsx";

/** What a page was asked about: there and open to this visitor, there and closed to them, or nowhere in this territory. */
export type Found<Value> =
  | { readonly kind: "found"; readonly value: Value }
  | { readonly kind: "refused"; readonly door: Door }
  | { readonly kind: "missing" };

/** Shows what was found; says who has the key, or that nothing is there. */
export async function show<Value>(
  c: Context<TerritoryEnv>,
  found: Found<Value>,
  page: (value: Value) => Child | Response | Promise<Child | Response>,
): Promise<Response> {
  if (found.kind === "missing") return c.html(<MissingPage visit={c.var.visit} />, 404);
  if (found.kind === "refused") return c.html(<RefusedPage visit={c.var.visit} door={found.door} />, 403);
  const shown = await page(found.value);
  return shown instanceof Response ? shown : c.html(<>{shown}</>);
}
