import type { Context } from "hono";
import type { Identity } from "../../../platform/identity/identity.ts";
import type { Runtime } from "../../../platform/use-case.ts";
import type { InstanceEnv } from "../../../platform/http/visit.ts";

export type Ask = Context<InstanceEnv>;

/** What the pages of the doors are built on. */
export interface Doors {
  readonly runtime: Runtime;
  readonly identity: Identity;
  readonly demo: boolean;
  /** Mails stay on this machine: the demonstration shows them. */
  readonly mailStays: boolean;
  /** The network that a request comes from; `null` where it can't be known, and on this machine. */
  readonly networkOf: (c: Context) => string | null;
}

export const setCookies = (c: Ask, cookies: readonly string[]): void => {
  for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
};

/** Pages that say who someone is stay in no cache. */
export const uncached = (c: Ask): void => c.header("cache-control", "no-store");
