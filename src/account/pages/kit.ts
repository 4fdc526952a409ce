import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { Identity } from "../../platform/identity/identity.ts";
import { networkOf } from "../../platform/identity/rules.ts";
import type { Runtime } from "../../platform/action.ts";
import type { InstanceEnv } from "../../platform/http/visit.ts";

export type Ask = Context<InstanceEnv>;

/** What the pages of the doors are built on. */
export interface Doors {
  readonly runtime: Runtime;
  readonly identity: Identity;
  readonly demo: boolean;
  /** Mails stay on this machine: the demonstration shows them. */
  readonly mailStays: boolean;
  readonly behindProxy: boolean;
}

export const setCookies = (c: Ask, cookies: readonly string[]): void => {
  for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
};

/** Pages that say who someone is stay in no cache. */
export const uncached = (c: Ask): void => c.header("cache-control", "no-store");

/** The network that a request comes from, as far as it can be known. */
export function networkOfVisitor(c: Ask, behindProxy: boolean): string | null {
  if (behindProxy) return networkOf(c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim());
  // A page asked in a test has no connection.
  return typeof c.env === "object" && c.env !== null && "incoming" in c.env ? networkOf(getConnInfo(c).remote.address) : null;
}
