import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLocalPath, localPath } from "./rules.ts";
import { networkOf } from "../http/network.ts";

describe("the page to come back to", () => {
  it.each(["/", "/porte-des-vosges/plan?axis=2", "/a/b#c", "/%2F%2Fevil.example"])("takes %s", (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    "",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "evil",
    "/a\nb",
    "\\\\evil",
  ])("never leads elsewhere: %j", (path) => {
    expect(localPath(path)).toBe("/");
  });

  it("stays on the instance whatever is asked", () => {
    const origin = "https://ctg.example.fr";
    const nasty = fc
      .array(fc.constantFrom("/", "\\", "@", ":", ".", "evil.example", "\t", "%2f", "?", "#", "//", "..", "http:"), {
        maxLength: 8,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.string(), nasty, fc.webUrl()), (address) => {
        expect(new URL(localPath(address), origin).origin).toBe(origin);
        if (isLocalPath(address)) expect(address.startsWith("/")).toBe(true);
      }),
    );
  });
});

it("counts a network, not an address of it", () => {
  expect(networkOf("203.0.113.9")).toBe("203.0.113.9");
  expect(networkOf("::ffff:203.0.113.9")).toBe("203.0.113.9");
  expect(networkOf("2001:db8:1:2:aaaa::1")).toBe(networkOf("2001:0DB8:1:2:bbbb:cccc:dddd:2"));
  expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0");
  expect(networkOf("127.0.0.1")).toBeNull();
  expect(networkOf("::1")).toBeNull();
  expect(networkOf(undefined)).toBeNull();
});
