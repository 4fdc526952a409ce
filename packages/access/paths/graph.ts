import { impassable, type Network } from "../network/network.ts";
import { addUp } from "../storage/row-starts.ts";

/** A directed graph in compressed rows: the arcs that leave each node. */
export interface Graph {
  readonly nodes: number;
  /** `starts[v]` to `starts[v + 1]`: the arcs that leave `v`. Length `nodes + 1`. */
  readonly starts: Uint32Array;
  /** Where each arc leads, from 0. */
  readonly heads: Uint32Array;
  /** What each arc costs, as `costOf` says. */
  readonly cost: Float64Array;
}

/** Arcs in any order, one place each in three lists of the same length. */
export interface Arcs {
  readonly tail: ArrayLike<number>;
  readonly head: ArrayLike<number>;
  readonly cost: ArrayLike<number>;
}

// A sum has 26 bits of decimetres (6,700 km) and 27 of tenths of a second (155 days): whole numbers stay exact below 2^53.
const timeUnit = 2 ** 26;

/**
 * One whole number for a time and a length, such that the least sum is the quickest way and, among equals, the shortest. Sums are exact,
 * therefore the same in any order.
 *
 * @throws RangeError when a part is negative or not whole, the time is 2^27 tenths of a second or more, or the length 2^26 decimetres or more.
 */
export function costOf(tenths: number, decimetres: number): number {
  if (!isWholeBelow(tenths, 2 ** 27) || !isWholeBelow(decimetres, timeUnit))
    throw new RangeError(`${tenths} tenths of a second and ${decimetres} decimetres can't be held in one number.`);
  return tenths * timeUnit + decimetres;
}

const isWholeBelow = (value: number, limit: number): boolean => Number.isInteger(value) && value >= 0 && value < limit;

/** Tenths of a second in a cost. */
export const tenthsOf = (cost: number): number => Math.floor(cost / timeUnit);

// The remainder of a division would say the same, several times slower.
/** Decimetres in a cost. */
export const decimetresOf = (cost: number): number => cost - Math.floor(cost / timeUnit) * timeUnit;

/**
 * Puts arcs in rows, in the order of the list within a row. Parallel arcs and loops are kept.
 *
 * @throws RangeError when the lists differ in length, an arc names a node that does not exist, or its cost is not whole, or negative.
 */
export function graphOf(nodes: number, { tail, head, cost }: Arcs): Graph {
  const arcs = cost.length;
  if (tail.length !== arcs || head.length !== arcs)
    throw new RangeError(`The lists of arcs have ${tail.length}, ${head.length} and ${arcs} places.`);
  const starts = new Uint32Array(nodes + 1);
  for (let arc = 0; arc < arcs; arc++) {
    const [from = -1, to = -1, paid = -1] = [tail[arc], head[arc], cost[arc]];
    if (!isWholeBelow(from, nodes) || !isWholeBelow(to, nodes))
      throw new RangeError(`Arc ${arc} goes from ${from} to ${to}: there are ${nodes} nodes, from 0.`);
    if (!Number.isSafeInteger(paid) || paid < 0) throw new RangeError(`Arc ${arc} costs ${paid}: a cost is whole, 0 or more.`);
    starts[from + 1] = (starts[from + 1] ?? 0) + 1;
  }
  addUp(starts);
  const next = starts.slice(0, nodes);
  const heads = new Uint32Array(arcs);
  const costs = new Float64Array(arcs);
  for (let arc = 0; arc < arcs; arc++) {
    const from = tail[arc] ?? 0;
    const place = next[from] ?? 0;
    heads[place] = head[arc] ?? 0;
    costs[place] = cost[arc] ?? 0;
    next[from] = place + 1;
  }
  return { nodes, starts, heads, cost: costs };
}

/** The same arcs, each from its head to its tail. */
export function reversed({ nodes, starts, heads, cost }: Graph): Graph {
  const tails = new Uint32Array(heads.length);
  for (let node = 0; node < nodes; node++) tails.fill(node, starts[node], starts[node + 1]);
  return graphOf(nodes, { tail: heads, head: tails, cost });
}

/**
 * The arcs of a network: one each way that is not `impassable`.
 *
 * @throws RangeError as `graphOf` and `costOf`.
 */
export function graphOfNetwork(network: Network): Graph {
  const { from, to, length, forward, backward } = network;
  const ways = from.length * 2;
  const tail = new Uint32Array(ways);
  const head = new Uint32Array(ways);
  const cost = new Float64Array(ways);
  let arcs = 0;
  const add = (start: number, end: number, tenths: number, decimetres: number): void => {
    if (tenths === impassable) return;
    tail[arcs] = start;
    head[arcs] = end;
    cost[arcs] = costOf(tenths, decimetres);
    arcs += 1;
  };
  for (let segment = 0; segment < from.length; segment++) {
    const [start = 0, end = 0, decimetres = 0] = [from[segment], to[segment], length[segment]];
    add(start, end, forward[segment] ?? impassable, decimetres);
    add(end, start, backward[segment] ?? impassable, decimetres);
  }
  return graphOf(network.nodeLon.length, {
    tail: tail.subarray(0, arcs),
    head: head.subarray(0, arcs),
    cost: cost.subarray(0, arcs),
  });
}
