import type { Graph } from "./graph.ts";
import { NodeQueue } from "./queue.ts";

/** A node where a point meets the graph, and what it costs to go from one to the other, as `costOf` says. */
export interface Access {
  readonly node: number;
  readonly cost: number;
}

/** The least cost of each node from the starts. */
export interface Tree {
  /** `Infinity` where no way leads. */
  readonly cost: Float64Array;
  /** The node before, on a best way; -1 at a start, and where no way leads. */
  readonly before: Int32Array;
}

/** A best way, and the nodes it goes through, both ends included. */
export interface Way {
  readonly cost: number;
  readonly nodes: readonly number[];
}

/**
 * Checks where a point meets the graph.
 *
 * @throws RangeError when a node does not exist, or a cost is not whole, or negative.
 */
export function checkedAccess(nodes: number, access: readonly Access[]): void {
  for (const { node, cost } of access)
    if (!Number.isInteger(node) || node < 0 || node >= nodes || !Number.isSafeInteger(cost) || cost < 0)
      throw new RangeError(
        `Node ${node} can't be met for ${cost}: there are ${nodes} nodes, from 0, and a cost is whole, 0 or more.`,
      );
}

/**
 * The best ways from a point to all nodes (Dijkstra 1959): what every other search here is compared with.
 *
 * @throws RangeError as `checkedAccess`.
 */
export function dijkstra(graph: Graph, starts: readonly Access[]): Tree {
  return search(graph, starts, () => false);
}

/**
 * The best way from a point to another, `undefined` when there is none.
 *
 * @throws RangeError as `checkedAccess`.
 */
export function bestWay(graph: Graph, starts: readonly Access[], ends: readonly Access[]): Way | undefined {
  checkedAccess(graph.nodes, ends);
  const leaving = new Map<number, number>();
  for (const { node, cost } of ends) leaving.set(node, Math.min(cost, leaving.get(node) ?? Infinity));
  let best = Infinity;
  let last = -1;
  const { before } = search(graph, starts, (node, cost) => {
    const whole = cost + (leaving.get(node) ?? Infinity);
    if (whole < best) {
      best = whole;
      last = node;
    }
    return cost >= best;
  });
  if (last < 0) return undefined;
  const nodes: number[] = [];
  for (let node = last; node >= 0; node = before[node] ?? -1) nodes.push(node);
  return { cost: best, nodes: nodes.reverse() };
}

function search(graph: Graph, starts: readonly Access[], isEnough: (node: number, cost: number) => boolean): Tree {
  checkedAccess(graph.nodes, starts);
  const queue = new NodeQueue(graph.nodes);
  const cost = queue.keys;
  const before = new Int32Array(graph.nodes).fill(-1);
  for (const start of starts) if (start.cost < (cost[start.node] ?? 0)) queue.push(start.node, start.cost);
  while (queue.size > 0) {
    const node = queue.pop();
    const paid = cost[node] ?? 0;
    if (isEnough(node, paid)) break;
    const end = graph.starts[node + 1] ?? 0;
    for (let arc = graph.starts[node] ?? 0; arc < end; arc++) {
      const head = graph.heads[arc] ?? 0;
      const through = paid + (graph.cost[arc] ?? 0);
      if (through >= (cost[head] ?? 0)) continue;
      before[head] = node;
      queue.push(head, through);
    }
  }
  return { cost, before };
}
