import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { networkOf } from "../identity/rules.ts";

/** The network that a request comes from, as far as it can be known. */
export function networkOfVisitor(c: Context, behindProxy: boolean): string | null {
  if (behindProxy) return networkOf(c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim());
  // A page asked in a test has no connection.
  const env: unknown = c.env;
  return typeof env === "object" && env !== null && "incoming" in env ? networkOf(getConnInfo(c).remote.address) : null;
}
