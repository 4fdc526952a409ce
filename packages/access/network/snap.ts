import { earthRadius } from "./metres.ts";
import { degreeUnits, impassable, type Network } from "./network.ts";
import { addUp } from "../storage/row-starts.ts";

/** Where a point meets the roads. */
export interface Snapped {
  readonly kind: "on-road";
  readonly segment: number;
  /** Decimetres from the segment's `from`, along its shape; `length` at most. */
  readonly along: number;
  /** Decimetres from the point to the road, in a straight line. */
  readonly walk: number;
}

/** No road is near enough. */
export interface Lost {
  readonly kind: "too-far";
}

export interface SnapOptions {
  /** How far from a road a point may be, in metres. 1,000 by default. */
  readonly within?: number;
}

/** A way onto a network, or off it: a node, and the tenths of a second and decimetres between it and the point. */
export interface Access {
  readonly node: number;
  readonly tenths: number;
  readonly decimetres: number;
}

const METRES_A_DEGREE = (earthRadius * Math.PI) / 180;
const CELL_METRES = 500;

/**
 * Prepares to find the road nearest to points: to its segments, not to its nodes, which may be a village apart.
 *
 * @returns a function of latitude and longitude, in degrees; it throws a RangeError when they are none.
 */
export function snapper(network: Network, { within = 1_000 }: SnapOptions = {}): (lat: number, lon: number) => Snapped | Lost {
  const index = indexes.get(network) ?? indexOf(network);
  indexes.set(network, index);
  return (lat, lon) => {
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180))
      throw new RangeError(`(${lat}, ${lon}) is no place: a latitude is from -90 to 90, a longitude from -180 to 180.`);
    return nearest(network, index, lat, lon, within);
  };
}

const indexes = new WeakMap<Network, Index>();

/** Straight pieces of segments, listed by the cells of a grid that they cross. */
interface Index {
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly height: number;
  /** Degrees. */
  readonly cellLon: number;
  readonly cellLat: number;
  readonly starts: Uint32Array;
  readonly segments: Uint32Array;
}

/** The points of a segment: its two ends, and its bends between. */
const pointsOf = ({ shapeStarts }: Network, segment: number): number =>
  2 + (shapeStarts[segment + 1] ?? 0) - (shapeStarts[segment] ?? 0);

function lonAt(network: Network, segment: number, point: number): number {
  const last = pointsOf(network, segment) - 1;
  if (point === 0) return (network.nodeLon[network.from[segment] ?? 0] ?? 0) / degreeUnits;
  if (point === last) return (network.nodeLon[network.to[segment] ?? 0] ?? 0) / degreeUnits;
  return (network.shapeLon[(network.shapeStarts[segment] ?? 0) + point - 1] ?? 0) / degreeUnits;
}

function latAt(network: Network, segment: number, point: number): number {
  const last = pointsOf(network, segment) - 1;
  if (point === 0) return (network.nodeLat[network.from[segment] ?? 0] ?? 0) / degreeUnits;
  if (point === last) return (network.nodeLat[network.to[segment] ?? 0] ?? 0) / degreeUnits;
  return (network.shapeLat[(network.shapeStarts[segment] ?? 0) + point - 1] ?? 0) / degreeUnits;
}

function indexOf(network: Network): Index {
  let [west, south, east, north] = [180, 90, -180, -90];
  const segments = network.from.length;
  for (let segment = 0; segment < segments; segment++)
    for (let point = 0; point < pointsOf(network, segment); point++) {
      const [lon, lat] = [lonAt(network, segment, point), latAt(network, segment, point)];
      [west, east] = [Math.min(west, lon), Math.max(east, lon)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
  const cellLat = CELL_METRES / METRES_A_DEGREE;
  const cellLon = cellLat / Math.max(0.01, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const width = Math.max(1, Math.floor((east - west) / cellLon) + 1);
  const height = Math.max(1, Math.floor((north - south) / cellLat) + 1);
  const grid = { west, south, width, height, cellLon, cellLat };
  const starts = new Uint32Array(width * height + 1);
  for (let segment = 0; segment < segments; segment++)
    eachCell(network, grid, segment, (cell) => {
      starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
    });
  addUp(starts);
  const next = starts.slice();
  const listed = new Uint32Array(starts[width * height] ?? 0);
  for (let segment = 0; segment < segments; segment++)
    eachCell(network, grid, segment, (cell) => {
      listed[next[cell] ?? 0] = segment;
      next[cell] = (next[cell] ?? 0) + 1;
    });
  return { ...grid, starts, segments: listed };
}

type Grid = Omit<Index, "starts" | "segments">;
const columnOf = ({ west, cellLon }: Grid, lon: number): number => Math.floor((lon - west) / cellLon);
const rowOf = ({ south, cellLat }: Grid, lat: number): number => Math.floor((lat - south) / cellLat);

/** The cells of the rectangle round each straight piece, each cell once a piece. */
function eachCell(network: Network, grid: Grid, segment: number, see: (cell: number) => void): void {
  // Its copies are at the same place.
  if (network.original[segment] !== segment) return;
  let seen = -1;
  for (let point = 1; point < pointsOf(network, segment); point++) {
    const columns = [columnOf(grid, lonAt(network, segment, point - 1)), columnOf(grid, lonAt(network, segment, point))];
    const rows = [rowOf(grid, latAt(network, segment, point - 1)), rowOf(grid, latAt(network, segment, point))];
    for (let row = Math.min(...rows); row <= Math.max(...rows); row++)
      for (let column = Math.min(...columns); column <= Math.max(...columns); column++) {
        const cell = row * grid.width + column;
        if (cell !== seen) see(cell);
        seen = cell;
      }
  }
}

function nearest(network: Network, index: Index, lat: number, lon: number, within: number): Snapped | Lost {
  const [column, row] = [columnOf(index, lon), rowOf(index, lat)];
  // A degree of longitude is shorter in the north of the grid than at its middle: a ring more is looked at.
  const rings = Math.ceil((within / CELL_METRES) * 1.05) + 1;
  let best: Snapped | Lost = { kind: "too-far" };
  let reach = within;
  for (let ring = 0; ring <= rings; ring++) {
    if ((ring - 1) * CELL_METRES * 0.95 > reach) break;
    for (let y = Math.max(0, row - ring); y <= Math.min(index.height - 1, row + ring); y++)
      for (let x = column - ring; x <= column + ring; x += y === row - ring || y === row + ring ? 1 : Math.max(1, 2 * ring)) {
        if (x < 0 || x >= index.width) continue;
        const cell = y * index.width + x;
        for (let at = index.starts[cell] ?? 0; at < (index.starts[cell + 1] ?? 0); at++) {
          const segment = index.segments[at] ?? 0;
          const { metres, share } = project(network, segment, lat, lon);
          const isNearer = metres < reach || (best.kind === "too-far" && metres <= reach);
          // Two roads at the same distance: the one with the lower number, whatever the cell that was looked at first.
          if (!isNearer && !(best.kind === "on-road" && metres === reach && segment < best.segment)) continue;
          reach = metres;
          best = {
            kind: "on-road",
            segment,
            along: Math.round(share * (network.length[segment] ?? 0)),
            walk: Math.round(metres * 10),
          };
        }
      }
  }
  return best;
}

/** How far a point is from a segment, and at which share of it, on a plane that touches the Earth there. */
function project(
  network: Network,
  segment: number,
  lat: number,
  lon: number,
): { readonly metres: number; readonly share: number } {
  const east = METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180);
  let [best, along, total] = [Infinity, 0, 0];
  let x0 = (lonAt(network, segment, 0) - lon) * east;
  let y0 = (latAt(network, segment, 0) - lat) * METRES_A_DEGREE;
  for (let point = 1; point < pointsOf(network, segment); point++) {
    const x1 = (lonAt(network, segment, point) - lon) * east;
    const y1 = (latAt(network, segment, point) - lat) * METRES_A_DEGREE;
    const [dx, dy] = [x1 - x0, y1 - y0];
    const square = dx * dx + dy * dy;
    const length = Math.sqrt(square);
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, -(x0 * dx + y0 * dy) / square));
    const metres = Math.hypot(x0 + share * dx, y0 + share * dy);
    if (metres < best) [best, along] = [metres, total + share * length];
    total += length;
    [x0, y0] = [x1, y1];
  }
  return { metres: best, share: total === 0 ? 0 : along / total };
}

/** Tenths of a second to walk so many decimetres. */
const walkTenths = ({ walkSpeed }: Network, decimetres: number): number => Math.round(decimetres / (walkSpeed / 3.6));

const part = (whole: number, share: number, of: number): number => (of === 0 ? 0 : Math.round((whole * share) / of));

/** From the point to the nodes that it can go to first, the walk to the road included: those of its segment, and of its copies. */
export function departures(network: Network, snapped: Snapped): readonly Access[] {
  return ends(network, snapped, "departures");
}

/** From the nodes by which the point can be come to last, the walk from the road included. */
export function arrivals(network: Network, snapped: Snapped): readonly Access[] {
  return ends(network, snapped, "arrivals");
}

function ends(network: Network, { segment, along, walk }: Snapped, side: "departures" | "arrivals"): readonly Access[] {
  const [towardsTo, towardsFrom] =
    side === "departures" ? [network.forward, network.backward] : [network.backward, network.forward];
  const length = network.length[segment] ?? 0;
  const onFoot = walkTenths(network, walk);
  const list: Access[] = [];
  const add = (node: number, whole: number, distance: number): void => {
    if (whole !== impassable) list.push({ node, tenths: onFoot + part(whole, distance, length), decimetres: walk + distance });
  };
  for (const copy of copiesOf(network, segment)) {
    add(network.to[copy] ?? 0, towardsTo[copy] ?? impassable, length - along);
    add(network.from[copy] ?? 0, towardsFrom[copy] ?? impassable, along);
  }
  return list;
}

/** The segment itself first. */
function copiesOf({ original }: Network, segment: number): readonly number[] {
  const copies: number[] = [];
  for (let copy = segment; original[copy] === segment; copy++) copies.push(copy);
  return copies;
}

/**
 * The way between two points of one segment that does not leave it, both walks included; nothing when they are on two segments, or the
 * segment is one-way and the other way round.
 */
export function direct(network: Network, start: Snapped, end: Snapped): Omit<Access, "node"> | undefined {
  if (start.segment !== end.segment) return undefined;
  const length = network.length[start.segment] ?? 0;
  const distance = Math.abs(end.along - start.along);
  const times = end.along >= start.along ? network.forward : network.backward;
  const whole = Math.min(...copiesOf(network, start.segment).map((copy) => times[copy] ?? impassable));
  if (whole === impassable && distance > 0) return undefined;
  const walk = start.walk + end.walk;
  const onFoot = walkTenths(network, start.walk) + walkTenths(network, end.walk);
  return { tenths: onFoot + (distance === 0 ? 0 : part(whole, distance, length)), decimetres: walk + distance };
}
