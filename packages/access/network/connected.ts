import type { Pieces } from "./turns.ts";
import { addUp } from "../storage/row-starts.ts";

/**
 * The largest set of nodes from each of which every other can be reached (Tarjan 1972).
 *
 * @returns 1 for each node of the set.
 */
export function wellConnected(pieces: Pieces): Uint8Array {
  const { nodes } = pieces;
  const { starts, heads } = rowsOf(pieces);
  const unseen = 0xff_ff_ff_ff;
  const order = new Uint32Array(nodes).fill(unseen);
  const low = new Uint32Array(nodes);
  const next = starts.slice();
  const component = new Int32Array(nodes).fill(-1);
  // The path of the search, and the nodes that have no component yet.
  const path = new Uint32Array(nodes);
  const open = new Uint32Array(nodes);
  const sizes: number[] = [];
  let [seen, depth, waiting] = [0, 0, 0];
  const enter = (node: number): void => {
    order[node] = seen;
    low[node] = seen;
    seen += 1;
    path[depth++] = node;
    open[waiting++] = node;
  };
  for (let root = 0; root < nodes; root++) {
    if (order[root] !== unseen) continue;
    enter(root);
    while (depth > 0) {
      const node = path[depth - 1] ?? 0;
      const at = next[node] ?? 0;
      if (at < (starts[node + 1] ?? 0)) {
        next[node] = at + 1;
        const head = heads[at] ?? 0;
        if (order[head] === unseen) enter(head);
        else if ((component[head] ?? -1) < 0) low[node] = Math.min(low[node] ?? 0, order[head] ?? 0);
        continue;
      }
      depth -= 1;
      const before = path[depth - 1];
      if (depth > 0 && before !== undefined) low[before] = Math.min(low[before] ?? 0, low[node] ?? 0);
      if (low[node] !== order[node]) continue;
      let size = 0;
      let last = -1;
      while (last !== node) {
        last = open[--waiting] ?? 0;
        component[last] = sizes.length;
        size += 1;
      }
      sizes.push(size);
    }
  }
  const largest = sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size), 0));
  return Uint8Array.from(component, (each) => (each === largest ? 1 : 0));
}

/** The heads of the arcs that leave each node. */
function rowsOf({ nodes, from, to, forward, backward }: Pieces): { readonly starts: Uint32Array; readonly heads: Uint32Array } {
  const starts = new Uint32Array(nodes + 1);
  const count = (node: number): void => {
    starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  };
  for (let at = 0; at < from.length; at++) {
    if (forward[at] === 1) count(from[at] ?? 0);
    if (backward[at] === 1) count(to[at] ?? 0);
  }
  addUp(starts);
  const next = starts.slice();
  const heads = new Uint32Array(starts[nodes] ?? 0);
  const put = (tail: number, head: number): void => {
    heads[next[tail] ?? 0] = head;
    next[tail] = (next[tail] ?? 0) + 1;
  };
  for (let at = 0; at < from.length; at++) {
    if (forward[at] === 1) put(from[at] ?? 0, to[at] ?? 0);
    if (backward[at] === 1) put(to[at] ?? 0, from[at] ?? 0);
  }
  return { starts, heads };
}
