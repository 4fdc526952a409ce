import { crc32 as ofZlib } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32 } from "./crc32.ts";

test("The check of bytes is that of zlib, wherever they begin", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 9 }), (bytes, from) => {
      expect(crc32(bytes.subarray(from))).toBe(ofZlib(bytes.subarray(from)));
    }),
    { numRuns: 1_000 },
  );
});

test("The check of nine digits is the one of the standard", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcb_f4_39_26);
});
