import { Growing } from "./growing.ts";
import type { Restriction } from "./restriction.ts";
import { ForbiddenTurns, pathsAlong, pathsAt, type RoadsThere } from "./turn-paths.ts";

/** Segments as they are travelled: each from a node to a node, each way or one. */
export interface Pieces {
  readonly nodes: number;
  /** The point at which each node is. */
  readonly nodePoint: Uint32Array;
  /** The segment that each is, or is a copy of. In increasing order. */
  readonly segment: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** 1 where one may go from `from` to `to`; and the other way. */
  readonly forward: Uint8Array;
  readonly backward: Uint8Array;
}

interface Restricted {
  readonly pieces: Pieces;
  /** Restrictions that don't say which turn they mean. */
  readonly unclear: number;
}

/** An arc is a segment in a direction: twice its number, and one more when it is gone against. */
const segmentOf = (arc: number): number => arc >>> 1;
const isForward = (arc: number): boolean => arc % 2 === 0;

/**
 * Applies turn restrictions: each arc that may not go on everywhere leads to a node of its own, at the same place, which copies of the
 * segments of the allowed turns leave. So does each arc on the way to a turn forbidden to who comes from farther. Turning back on a road
 * is allowed at every node, unless a restriction says no.
 *
 * @param wayOf the way of each segment of `plain`, as restrictions name them.
 * @param nodeAt the node of each point, which restrictions name; -1 when no road goes by it.
 */
export function restrictTurns(
  plain: Pieces,
  restrictions: readonly Restriction[],
  wayOf: (segment: number) => number,
  nodeAt: Int32Array,
): Restricted {
  const concerned = new Set<number>();
  const vias = new Set<number>();
  for (const { via } of restrictions)
    if (via.kind === "ways") for (const way of via.ways) vias.add(way);
    else if ((nodeAt[via.point] ?? -1) >= 0) concerned.add(nodeAt[via.point] ?? -1);
  if (vias.size > 0)
    for (let each = 0; each < plain.segment.length; each++)
      if (vias.has(wayOf(each))) concerned.add(plain.from[each] ?? 0).add(plain.to[each] ?? 0);
  const { arriving, leaving } = arcsAt(plain, concerned);
  const roads: RoadsThere = {
    arriving: (node) => arriving.get(node) ?? [],
    leaving: (node) => leaving.get(node) ?? [],
    wayOf: (arc) => wayOf(segmentOf(arc)),
    headOf: (arc) => (isForward(arc) ? plain.to : plain.from)[segmentOf(arc)] ?? 0,
  };
  const nodesOf = nodesByWay(plain, vias, wayOf);
  const forbidden = new ForbiddenTurns();
  let unclear = 0;
  for (const { rule, from, via, to } of restrictions) {
    const ways =
      via.kind === "ways"
        ? pathsAlong(
            roads,
            { from, via: via.ways, to },
            via.ways.flatMap((way) => nodesOf.get(way) ?? []),
          )
        : pathsAt(roads, { from, to }, nodeAt[via.point] ?? -1);
    if (ways === "unclear") {
      unclear += 1;
      continue;
    }
    for (const path of ways) restrict(forbidden, roads, path, { rule, to });
  }
  return { pieces: withTwins(plain, forbidden, roads), unclear };
}

/** Forbids what a restriction does to who comes by a path; where it is the only one, leaving it before its end too. */
function restrict(
  forbidden: ForbiddenTurns,
  { leaving, headOf, wayOf }: RoadsThere,
  path: readonly number[],
  { rule, to }: Pick<Restriction, "rule" | "to">,
): void {
  const after = (gone: readonly number[]): readonly number[] => leaving(headOf(gone.at(-1) ?? 0));
  forbidden.add(
    path,
    after(path).filter((arc) => to.includes(wayOf(arc)) === (rule === "forbidden")),
  );
  if (rule === "only")
    for (let length = 1; length < path.length; length++) {
      const gone = path.slice(0, length);
      forbidden.add(
        gone,
        after(gone).filter((arc) => arc !== path[length]),
      );
    }
}

/** The nodes of some ways, by way. */
function nodesByWay(
  plain: Pieces,
  ways: ReadonlySet<number>,
  wayOf: (segment: number) => number,
): ReadonlyMap<number, readonly number[]> {
  const nodes = new Map<number, number[]>();
  if (ways.size === 0) return nodes;
  for (let each = 0; each < plain.segment.length; each++) {
    const way = wayOf(each);
    if (ways.has(way)) nodes.set(way, [...(nodes.get(way) ?? []), plain.from[each] ?? 0, plain.to[each] ?? 0]);
  }
  return nodes;
}

interface ArcsAt {
  readonly arriving: ReadonlyMap<number, readonly number[]>;
  readonly leaving: ReadonlyMap<number, readonly number[]>;
}

function arcsAt({ segment, from, to, forward, backward }: Pieces, wanted: ReadonlySet<number>): ArcsAt {
  const arriving = new Map<number, number[]>();
  const leaving = new Map<number, number[]>();
  const add = (lists: Map<number, number[]>, node: number, arc: number): void => {
    if (wanted.has(node)) lists.set(node, [...(lists.get(node) ?? []), arc]);
  };
  for (let each = 0; each < segment.length; each++) {
    const [tail, head] = [from[each] ?? 0, to[each] ?? 0];
    if (forward[each] === 1) {
      add(leaving, tail, 2 * each);
      add(arriving, head, 2 * each);
    }
    if (backward[each] === 1) {
      add(leaving, head, 2 * each + 1);
      add(arriving, tail, 2 * each + 1);
    }
  }
  return { arriving, leaving };
}

function withTwins(plain: Pieces, forbidden: ForbiddenTurns, { leaving, headOf }: RoadsThere): Pieces {
  const twins = [...forbidden.paths()];
  const twinOf = (path: readonly number[]): number | undefined => {
    const place = forbidden.placeAfter(path);
    return place === undefined ? undefined : plain.nodes + place;
  };
  // Of those who come from anywhere.
  const isReplaced = new Set(twins.filter(({ length }) => length === 1).flat());
  const tailOf = (arc: number): number => (isForward(arc) ? plain.from : plain.to)[segmentOf(arc)] ?? 0;
  /** Arcs that leave or reach a twin, by segment. */
  const copies = new Map<number, { readonly arc: number; readonly tail: number; readonly head: number }[]>();
  const copy = (arc: number, tail: number, head: number): void => {
    const list = copies.get(segmentOf(arc)) ?? [];
    list.push({ arc, tail, head });
    copies.set(segmentOf(arc), list);
  };
  for (const [at, path] of twins.entries()) {
    const [first = 0, last = 0] = [path[0], path.at(-1)];
    if (path.length === 1) copy(first, tailOf(first), plain.nodes + at);
    const turns = forbidden.after(path);
    for (const next of leaving(headOf(last)))
      if (!turns.has(next)) copy(next, plain.nodes + at, twinOf([...path, next]) ?? headOf(next));
  }
  const [segment, from, to] = [new Growing(), new Growing(), new Growing()];
  const [forward, backward] = [new Growing(), new Growing()];
  const add = (of: number, tail: number, head: number, ahead: number, back: number): void => {
    if (ahead + back === 0) return;
    segment.push(of);
    from.push(tail);
    to.push(head);
    forward.push(ahead);
    backward.push(back);
  };
  for (let at = 0; at < plain.segment.length; at++) {
    const of = plain.segment[at] ?? 0;
    const ahead = isReplaced.has(2 * at) ? 0 : (plain.forward[at] ?? 0);
    const back = isReplaced.has(2 * at + 1) ? 0 : (plain.backward[at] ?? 0);
    add(of, plain.from[at] ?? 0, plain.to[at] ?? 0, ahead, back);
    for (const { arc, tail, head } of copies.get(at) ?? [])
      if (isForward(arc)) add(of, tail, head, 1, 0);
      else add(of, head, tail, 0, 1);
  }
  const nodePoint = new Uint32Array(plain.nodes + twins.length);
  nodePoint.set(plain.nodePoint);
  for (const [at, path] of twins.entries()) nodePoint[plain.nodes + at] = plain.nodePoint[headOf(path.at(-1) ?? 0)] ?? 0;
  return {
    nodes: nodePoint.length,
    nodePoint,
    segment: Uint32Array.from(segment.view()),
    from: Uint32Array.from(from.view()),
    to: Uint32Array.from(to.view()),
    forward: Uint8Array.from(forward.view()),
    backward: Uint8Array.from(backward.view()),
  };
}
