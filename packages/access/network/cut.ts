import { pointState, type Roads } from "./gather.ts";
import { Growing } from "./growing.ts";

/** Roads cut where they meet, end, or are barred. */
export interface Segments {
  /** The point at which each node is. Several are at one point where a barrier parts them. */
  readonly nodePoint: Uint32Array;
  /** The node of each point; -1 where there is none, or a barrier. */
  readonly nodeAt: Int32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The place of its way in the roads. */
  readonly way: Uint32Array;
  /** Its points: from `first` to `last`, in `roads.points`, both included. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** Stretches of road whose points the file lacks, as at the edge of an extract. */
  readonly missing: number;
}

/** Cuts roads into segments that meet others at their ends only. */
export function cut({ ways, starts, points, ids, state }: Roads): Segments {
  const isEnd = ends(starts, points, ids.length, state);
  const nodeAt = new Int32Array(ids.length).fill(-1);
  const nodePoint = new Growing();
  const nodeOf = (point: number): number => {
    const known = nodeAt[point] ?? -1;
    if (known >= 0) return known;
    nodePoint.push(point);
    // Who comes to a barrier finds there a node of its own, from which nothing goes on.
    if (state[point] !== pointState.blocked) nodeAt[point] = nodePoint.length - 1;
    return nodePoint.length - 1;
  };
  const [from, to, way, first, last] = [new Growing(), new Growing(), new Growing(), new Growing(), new Growing()];
  let missing = 0;
  for (let each = 0; each < ways.length; each++) {
    const end = starts[each + 1] ?? 0;
    let start = starts[each] ?? 0;
    for (let at = start; at < end; at++) {
      const point = points[at] ?? 0;
      if (state[point] === pointState.missing) {
        if (at > (starts[each] ?? 0)) missing += 1;
        start = at + 1;
        continue;
      }
      if (at === start || (isEnd[point] === 0 && at < end - 1 && state[points[at + 1] ?? 0] !== pointState.missing)) continue;
      from.push(nodeOf(points[start] ?? 0));
      to.push(nodeOf(point));
      way.push(each);
      first.push(start);
      last.push(at);
      start = at;
    }
  }
  const list = (values: Growing): Uint32Array => Uint32Array.from(values.view());
  return {
    nodePoint: list(nodePoint),
    nodeAt,
    from: list(from),
    to: list(to),
    way: list(way),
    first: list(first),
    last: list(last),
    missing,
  };
}

/** The points by which roads go twice, that end one, or that bar the way. */
function ends(starts: Uint32Array, points: Uint32Array, count: number, state: Uint8Array): Uint8Array {
  const uses = new Uint8Array(count);
  for (const point of points) uses[point] = Math.min(2, (uses[point] ?? 0) + 1);
  for (let way = 0; way + 1 < starts.length; way++)
    for (const at of [starts[way] ?? 0, (starts[way + 1] ?? 0) - 1]) if (at >= 0 && at < points.length) uses[points[at] ?? 0] = 2;
  return uses.map((times, point) => (times > 1 || state[point] === pointState.blocked ? 1 : 0));
}
