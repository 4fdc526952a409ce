import fc from "fast-check";
import { expect, test } from "vitest";
import { graphOf } from "./graph.ts";
import { decodeHierarchy, encodeHierarchy } from "./hierarchy-file.ts";
import { hierarchyOf, prepare } from "./hierarchy.ts";

const square = hierarchyOf(graphOf(4, { tail: [0, 1, 2, 3, 0], head: [1, 2, 3, 0, 2], cost: [5, 3, 4, 1, 9] }));

test("a hierarchy comes back from its file as it was, for the network it was made of", () => {
  const bytes = encodeHierarchy(square, "a1b2");
  expect(decodeHierarchy(bytes, "a1b2")).toEqual(square);
  expect(decodeHierarchy(bytes, "c3d4")).toBeUndefined();
});

test("what is empty, cut or changed is no hierarchy", () => {
  const bytes = encodeHierarchy(square, "a1b2");
  for (let length = 0; length < bytes.length; length++)
    expect(decodeHierarchy(bytes.subarray(0, length), "a1b2"), `${length} bytes`).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ change;
      // The few bytes between lists mean nothing.
      expect([undefined, square]).toContainEqual(decodeHierarchy(damaged, "a1b2"));
    }),
  );
});

test("a preparation that is stopped says so", () => {
  const graph = graphOf(4, { tail: [0, 1, 2, 3, 0], head: [1, 2, 3, 0, 2], cost: [5, 3, 4, 1, 9] });
  expect(prepare(graph, { stopped: () => true })).toEqual({ kind: "stopped" });
  expect(prepare(graph, {})).toEqual({ kind: "done", hierarchy: square });
});
