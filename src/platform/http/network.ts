import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** The network that a request comes from, as far as it can be known. */
export function networkOfVisitor(c: Context, behindProxy: boolean): string | null {
  if (behindProxy) return networkOf(c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim());
  // A page asked in a test has no connection.
  const env: unknown = c.env;
  return typeof env === "object" && env !== null && "incoming" in env ? networkOf(getConnInfo(c).remote.address) : null;
}

/** An IPv6 visitor holds a whole /64: counting each address of it would count nothing. Loopback is not a network. */
export function networkOf(ip: string | undefined): string | null {
  if (ip === undefined || ip === "") return null;
  const plain = ip.replace(/^::ffff:/i, "");
  if (plain === "::1" || plain.startsWith("127.")) return null;
  if (!plain.includes(":")) return plain;
  const [head = "", tail = ""] = plain.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === "" ? [] : tail.split(":");
  const groups = plain.includes("::")
    ? [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill("0"), ...last]
    : first;
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":");
}
