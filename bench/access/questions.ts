import type { Access } from "../../packages/access/paths/dijkstra.ts";
import type { Graph } from "../../packages/access/paths/graph.ts";

/** Nodes far from each other, the same at each run. */
export const spread = (graph: Graph, count: number, step: number): readonly (readonly Access[])[] =>
  Array.from({ length: count }, (_, at) => [{ node: (at * step + 13) % graph.nodes, cost: 0 }]);

export const nodesOf = (places: readonly (readonly Access[])[]): readonly number[] =>
  places.flatMap((access) => access.map(({ node }) => node));

// Steps that share no factor with the sizes of the networks.
export const sourceStep = 39_595;
export const targetStep = 23_757;
