import { createHmac, timingSafeEqual } from "node:crypto";
import { parse } from "hono/utils/cookie";

/** The token that a signed cookie carries, if it was signed with this secret: the same answer as better-auth's own reading of it. */
export function signedToken(cookies: string | null, name: string, secret: string): string | null {
  const value = parse(cookies ?? "", name)[name] ?? "";
  const end = value.lastIndexOf(".");
  if (end < 1) return null;
  const token = value.slice(0, end);
  const given = Buffer.from(value.slice(end + 1), "base64");
  const right = createHmac("sha256", secret).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}
