import { impassable, type Network } from "../network/network.ts";
import { costOf } from "../paths/graph.ts";

/** Part of a journey that stays on one way of the map. */
export interface Stretch {
  readonly way: number;
  readonly tenths: number;
  readonly decimetres: number;
}

/** The ways gone by, from node to node; consecutive segments of one way make one stretch. */
export function stretches(network: Network, nodes: readonly number[]): readonly Stretch[] {
  const { from, to, forward, backward, length, way } = network;
  const steps = new Map(nodes.slice(1).map((node, at) => [key(nodes[at] ?? 0, node), { segment: -1, cost: Infinity }]));
  const offer = (tail: number, head: number, segment: number, tenths: number): void => {
    const step = steps.get(key(tail, head));
    if (step === undefined || tenths === impassable) return;
    const cost = costOf(tenths, length[segment] ?? 0);
    if (cost < step.cost) steps.set(key(tail, head), { segment, cost });
  };
  for (let segment = 0; segment < from.length; segment++) {
    const [start = 0, end = 0] = [from[segment], to[segment]];
    offer(start, end, segment, forward[segment] ?? impassable);
    offer(end, start, segment, backward[segment] ?? impassable);
  }
  const list: { way: number; tenths: number; decimetres: number }[] = [];
  for (const [at, node] of nodes.slice(1).entries()) {
    const tail = nodes[at] ?? 0;
    const { segment } = steps.get(key(tail, node)) ?? { segment: -1 };
    const tenths = Math.min(
      from[segment] === tail && to[segment] === node ? (forward[segment] ?? impassable) : impassable,
      to[segment] === tail && from[segment] === node ? (backward[segment] ?? impassable) : impassable,
    );
    const stretch = { way: way[segment] ?? 0, tenths, decimetres: length[segment] ?? 0 };
    const before = list.at(-1);
    if (before?.way !== stretch.way) list.push(stretch);
    else {
      before.tenths += stretch.tenths;
      before.decimetres += stretch.decimetres;
    }
  }
  return list;
}

const key = (tail: number, head: number): number => tail * 2 ** 26 + head;
