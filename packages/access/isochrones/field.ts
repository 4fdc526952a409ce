import { earthRadius, metresBetween } from "../network/metres.ts";
import { degreeUnits, impassable, type Network } from "../network/network.ts";
import type { Snapped } from "../network/snap.ts";

/** Times on a grid, row by row from the south, each at the middle of its cell. */
export interface TimeField {
  readonly west: number;
  readonly south: number;
  readonly columns: number;
  readonly rows: number;
  /** Degrees. */
  readonly cellLon: number;
  readonly cellLat: number;
  /** Tenths of a second; `Infinity` where nobody comes. */
  readonly tenths: Float64Array;
}

export interface FieldOptions {
  /** The side of a cell, in metres. */
  readonly cell: number;
  /** How far from the road people walk, in metres. */
  readonly aside: number;
}

// A country at 50 m: beyond, the memory of a page.
const mostCells = 50_000_000;

/**
 * The times at which the places around the roads are reached: along each road, then on foot beside it.
 *
 * @param reached tenths of a second by node, `Infinity` where no way leads.
 * @param start where the journey meets the roads: its own segment is entered there, not by an end.
 * @param until tenths of a second after which nothing is looked at.
 * @throws RangeError when the cells are so small that the grid has more than 50 million.
 */
export function timeField(
  network: Network,
  reached: Float64Array,
  start: Snapped,
  until: number,
  { cell, aside }: FieldOptions,
): TimeField {
  const margin = aside + 2 * cell;
  const field = emptyField(network, reached, start, until, cell, margin);
  const pace = network.walkSpeed / 3.6 / 10;
  const spread = Math.ceil(aside / cell);
  eachSample(network, reached, start, cell / 2, until, (lon, lat, tenths) => {
    const [x, y] = [(lon - field.west) / field.cellLon - 0.5, (lat - field.south) / field.cellLat - 0.5];
    for (let row = Math.max(0, Math.floor(y) - spread); row <= Math.min(field.rows - 1, Math.ceil(y) + spread); row++)
      for (
        let column = Math.max(0, Math.floor(x) - spread);
        column <= Math.min(field.columns - 1, Math.ceil(x) + spread);
        column++
      ) {
        // The corners of the cell that holds the place are reached whatever the distance: a road is never thinner than the grid.
        const isBeside = Math.abs(column - x) < 1 && Math.abs(row - y) < 1;
        const metres = Math.hypot(column - x, row - y) * cell;
        if (!isBeside && metres > aside) continue;
        const at = row * field.columns + column;
        const there = isBeside ? tenths : tenths + metres / pace;
        if (there < (field.tenths[at] ?? 0)) field.tenths[at] = there;
      }
  });
  return field;
}

function emptyField(
  network: Network,
  reached: Float64Array,
  start: Snapped,
  until: number,
  cell: number,
  margin: number,
): TimeField {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  eachSample(network, reached, start, cell / 2, until, (lon, lat) => {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  });
  const degree = (earthRadius * Math.PI) / 180;
  const cellLat = cell / degree;
  const cellLon = cellLat / Math.max(0.01, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const isEmpty = west > east;
  const around = Math.ceil(margin / cell);
  const columns = isEmpty ? 0 : Math.ceil((east - west) / cellLon) + 2 * around;
  const rows = isEmpty ? 0 : Math.ceil((north - south) / cellLat) + 2 * around;
  if (columns * rows > mostCells)
    throw new RangeError(`Cells of ${cell} m make a grid of ${columns} × ${rows}: take larger ones.`);
  return {
    west: west - around * cellLon,
    south: south - around * cellLat,
    columns,
    rows,
    cellLon,
    cellLat,
    tenths: new Float64Array(columns * rows).fill(Infinity),
  };
}

type See = (lon: number, lat: number, tenths: number) => void;

/** Places along the roads, every `step` metres at most, with the time at which each is reached; those reached in time only. */
function eachSample(network: Network, reached: Float64Array, start: Snapped, step: number, until: number, see: See): void {
  for (let segment = 0; segment < network.from.length; segment++) {
    const timeAt = timesAlong(network, reached, start, segment);
    const isStart = network.original[segment] === start.segment;
    const soonest = Math.min(reached[network.from[segment] ?? 0] ?? Infinity, reached[network.to[segment] ?? 0] ?? Infinity);
    if (!isStart && soonest > until) continue;
    alongShape(network, segment, step, (lon, lat, share) => {
      const tenths = timeAt(share);
      if (tenths <= until) see(lon, lat, tenths);
    });
  }
}

/** The time at each share of a segment: by one end, by the other, or from the start that stands on it. */
function timesAlong(network: Network, reached: Float64Array, start: Snapped, segment: number): (share: number) => number {
  const [forward, backward] = [network.forward[segment] ?? impassable, network.backward[segment] ?? impassable];
  const byFrom = forward === impassable ? Infinity : (reached[network.from[segment] ?? 0] ?? Infinity);
  const byTo = backward === impassable ? Infinity : (reached[network.to[segment] ?? 0] ?? Infinity);
  const isStart = network.original[segment] === start.segment;
  const length = network.length[segment] ?? 0;
  const origin = length === 0 ? 0 : start.along / length;
  const walk = start.walk / (network.walkSpeed / 3.6);
  return (share) => {
    const ends = Math.min(byFrom + forward * share, byTo + backward * (1 - share));
    if (!isStart) return ends;
    const whole = share >= origin ? forward : backward;
    return Math.min(ends, share === origin ? walk : whole === impassable ? Infinity : walk + whole * Math.abs(share - origin));
  };
}

function alongShape(
  network: Network,
  segment: number,
  step: number,
  see: (lon: number, lat: number, share: number) => void,
): void {
  const { nodeLon, nodeLat, from, to, shapeStarts, shapeLon, shapeLat } = network;
  const [first, end] = [shapeStarts[segment] ?? 0, shapeStarts[segment + 1] ?? 0];
  const lons = [nodeLon[from[segment] ?? 0] ?? 0, ...shapeLon.subarray(first, end), nodeLon[to[segment] ?? 0] ?? 0];
  const lats = [nodeLat[from[segment] ?? 0] ?? 0, ...shapeLat.subarray(first, end), nodeLat[to[segment] ?? 0] ?? 0];
  const point = (at: number): readonly [number, number] => [(lons[at] ?? 0) / degreeUnits, (lats[at] ?? 0) / degreeUnits];
  const total = (network.length[segment] ?? 0) / 10;
  let gone = 0;
  for (let at = 1; at < lons.length; at++) {
    const [[lon0, lat0], [lon1, lat1]] = [point(at - 1), point(at)];
    const metres = metresBetween(lat0, lon0, lat1, lon1);
    const pieces = Math.max(1, Math.ceil(metres / step));
    for (let piece = at === 1 ? 0 : 1; piece <= pieces; piece++) {
      const part = piece / pieces;
      const share = total === 0 ? 0 : Math.min(1, (gone + metres * part) / total);
      see(lon0 + (lon1 - lon0) * part, lat0 + (lat1 - lat0) * part, share);
    }
    gone += metres;
  }
}
