import type { Measure } from "./measure.ts";

/** Who comes down to whom: places in an order such that arcs lead from a lesser one to a greater, and targets met at places. */
export interface Descent {
  /** `starts[p]` to `starts[p + 1]`: the arcs that come down to place `p`. Length places + 1. */
  readonly starts: Uint32Array;
  /** Where each arc comes from: a lesser place. */
  readonly above: Uint32Array;
  /** What each arc costs, as `costOf` says. */
  readonly cost: Float64Array;
  /** `accessStarts[t]` to `accessStarts[t + 1]`: where target `t` is met. Length targets + 1. */
  readonly accessStarts: Uint32Array;
  readonly accessRank: Uint32Array;
  readonly accessCost: Float64Array;
}

/** Where each list lies in one memory, in bytes. */
export interface Layout {
  readonly places: number;
  readonly targets: number;
  readonly starts: number;
  readonly above: number;
  readonly cost: number;
  readonly accessStarts: number;
  readonly accessRank: number;
  readonly accessCost: number;
  /** A byte a place: 1 when a lane of it is within the limit. */
  readonly alive: number;
  readonly lanes: number;
  /** The targets met at once, in order, then their lanes. */
  readonly who: number;
  readonly met: number;
  /** The same lane by lane, `metAtOnce` a lane: those within the limit, their tenths of a second, and how many there are. */
  readonly listed: number;
  readonly tenths: number;
  readonly lengths: number;
  readonly bytes: number;
}

const bytesOfLanes = 64;

/** How many targets are met before they are read: their lanes stay in the processor's caches. */
export const metAtOnce = 1_024;

export function layoutOf(measure: Measure, { starts, above, accessStarts, accessRank }: Descent): Layout {
  const [places, targets] = [starts.length - 1, accessStarts.length - 1];
  const bytesEach = bytesOfLanes / measure.lanes;
  let bytes = 0;
  const room = (count: number, size: number): number => {
    const offset = bytes;
    bytes += Math.ceil((count * size) / bytesOfLanes) * bytesOfLanes;
    return offset;
  };
  const lists = {
    starts: room(places + 1, 4),
    above: room(above.length, 4),
    cost: room(above.length, bytesEach),
    accessStarts: room(targets + 1, 4),
    accessRank: room(accessRank.length, 4),
    accessCost: room(accessRank.length, bytesEach),
    alive: room(places, 1),
    lanes: room(places, bytesOfLanes),
    who: room(metAtOnce, 4),
    met: room(metAtOnce, bytesOfLanes),
    listed: room(metAtOnce * measure.lanes, 4),
    tenths: room(metAtOnce * measure.lanes, 4),
    lengths: room(measure.lanes, 4),
  };
  return { places, targets, ...lists, bytes };
}

/** The part of a sweep that a processor's vectors quicken. */
export interface Engine {
  readonly buffer: ArrayBufferLike;
  /** Brings places down, from the first to the one before `last`, in order. A place with nothing within the limit leads nowhere. */
  sweep(first: number, last: number, limit: number): void;
  /** Meets targets, from the first to the one before `last`, after `count` met before: those within the limit. How many are met now: `metAtOnce` at most. */
  meet(first: number, last: number, limit: number, count: number): number;
  /** Lists, lane by lane, who is within the limit among the first `count` met. */
  list(count: number, limit: number): void;
}

export type MakeEngine = (measure: Measure, layout: Layout, arcs: number, accesses: number) => Engine;
