import { Growing } from "./growing.ts";
import type { Restriction } from "./restriction.ts";

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

/**
 * Applies turn restrictions: each arc that may not go on everywhere leads to a node of its own, at the same place, which copies of the
 * segments of the allowed turns leave. Turning back on a road is allowed at every node, unless a restriction says no.
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
  const concerned = new Map<number, Restriction[]>();
  for (const restriction of restrictions) {
    const node = nodeAt[restriction.via] ?? -1;
    if (node >= 0) concerned.set(node, [...(concerned.get(node) ?? []), restriction]);
  }
  const { arriving, leaving } = arcsAt(plain, new Set(concerned.keys()));
  const forbidden = new Map<number, Set<number>>();
  let unclear = 0;
  for (const [node, rules] of concerned)
    for (const { rule, from, to } of rules) {
      const out = leaving.get(node) ?? [];
      const named = out.filter((arc) => to.includes(wayOf(segmentOf(arc))));
      const comers = from.map((way) => (arriving.get(node) ?? []).filter((arc) => wayOf(segmentOf(arc)) === way));
      // A road of this restriction is not one of this traveller's: nothing to forbid.
      if (comers.every((arcs) => arcs.length === 0) || named.length === 0) continue;
      if (comers.some((arcs) => arcs.length > 1)) {
        unclear += 1;
        continue;
      }
      for (const arc of comers.flat()) {
        const turns = forbidden.get(arc) ?? new Set();
        for (const next of rule === "forbidden" ? named : out.filter((each) => !named.includes(each))) turns.add(next);
        forbidden.set(arc, turns);
      }
    }
  return { pieces: withTwins(plain, forbidden, leaving), unclear };
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

function withTwins(plain: Pieces, forbidden: ReadonlyMap<number, ReadonlySet<number>>, leaving: ArcsAt["leaving"]): Pieces {
  const twinOf = new Map([...forbidden.keys()].map((arc, at) => [arc, plain.nodes + at]));
  const isForward = (arc: number): boolean => arc % 2 === 0;
  const tailOf = (arc: number): number => (isForward(arc) ? plain.from : plain.to)[segmentOf(arc)] ?? 0;
  const headOf = (arc: number): number => (isForward(arc) ? plain.to : plain.from)[segmentOf(arc)] ?? 0;
  /** Arcs that leave or reach a twin, by segment. */
  const copies = new Map<number, { readonly arc: number; readonly tail: number; readonly head: number }[]>();
  const copy = (arc: number, tail: number): void => {
    const list = copies.get(segmentOf(arc)) ?? [];
    list.push({ arc, tail, head: twinOf.get(arc) ?? headOf(arc) });
    copies.set(segmentOf(arc), list);
  };
  for (const [arc, turns] of forbidden) {
    copy(arc, tailOf(arc));
    for (const next of leaving.get(headOf(arc)) ?? []) if (!turns.has(next)) copy(next, twinOf.get(arc) ?? 0);
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
    const ahead = twinOf.has(2 * at) ? 0 : (plain.forward[at] ?? 0);
    const back = twinOf.has(2 * at + 1) ? 0 : (plain.backward[at] ?? 0);
    add(of, plain.from[at] ?? 0, plain.to[at] ?? 0, ahead, back);
    for (const { arc, tail, head } of copies.get(at) ?? [])
      if (isForward(arc)) add(of, tail, head, 1, 0);
      else add(of, head, tail, 0, 1);
  }
  const nodePoint = new Uint32Array(plain.nodes + twinOf.size);
  nodePoint.set(plain.nodePoint);
  for (const [arc, twin] of twinOf) nodePoint[twin] = plain.nodePoint[headOf(arc)] ?? 0;
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
