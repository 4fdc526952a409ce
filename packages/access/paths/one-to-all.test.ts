import fc from "fast-check";
import { expect, test } from "vitest";
import { dijkstra, type Access } from "./dijkstra.ts";
import { costOf, graphOf } from "./graph.ts";
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

test("A sweep says it across a crossing that would need more shortcuts than any other waits for", () => {
  // 300 one-way streets lead to a crossing, 300 leave it: 90,000 shortcuts if it had its turn first.
  const streets = Array.from({ length: 300 }, (_, street) => street);
  const crossing = 600;
  const graph = graphOf(601, {
    tail: [...streets, ...streets.map(() => crossing)],
    head: [...streets.map(() => crossing), ...streets.map((street) => 300 + street)],
    cost: [...streets, ...streets].map((street) => costOf(10 + street, street)),
  });
  const from = oneToAll(hierarchyOf(graph));
  for (const node of [0, 299, 300, crossing])
    expect(from([{ node, cost: 0 }])).toEqual(dijkstra(graph, [{ node, cost: 0 }]).cost);
});
