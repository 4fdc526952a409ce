import fc from "fast-check";
import { expect, test } from "vitest";
import { buildNetwork } from "./build.ts";
import { decodeNetwork, encodeNetwork, NetworkFileError } from "./file.ts";
import { mapOf } from "./map.fixture.ts";
import { car } from "./profiles/car.ts";

async function twoStreets() {
  const built = await buildNetwork(
    mapOf({
      points: { a: [0, 0], b: [500, 0], c: [1_000, 0], d: [500, 500], e: [1_000, 500] },
      ways: [
        ["abc", { highway: "residential" }],
        ["bed", { highway: "tertiary" }],
      ],
    }),
    car,
  );
  if (built.kind === "no-road") throw new Error("no road");
  return built.network;
}

test("a network comes back from its file as it was, wherever the bytes are", async () => {
  const network = await twoStreets();
  const bytes = encodeNetwork(network);
  expect(decodeNetwork(bytes)).toEqual(network);
  const beside = new Uint8Array(bytes.length + 3);
  beside.set(bytes, 3);
  expect(decodeNetwork(beside.subarray(3))).toEqual(network);
});

test("a file that is empty, cut, or something else, is refused", async () => {
  const bytes = encodeNetwork(await twoStreets());
  expect(() => decodeNetwork(new Uint8Array())).toThrow("n’est pas un réseau");
  expect(() => decodeNetwork(new TextEncoder().encode("<!doctype html><title>Introuvable</title>"))).toThrow(
    "n’est pas un réseau",
  );
  const future = bytes.slice();
  future[8] = 3;
  expect(() => decodeNetwork(future)).toThrow("la version 3");
  for (let length = 0; length < bytes.length; length++)
    expect(() => decodeNetwork(bytes.subarray(0, length)), `${length} bytes`).toThrow(NetworkFileError);
});

test("a file in which anything changed is refused", async () => {
  const bytes = encodeNetwork(await twoStreets());
  for (let at = 0; at < bytes.length; at++)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), (change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(() => decodeNetwork(damaged), `byte ${at}`).toThrow(NetworkFileError);
      }),
      { numRuns: 3 },
    );
});
