import fc from "fast-check";
import { expect, test } from "vitest";
import { dijkstra, type Access } from "./dijkstra.ts";
import { anyGraph, roads } from "./graph.fixture.ts";
import { hierarchyOf } from "./hierarchy.ts";
import { oneToAll } from "./one-to-all.ts";

test("A sweep says what a search says, from one source after the other, met at one node or two", () => {
  fc.assert(
    fc.property(anyGraph, fc.nat({ max: 2 ** 28 }), (graph, cost) => {
      const from = oneToAll(hierarchyOf(graph));
      for (let node = 0; node < graph.nodes; node++) {
        const source: Access[] = [{ node, cost: 0 }];
        expect(from(source)).toEqual(dijkstra(graph, source).cost);
        source.push({ node: graph.nodes - 1 - node, cost });
        expect(from(source)).toEqual(dijkstra(graph, source).cost);
      }
    }),
    { numRuns: 200 },
  );
});

test("A sweep says it on roads, and refuses a node that is not there", () => {
  const graph = roads(50, 30);
  const from = oneToAll(hierarchyOf(graph));
  for (const node of [0, 777, 1_499]) expect(from([{ node, cost: 5 }])).toEqual(dijkstra(graph, [{ node, cost: 5 }]).cost);
  expect(() => from([{ node: 1_500, cost: 0 }])).toThrow(RangeError);
});
