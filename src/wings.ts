import type { Hono } from "hono";
import type { InstanceEnv, TerritoryEnv } from "./platform/http/visit.ts";

/** The pages of each wing, in the order in which addresses are tried. */
export const wings: {
  readonly instancePages: readonly (() => Hono<InstanceEnv>)[];
  readonly territoryPages: readonly (() => Hono<TerritoryEnv>)[];
} = {
  instancePages: [],
  territoryPages: [],
};
