import type { Graph } from "./graph.ts";

/** What `middle` says of an arc that is no shortcut. */
export const noMiddle = 0xff_ff_ff_ff;

/**
 * The graph while its nodes are contracted one by one: lists of arcs that leave and reach each node. A node taken out keeps its two
 * lists, which then lead to nodes taken out later; nobody leads to it any more. Between two nodes, only the least arc is kept.
 */
export class Remaining {
  readonly firstOut: Int32Array;
  readonly firstIn: Int32Array;
  tail: Uint32Array;
  head: Uint32Array;
  cost: Float64Array;
  /** The node that each shortcut goes round. */
  middle: Uint32Array;
  nextOut: Int32Array;
  nextIn: Int32Array;
  #arcs = 0;

  constructor(graph: Graph) {
    const room = graph.heads.length * 3 + 16;
    this.firstOut = new Int32Array(graph.nodes).fill(-1);
    this.firstIn = new Int32Array(graph.nodes).fill(-1);
    this.tail = new Uint32Array(room);
    this.head = new Uint32Array(room);
    this.cost = new Float64Array(room);
    this.middle = new Uint32Array(room);
    this.nextOut = new Int32Array(room);
    this.nextIn = new Int32Array(room);
    const arcTo = new Int32Array(graph.nodes).fill(-1);
    for (let node = 0; node < graph.nodes; node++) {
      const firstHere = this.#arcs;
      const end = graph.starts[node + 1] ?? 0;
      for (let each = graph.starts[node] ?? 0; each < end; each++) {
        const head = graph.heads[each] ?? 0;
        const cost = graph.cost[each] ?? 0;
        if (head === node) continue;
        const known = arcTo[head] ?? -1;
        if (known >= firstHere) this.cost[known] = Math.min(cost, this.cost[known] ?? 0);
        else arcTo[head] = this.#add(node, head, cost, noMiddle);
      }
    }
  }

  /** The number of arcs ever added. */
  get arcs(): number {
    return this.#arcs;
  }

  /** Lets a shortcut stand for two arcs, unless a better arc is there. */
  join(tail: number, head: number, cost: number, middle: number): void {
    for (let arc = this.firstOut[tail] ?? -1; arc >= 0; arc = this.nextOut[arc] ?? -1) {
      if (this.head[arc] !== head) continue;
      if (cost < (this.cost[arc] ?? 0)) {
        this.cost[arc] = cost;
        this.middle[arc] = middle;
      }
      return;
    }
    this.#add(tail, head, cost, middle);
  }

  /** Takes a node out: its neighbours forget it. */
  takeOut(node: number): void {
    for (let arc = this.firstIn[node] ?? -1; arc >= 0; arc = this.nextIn[arc] ?? -1)
      unlink(this.firstOut, this.nextOut, this.tail[arc] ?? 0, arc);
    for (let arc = this.firstOut[node] ?? -1; arc >= 0; arc = this.nextOut[arc] ?? -1)
      unlink(this.firstIn, this.nextIn, this.head[arc] ?? 0, arc);
  }

  #add(tail: number, head: number, cost: number, middle: number): number {
    const arc = this.#arcs;
    if (arc === this.tail.length) this.#grow();
    this.tail[arc] = tail;
    this.head[arc] = head;
    this.cost[arc] = cost;
    this.middle[arc] = middle;
    this.nextOut[arc] = this.firstOut[tail] ?? -1;
    this.nextIn[arc] = this.firstIn[head] ?? -1;
    this.firstOut[tail] = arc;
    this.firstIn[head] = arc;
    this.#arcs += 1;
    return arc;
  }

  #grow(): void {
    const room = this.tail.length * 2;
    this.tail = copied(this.tail, new Uint32Array(room));
    this.head = copied(this.head, new Uint32Array(room));
    this.cost = copied(this.cost, new Float64Array(room));
    this.middle = copied(this.middle, new Uint32Array(room));
    this.nextOut = copied(this.nextOut, new Int32Array(room));
    this.nextIn = copied(this.nextIn, new Int32Array(room));
  }
}

function copied<List extends Uint32Array | Int32Array | Float64Array>(from: List, into: List): List {
  into.set(from);
  return into;
}

function unlink(first: Int32Array, next: Int32Array, node: number, arc: number): void {
  const after = next[arc] ?? -1;
  let each = first[node] ?? -1;
  if (each === arc) {
    first[node] = after;
    return;
  }
  while (each >= 0) {
    const following = next[each] ?? -1;
    if (following === arc) {
      next[each] = after;
      return;
    }
    each = following;
  }
}
