import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import type { Right } from "../../../../platform/rights.ts";
import { show } from "../../../../ui/show.tsx";
import type { ConventionSubject } from "../rights.ts";
import { readConvention, type OpenConvention } from "./read.ts";

export type C = Context<TerritoryEnv>;

/** Shows a page about the convention of the address to those who have a right on it. */
export const showConvention = async (
  c: C,
  right: Right<ConventionSubject>,
  page: (opened: OpenConvention) => Child | Response | Promise<Child | Response>,
): Promise<Response> => show(c, await readConvention(c.var.visit, c.req.param("id") ?? "", right), page);
