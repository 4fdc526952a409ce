import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { impassable, type Network } from "../network/network.ts";
import { bestWay, dijkstra } from "./dijkstra.ts";
import { costOf, decimetresOf, graphOf, graphOfNetwork, reversed, tenthsOf, type Graph } from "./graph.ts";
import { anyGraph } from "./graph.fixture.ts";

/** Bellman and Ford: as many rounds as nodes, no queue. */
function byRounds(graph: Graph, from: number): number[] {
  const cost = Array.from({ length: graph.nodes }, (_, node) => (node === from ? 0 : Infinity));
  for (let round = 0; round < graph.nodes; round++)
    for (let node = 0; node < graph.nodes; node++)
      for (let arc = graph.starts[node]!; arc < graph.starts[node + 1]!; arc++)
        cost[graph.heads[arc]!] = Math.min(cost[graph.heads[arc]!]!, cost[node]! + graph.cost[arc]!);
  return cost;
}

describe("a cost", () => {
  test("gives back its time and length, also in a sum", () => {
    const sum = costOf(600, 12_000) + costOf(1, 60_000_000);
    expect([tenthsOf(sum), decimetresOf(sum)]).toEqual([601, 60_012_000]);
  });

  test("puts a tenth of a second above any length", () => {
    expect(costOf(1, 0)).toBeGreaterThan(costOf(0, 2 ** 26 - 1));
  });

  test.each([
    [-1, 0],
    [0.5, 0],
    [2 ** 27, 0],
    [0, -1],
    [0, 2 ** 26],
    [0, Number.NaN],
  ])("refuses %d tenths and %d decimetres", (tenths, decimetres) => {
    expect(() => costOf(tenths, decimetres)).toThrow(RangeError);
  });
});

describe("a graph", () => {
  test("refuses an arc that leads nowhere, or whose cost is not whole", () => {
    expect(() => graphOf(2, { tail: [0], head: [2], cost: [1] })).toThrow("Arc 0 goes from 0 to 2");
    expect(() => graphOf(2, { tail: [0], head: [1], cost: [0.5] })).toThrow("Arc 0 costs 0.5");
    expect(() => graphOf(2, { tail: [0, 1], head: [1], cost: [1] })).toThrow("2, 1 and 1 places");
  });

  test("of a network has an arc each way that someone may take", () => {
    const network: Network = {
      profile: "car",
      walkSpeed: 5,
      nodeLon: new Int32Array(3),
      nodeLat: new Int32Array(3),
      from: Uint32Array.of(0, 1),
      to: Uint32Array.of(1, 2),
      length: Uint32Array.of(100, 200),
      forward: Uint32Array.of(10, 20),
      backward: Uint32Array.of(30, impassable),
      shapeStarts: new Uint32Array(3),
      shapeLon: new Int32Array(),
      shapeLat: new Int32Array(),
      original: Uint32Array.of(0, 1),
      way: Float64Array.of(1, 2),
    };
    const graph = graphOfNetwork(network);
    expect(dijkstra(graph, [{ node: 0, cost: 0 }]).cost).toEqual(Float64Array.of(0, costOf(10, 100), costOf(30, 300)));
    expect(dijkstra(graph, [{ node: 2, cost: 0 }]).cost).toEqual(Float64Array.of(Infinity, Infinity, 0));
    expect(bestWay(graph, [{ node: 1, cost: 0 }], [{ node: 0, cost: 0 }])?.cost).toBe(costOf(30, 100));
  });
});

describe("Dijkstra's search", () => {
  test("finds what rounds of relaxation find, from every node", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        for (let node = 0; node < graph.nodes; node++)
          expect([...dijkstra(graph, [{ node, cost: 0 }]).cost]).toEqual(byRounds(graph, node));
      }),
      { numRuns: 200 },
    );
  });

  test("takes as long backwards, on the reversed graph", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const there = dijkstra(graph, [{ node: 0, cost: 0 }]).cost;
        for (let node = 0; node < graph.nodes; node++)
          expect(dijkstra(reversed(graph), [{ node, cost: 0 }]).cost[0]).toBe(there[node]);
      }),
    );
  });

  test("gives a way whose arcs exist and add up, from the better of two starts to the better of two ends", () => {
    fc.assert(
      fc.property(anyGraph, fc.array(fc.nat({ max: 20 }), { minLength: 4, maxLength: 4 }), (graph, costs) => {
        const last = graph.nodes - 1;
        const starts = [
          { node: 0, cost: costs[0]! },
          { node: last >> 1, cost: costs[1]! },
        ];
        const ends = [
          { node: last, cost: costs[2]! },
          { node: last >> 2, cost: costs[3]! },
        ];
        const { cost } = dijkstra(graph, starts);
        const least = Math.min(...ends.map((end) => cost[end.node]! + end.cost));
        const way = bestWay(graph, starts, ends);
        expect(way?.cost ?? Infinity).toBe(least);
        if (way === undefined) return;
        const { nodes } = way;
        let paid = Math.min(...starts.filter(({ node }) => node === nodes[0]).map((start) => start.cost));
        for (let step = 1; step < nodes.length; step++) {
          const range = [graph.starts[nodes[step - 1]!]!, graph.starts[nodes[step - 1]! + 1]!] as const;
          const arcs = [...graph.cost.subarray(...range)].filter((_, arc) => graph.heads[range[0] + arc] === nodes[step]);
          paid += Math.min(...arcs);
        }
        expect(paid + Math.min(...ends.filter(({ node }) => node === nodes.at(-1)).map((end) => end.cost))).toBe(least);
      }),
    );
  });

  test("refuses a start that is not in the graph", () => {
    const graph = graphOf(1, { tail: [], head: [], cost: [] });
    expect(() => dijkstra(graph, [{ node: 1, cost: 0 }])).toThrow("Node 1 can't be met");
    expect(() => bestWay(graph, [{ node: 0, cost: 0 }], [{ node: 0, cost: -1 }])).toThrow(RangeError);
  });
});
