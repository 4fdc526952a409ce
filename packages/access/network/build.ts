import type { OsmSource } from "../osm/elements.ts";
import { wellConnected } from "./connected.ts";
import { cut, type Segments } from "./cut.ts";
import { gatherRoads, type LeftOut, type OnBlock, type Roads } from "./gather.ts";
import { metresBetween } from "./metres.ts";
import { degreeUnits, impassable, type Network } from "./network.ts";
import type { Profile } from "./profile.ts";
import { restrictTurns, type Pieces } from "./turns.ts";

export type BuiltNetwork =
  | { readonly kind: "built"; readonly network: Network; readonly leftOut: LeftOut }
  /** The map has no road for this traveller. */
  | { readonly kind: "no-road"; readonly leftOut: LeftOut };

/**
 * Makes the network of a traveller from a map. What the profile closes is counted by ways; what can't be reached from the rest, or not
 * left again, by segments.
 *
 * @throws OsmFileError as the source does.
 */
export async function buildNetwork(source: OsmSource, profile: Profile, onBlock?: OnBlock): Promise<BuiltNetwork> {
  const roads = await gatherRoads(source, profile, onBlock);
  const segments = cut(roads);
  const wayOf = (segment: number): number => roads.ways[segments.way[segment] ?? 0] ?? 0;
  const { pieces, unclear } = restrictTurns(piecesOf(roads, segments), roads.restrictions, wayOf, segments.nodeAt);
  const kept = within(pieces, wellConnected(pieces));
  const leftOut = counted(roads.leftOut, {
    "missing-nodes": segments.missing,
    "unclear-restriction": unclear,
    island: segments.from.length - kept.segment.filter((each, at) => each !== kept.segment[at - 1]).length,
  });
  return kept.segment.length === 0
    ? { kind: "no-road", leftOut }
    : { kind: "built", network: networkOf(roads, segments, kept, profile), leftOut };
}

function piecesOf({ forward, backward }: Roads, { nodePoint, from, to, way }: Segments): Pieces {
  return {
    nodes: nodePoint.length,
    nodePoint,
    segment: Uint32Array.from(from, (_, at) => at),
    from,
    to,
    forward: Uint8Array.from(way, (each) => ((forward[each] ?? 0) > 0 ? 1 : 0)),
    backward: Uint8Array.from(way, (each) => ((backward[each] ?? 0) > 0 ? 1 : 0)),
  };
}

/** The pieces both ends of which are kept. */
function within(pieces: Pieces, isKept: Uint8Array): Pieces {
  const keep = (_: number, at: number): boolean => isKept[pieces.from[at] ?? 0] === 1 && isKept[pieces.to[at] ?? 0] === 1;
  return {
    ...pieces,
    segment: pieces.segment.filter(keep),
    from: pieces.from.filter(keep),
    to: pieces.to.filter(keep),
    forward: pieces.forward.filter(keep),
    backward: pieces.backward.filter(keep),
  };
}

function counted(...counts: readonly LeftOut[]): LeftOut {
  const all: Record<string, number> = {};
  for (const each of counts)
    for (const [reason, count] of Object.entries(each)) if (count > 0) all[reason] = (all[reason] ?? 0) + count;
  return all;
}

function networkOf(roads: Roads, segments: Segments, pieces: Pieces, profile: Profile): Network {
  const { number, points } = numbered(pieces);
  const lonOf = (point: number): number => roads.lon[point] ?? 0;
  const latOf = (point: number): number => roads.lat[point] ?? 0;
  const count = pieces.segment.length;
  const metres = lengths(roads, segments);
  const length = new Uint32Array(count);
  const forward = new Uint32Array(count).fill(impassable);
  const backward = new Uint32Array(count).fill(impassable);
  const original = new Uint32Array(count);
  const way = new Float64Array(count);
  const shapeStarts = new Uint32Array(count + 1);
  const paceOf = paces(roads, metres.ofWay);
  for (let at = 0; at < count; at++) {
    const segment = pieces.segment[at] ?? 0;
    const of = segments.way[segment] ?? 0;
    const long = metres.ofSegment[segment] ?? 0;
    length[at] = Math.round(long * 10);
    if (pieces.forward[at] === 1) forward[at] = tenths(long, paceOf(of, "forward"));
    if (pieces.backward[at] === 1) backward[at] = tenths(long, paceOf(of, "backward"));
    original[at] = at > 0 && pieces.segment[at - 1] === segment ? (original[at - 1] ?? 0) : at;
    way[at] = roads.ways[of] ?? 0;
    shapeStarts[at + 1] = (shapeStarts[at] ?? 0) + (segments.last[segment] ?? 0) - (segments.first[segment] ?? 0) - 1;
  }
  const shapeLon = new Int32Array(shapeStarts[count] ?? 0);
  const shapeLat = new Int32Array(shapeStarts[count] ?? 0);
  for (let at = 0; at < count; at++) {
    const first = (segments.first[pieces.segment[at] ?? 0] ?? 0) + 1;
    const start = shapeStarts[at] ?? 0;
    for (let bend = start; bend < (shapeStarts[at + 1] ?? 0); bend++) {
      const point = roads.points[first + bend - start] ?? 0;
      shapeLon[bend] = lonOf(point);
      shapeLat[bend] = latOf(point);
    }
  }
  return {
    profile: profile.name,
    walkSpeed: profile.walkSpeed,
    nodeLon: Int32Array.from(points, lonOf),
    nodeLat: Int32Array.from(points, latOf),
    from: pieces.from.map((node) => number[node] ?? 0),
    to: pieces.to.map((node) => number[node] ?? 0),
    length,
    forward,
    backward,
    shapeStarts,
    shapeLon,
    shapeLat,
    original,
    way,
  };
}

/** New numbers for the nodes that are kept, and the point of each. */
function numbered({ nodes, nodePoint, from, to }: Pieces): { readonly number: Uint32Array; readonly points: Uint32Array } {
  const isUsed = new Uint8Array(nodes);
  for (const ends of [from, to]) for (const node of ends) isUsed[node] = 1;
  const number = new Uint32Array(nodes);
  let used = 0;
  for (let node = 0; node < nodes; node++) {
    number[node] = used;
    used += isUsed[node] ?? 0;
  }
  return { number, points: nodePoint.filter((_, node) => isUsed[node] === 1) };
}

function lengths(
  { lon, lat, points, ways }: Roads,
  { way, first, last }: Segments,
): { readonly ofSegment: Float64Array; readonly ofWay: Float64Array } {
  const ofSegment = new Float64Array(way.length);
  const ofWay = new Float64Array(ways.length);
  for (let segment = 0; segment < way.length; segment++) {
    let metres = 0;
    for (let at = (first[segment] ?? 0) + 1; at <= (last[segment] ?? 0); at++) {
      const [before, point] = [points[at - 1] ?? 0, points[at] ?? 0];
      metres += metresBetween(
        (lat[before] ?? 0) / degreeUnits,
        (lon[before] ?? 0) / degreeUnits,
        (lat[point] ?? 0) / degreeUnits,
        (lon[point] ?? 0) / degreeUnits,
      );
    }
    ofSegment[segment] = metres;
    ofWay[way[segment] ?? 0] = (ofWay[way[segment] ?? 0] ?? 0) + metres;
  }
  return { ofSegment, ofWay };
}

/** Metres a second on a way, in a direction. */
function paces({ forward, backward, crossingSeconds }: Roads, metresOfWay: Float64Array) {
  return (way: number, direction: "forward" | "backward"): number => {
    const crossing = crossingSeconds.get(way);
    if (crossing !== undefined) return (metresOfWay[way] ?? 0) / crossing;
    return ((direction === "forward" ? forward : backward)[way] ?? 0) / 3.6;
  };
}

/** A stretch of road takes some time, were it a tenth of a second. */
const tenths = (metres: number, pace: number): number => (metres === 0 ? 0 : Math.max(1, Math.round((metres / pace) * 10)));
