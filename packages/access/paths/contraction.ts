import type { Graph } from "./graph.ts";
import { NodeQueue } from "./queue.ts";
import { Remaining } from "./remaining.ts";
import { Turns } from "./turns.ts";

/** In which order nodes were contracted, and the arcs that each then had. */
export interface Contraction {
  readonly arcs: Remaining;
  /** One more than the highest level among the nodes contracted before that it was joined to. */
  readonly level: Uint32Array;
  /** Whether all nodes had their turn: false when it was stopped. */
  readonly isWhole: boolean;
}

/** Whether to go on, and whom to tell. */
export interface ContractionOptions {
  /** Told how many nodes are done, now and then. */
  readonly progress?: (done: number, of: number) => void;
  /** Asked every few milliseconds. */
  readonly stopped?: () => boolean;
}

// A search for a witness that stops early costs a needless shortcut, never a wrong answer.
const SETTLED = 40;
/** Nodes that would need so many shortcuts have their turn last, in any order. */
const LAST = 2 ** 16;

/**
 * Contracts the nodes of a graph, the least useful first: those whose shortcuts are fewest beside the arcs they free, and whose
 * neighbours were spared (Geisberger, Sanders, Schultes and Delling 2008). Priorities are brought up to date when their turn comes.
 */
export function contract(
  graph: Graph,
  { progress = () => undefined, stopped = () => false }: ContractionOptions = {},
): Contraction {
  const { nodes } = graph;
  const arcs = new Remaining(graph);
  const level = new Uint32Array(nodes);
  const neighboursGone = new Uint32Array(nodes);
  const witnesses = new Witnesses(nodes, arcs);
  const priority = (node: number): number => {
    const freed = witnesses.look(node);
    return Math.min(2 * (witnesses.count - freed) + (neighboursGone[node] ?? 0) + (level[node] ?? 0), LAST);
  };
  const first = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    if (node % 4_096 === 0 && stopped()) return { arcs, level, isWhole: false };
    first[node] = priority(node);
  }
  const turns = new Turns(first);
  // Looks are what takes time, whether a node is contracted or waits: the last ones take a millisecond each.
  for (let done = 0, looks = 0; done < nodes; looks++) {
    if (looks % 32 === 0 && stopped()) return { arcs, level, isWhole: false };
    const node = turns.pop();
    const now = priority(node);
    if (now > turns.least) {
      turns.push(node, now);
      continue;
    }
    const above = (level[node] ?? 0) + 1;
    const rise = (other: number): void => {
      neighboursGone[other] = (neighboursGone[other] ?? 0) + 1;
      if ((level[other] ?? 0) < above) level[other] = above;
    };
    for (let arc = arcs.firstOut[node] ?? -1; arc >= 0; arc = arcs.nextOut[arc] ?? -1) rise(arcs.head[arc] ?? 0);
    for (let arc = arcs.firstIn[node] ?? -1; arc >= 0; arc = arcs.nextIn[arc] ?? -1) rise(arcs.tail[arc] ?? 0);
    arcs.takeOut(node);
    witnesses.join(node);
    done += 1;
    if (done % 10_000 === 0) progress(done, nodes);
  }
  return { arcs, level, isWhole: true };
}

/** Looks which pairs of neighbours would lose their best way without a node. */
class Witnesses {
  /** How many shortcuts the last look found. */
  count = 0;
  readonly #arcs: Remaining;
  readonly #queue: NodeQueue;
  readonly #reached: Uint32Array;
  readonly #isTarget: Uint8Array;
  #from = new Uint32Array(64);
  #to = new Uint32Array(64);
  #cost = new Float64Array(64);

  constructor(nodes: number, arcs: Remaining) {
    this.#arcs = arcs;
    this.#queue = new NodeQueue(nodes);
    this.#reached = new Uint32Array(nodes);
    this.#isTarget = new Uint8Array(nodes);
  }

  /** Finds the shortcuts that a node needs, and gives the number of arcs it would free. */
  look(node: number): number {
    const { firstIn, firstOut, nextIn, nextOut, head, tail, cost } = this.#arcs;
    const isTarget = this.#isTarget;
    this.count = 0;
    let outs = 0;
    let farthest = 0;
    for (let arc = firstOut[node] ?? -1; arc >= 0; arc = nextOut[arc] ?? -1) {
      isTarget[head[arc] ?? 0] = 1;
      outs += 1;
      const paid = cost[arc] ?? 0;
      if (paid > farthest) farthest = paid;
    }
    let ins = 0;
    for (let arc = firstIn[node] ?? -1; arc >= 0; arc = nextIn[arc] ?? -1) {
      ins += 1;
      const from = tail[arc] ?? 0;
      const targets = outs - (isTarget[from] ?? 0);
      if (targets > 0) this.#lookFrom(from, node, { paid: cost[arc] ?? 0, farthest, targets });
    }
    for (let arc = firstOut[node] ?? -1; arc >= 0; arc = nextOut[arc] ?? -1) isTarget[head[arc] ?? 0] = 0;
    return ins + outs;
  }

  /** Adds the shortcuts that the last look found. */
  join(node: number): void {
    for (let each = 0; each < this.count; each++)
      this.#arcs.join(this.#from[each] ?? 0, this.#to[each] ?? 0, this.#cost[each] ?? 0, node);
  }

  #lookFrom(from: number, around: number, limits: { paid: number; farthest: number; targets: number }): void {
    const { firstOut, nextOut, head, cost } = this.#arcs;
    const queue = this.#queue;
    const keys = queue.keys;
    const reached = this.#reached;
    const bound = limits.paid + limits.farthest;
    let wanted = limits.targets + (this.#isTarget[from] ?? 0);
    let count = 1;
    reached[0] = from;
    queue.push(from, 0);
    for (let settled = 0; settled < SETTLED && queue.size > 0; settled++) {
      const node = queue.pop();
      const paid = keys[node] ?? 0;
      if (this.#isTarget[node] === 1 && --wanted === 0) break;
      for (let arc = firstOut[node] ?? -1; arc >= 0; arc = nextOut[arc] ?? -1) {
        const next = head[arc] ?? 0;
        const through = paid + (cost[arc] ?? 0);
        const known = keys[next] ?? 0;
        if (next === around || through > bound || through >= known) continue;
        if (known === Infinity) reached[count++] = next;
        queue.push(next, through);
      }
    }
    for (let arc = firstOut[around] ?? -1; arc >= 0; arc = nextOut[arc] ?? -1) {
      const to = head[arc] ?? 0;
      const through = limits.paid + (cost[arc] ?? 0);
      if (to !== from && (keys[to] ?? 0) > through) this.#note(from, to, through);
    }
    queue.clear();
    for (let each = 0; each < count; each++) keys[reached[each] ?? 0] = Infinity;
  }

  #note(from: number, to: number, cost: number): void {
    const at = this.count++;
    if (at === this.#from.length) {
      const [froms, tos, costs] = [this.#from, this.#to, this.#cost];
      this.#from = new Uint32Array(at * 2);
      this.#to = new Uint32Array(at * 2);
      this.#cost = new Float64Array(at * 2);
      this.#from.set(froms);
      this.#to.set(tos);
      this.#cost.set(costs);
    }
    this.#from[at] = from;
    this.#to[at] = to;
    this.#cost[at] = cost;
  }
}
