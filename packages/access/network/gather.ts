import type { OsmKind, OsmSource } from "../osm/elements.ts";
import { Growing } from "./growing.ts";
import { blocks, passage, type LeftOutReason } from "./passage.ts";
import type { Profile } from "./profile.ts";
import { restrictionOf, type Restriction } from "./restriction.ts";

/** How many things of the map are not in a network, by reason. */
export type LeftOut = Readonly<Partial<Record<LeftOutReason, number>>>;

/** The ways of a map that a traveller uses, and the points they go by. */
export interface Roads {
  /** Ids of the ways. */
  readonly ways: Float64Array;
  /** `starts[w]` to `starts[w + 1]`: the points of way `w`, as places in the lists of points. */
  readonly starts: Uint32Array;
  readonly points: Uint32Array;
  /** km/h; 0 where one may not go. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Of the ferries that say it, by way. */
  readonly crossingSeconds: ReadonlyMap<number, number>;
  /** Ids of the points, in increasing order. */
  readonly ids: Float64Array;
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  readonly state: Uint8Array;
  /** With the place of the point of each; -1 when it is on no road. */
  readonly restrictions: readonly Restriction[];
  readonly leftOut: LeftOut;
}

/** What is known of a point: whether the file holds it, and whether one passes it. */
export const pointState = { missing: 0, open: 1, blocked: 2 } as const;

/** Told what is being read, between blocks; throws to stop. */
export type OnBlock = (reading: "roads" | "points", elements: number) => void;

/** Reads a map twice: its ways, then the points that they go by. Only these are held in memory. */
export async function gatherRoads(source: OsmSource, profile: Profile, onBlock: OnBlock = () => undefined): Promise<Roads> {
  const { refs, restrictions, ...roads } = await readWays(source, profile, onBlock);
  const ids = distinct(refs);
  const places = new Uint32Array(refs.length);
  for (let at = 0; at < refs.length; at++) places[at] = placeIn(ids, refs[at] ?? 0);
  return {
    ...roads,
    points: places,
    ids,
    ...(await readPoints(source, profile, ids, onBlock)),
    restrictions: restrictions.map((each) =>
      each.via.kind === "point" ? { ...each, via: { ...each.via, point: placeIn(ids, each.via.point) } } : each,
    ),
  };
}

async function readWays(source: OsmSource, profile: Profile, onBlock: OnBlock) {
  const [ways, starts, refs, forward, backward] = [new Growing(), new Growing(), new Growing(), new Growing(), new Growing()];
  const crossingSeconds = new Map<number, number>();
  const restrictions: Restriction[] = [];
  const leftOut: Partial<Record<LeftOutReason, number>> = {};
  const count = (reason: LeftOutReason): void => {
    leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  };
  let elements = 0;
  for await (const block of source.blocks(new Set<OsmKind>(["way", "relation"]))) {
    for (const way of block.ways) {
      const is = passage(profile, way.tags);
      if (is.kind === "left-out") count(is.reason);
      if (is.kind !== "road" && is.kind !== "crossing") continue;
      if (is.kind === "crossing") crossingSeconds.set(ways.length, is.seconds);
      ways.push(way.id);
      starts.push(refs.length);
      refs.append(way.nodes);
      forward.push(is.kind === "road" ? is.forward : profile.ferry.speed);
      backward.push(is.kind === "road" ? is.backward : profile.ferry.speed);
    }
    for (const relation of block.relations) {
      const restriction = restrictionOf(profile, relation);
      if (restriction === "unclear") count("unclear-restriction");
      else if (restriction !== "other") restrictions.push(restriction);
    }
    elements += block.ways.length + block.relations.length;
    onBlock("roads", elements);
  }
  starts.push(refs.length);
  return {
    ways: ways.view().slice(),
    starts: Uint32Array.from(starts.view()),
    refs: refs.view(),
    forward: forward.view().slice(),
    backward: backward.view().slice(),
    crossingSeconds,
    restrictions,
    leftOut,
  };
}

async function readPoints(source: OsmSource, profile: Profile, ids: Float64Array, onBlock: OnBlock) {
  const lon = new Int32Array(ids.length);
  const lat = new Int32Array(ids.length);
  const state = new Uint8Array(ids.length);
  let elements = 0;
  for await (const { nodes } of source.blocks(new Set<OsmKind>(["node"]))) {
    for (let at = 0; at < nodes.ids.length; at++) {
      const place = placeIn(ids, nodes.ids[at] ?? 0);
      if (place < 0) continue;
      lon[place] = nodes.lon[at] ?? 0;
      lat[place] = nodes.lat[at] ?? 0;
      const tags = nodes.tags.get(at);
      state[place] = tags !== undefined && blocks(profile, tags) ? pointState.blocked : pointState.open;
    }
    elements += nodes.ids.length;
    onBlock("points", elements);
  }
  return { lon, lat, state };
}

/** In increasing order, each once. */
function distinct(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  let kept = 0;
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) {
      sorted[kept] = sorted[at] ?? 0;
      kept += 1;
    }
  return sorted.slice(0, kept);
}

/** Where a value is in a list in increasing order; -1 when it isn't. */
function placeIn(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value ? low : -1;
}
