import type { Contraction } from "./contraction.ts";
import type { Remaining } from "./remaining.ts";
import { addUp } from "../storage/row-starts.ts";

/** 4,096 places: their lanes, 64 bytes each, stay in a processor's caches. */
const stretchBits = 12;
const stretchOf = (place: number): number => place >> stretchBits;

/**
 * The place of each node in a hierarchy, from the top down: after those that its arcs climb to, and as soon after them as can be. What lies
 * below a node follows it, so that a sweep finds in the caches what it has just left there, and what is near in space is near in memory.
 */
export function placesFromTop({ arcs, level }: Contraction): Uint32Array {
  const fromTop = byLevel(level);
  const placeOf = depthFirst(arcs, fromTop);
  // Within a stretch, by level: a processor brings several places down at once when none of them waits for the one before.
  const next = Uint32Array.from({ length: stretchOf(level.length) + 1 }, (_, stretch) => stretch << stretchBits);
  for (const node of fromTop) {
    const stretch = stretchOf(placeOf[node] ?? 0);
    const place = next[stretch] ?? 0;
    placeOf[node] = place;
    next[stretch] = place + 1;
  }
  return placeOf;
}

/** Nodes of the highest levels first, and those of one level in their order in the graph. */
function byLevel(level: Uint32Array): Uint32Array {
  const top = level.reduce((highest, each) => Math.max(highest, each), 0);
  const next = new Uint32Array(top + 2);
  for (const each of level) next[top - each + 1] = (next[top - each + 1] ?? 0) + 1;
  addUp(next);
  const nodes = new Uint32Array(level.length);
  level.forEach((each, node) => {
    const at = next[top - each] ?? 0;
    nodes[at] = node;
    next[top - each] = at + 1;
  });
  return nodes;
}

/** Places given from the last one: a node has its own once all those below it have theirs. */
function depthFirst(arcs: Remaining, fromTop: Uint32Array): Uint32Array {
  const { starts, below } = belowEach(arcs, fromTop);
  const placeOf = new Uint32Array(fromTop.length);
  const isSeen = new Uint8Array(fromTop.length);
  const next = starts.slice();
  const way = new Uint32Array(fromTop.length);
  let place = fromTop.length;
  let depth = 0;
  const enter = (node: number): void => {
    if (isSeen[node] === 1) return;
    isSeen[node] = 1;
    way[depth++] = node;
  };
  for (const top of fromTop) {
    enter(top);
    while (depth > 0) {
      const node = way[depth - 1] ?? 0;
      const at = next[node] ?? 0;
      next[node] = at + 1;
      if (at < (starts[node + 1] ?? 0)) enter(below[at] ?? 0);
      else {
        depth -= 1;
        placeOf[node] = --place;
      }
    }
  }
  return placeOf;
}

/** The nodes whose arcs lead up to each node, or that its arcs lead down to, highest first, in compressed rows. */
function belowEach(arcs: Remaining, fromTop: Uint32Array): { readonly starts: Uint32Array; readonly below: Uint32Array } {
  const { firstOut, nextOut, head, firstIn, nextIn, tail } = arcs;
  const eachAbove = (node: number, take: (above: number) => void): void => {
    for (let arc = firstOut[node] ?? -1; arc >= 0; arc = nextOut[arc] ?? -1) take(head[arc] ?? 0);
    for (let arc = firstIn[node] ?? -1; arc >= 0; arc = nextIn[arc] ?? -1) take(tail[arc] ?? 0);
  };
  const starts = new Uint32Array(fromTop.length + 1);
  for (const node of fromTop) eachAbove(node, (above) => (starts[above + 1] = (starts[above + 1] ?? 0) + 1));
  addUp(starts);
  const below = new Uint32Array(starts[fromTop.length] ?? 0);
  const next = starts.slice();
  for (const node of fromTop)
    eachAbove(node, (above) => {
      const at = next[above] ?? 0;
      below[at] = node;
      next[above] = at + 1;
    });
  return { starts, below };
}
