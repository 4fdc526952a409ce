import { createHmac } from "node:crypto";
import { serializeSignedCookie } from "better-call";
import { describe, expect, test } from "vitest";
import { signedToken } from "./session-token.ts";

const secret = "s".repeat(48);
const name = "maillage.session_token";
/** What a browser sends back of the cookie that the library sets. */
const signed = async (token: string, by = secret) =>
  (await serializeSignedCookie(name, token, by)).slice(name.length + 1).split(";", 1)[0] ?? "";
const cookies = (value: string) => `lang=fr; ${name}=${value}; appearance=dark`;

describe("the token of a session", () => {
  test.each(["abc", "a.b.c", "jeton", "0".repeat(32)])("%s is read from the cookie that the library signs", async (token) => {
    expect(signedToken(cookies(await signed(token)), name, secret)).toBe(token);
  });

  test("is none where the cookie is not signed, signed by another, cut, changed, under another name or absent", async () => {
    const good = await signed("jeton");
    const other = await signed("jeton", "t".repeat(48));
    const swapped = `autre.${createHmac("sha256", secret).update("jeton").digest("base64")}`;
    const bad = ["jeton", "jeton.", ".", "", other, good.slice(0, -6), encodeURIComponent(swapped), "%E0%A4%A"];
    expect(bad.map((value) => signedToken(cookies(value), name, secret))).toEqual(bad.map(() => null));
    expect(signedToken(cookies(good), "__Secure-maillage.session_token", secret)).toBeNull();
    expect(signedToken(null, name, secret)).toBeNull();
  });
});
