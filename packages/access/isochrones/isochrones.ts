import { contours } from "d3-contour";
import type { Network } from "../network/network.ts";
import type { Snapped } from "../network/snap.ts";
import { timeField, type FieldOptions, type TimeField } from "./field.ts";

/** What is reached within a time, as a geometry of GeoJSON (RFC 7946): degrees, outlines against the clock and holes with it. */
export interface Isochrone {
  readonly minutes: number;
  readonly geometry: { readonly type: "MultiPolygon"; readonly coordinates: readonly Polygon[] };
}
type Polygon = readonly Ring[];
type Ring = readonly (readonly [lon: number, lat: number])[];

/**
 * The places that are reached within each time: along the roads, and on foot beside them. The outline is drawn at the middle of the cells of
 * a grid (marching squares): it is as fine as the cell.
 *
 * @param reached tenths of a second by node from the start, its walk included, `Infinity` where no way leads.
 * @param minutes the times, positive. A shorter one lies within a longer one.
 * @throws RangeError when a time is not positive, or the grid has more than 50 million cells.
 */
export function isochrones(
  network: Network,
  start: Snapped,
  reached: Float64Array,
  minutes: readonly number[],
  { cell = 100, aside = 200 }: Partial<FieldOptions> = {},
): readonly Isochrone[] {
  for (const each of minutes) if (!(each > 0 && each < Infinity)) throw new RangeError(`${each} minutes: a time is positive.`);
  const until = Math.max(0, ...minutes) * 600;
  const field = timeField(network, reached, start, until, { cell, aside });
  return minutes.map((each) => ({
    minutes: each,
    geometry: { type: "MultiPolygon", coordinates: within(field, each * 600) },
  }));
}

function within({ columns, rows, tenths, west, south, cellLon, cellLat }: TimeField, limit: number): readonly Polygon[] {
  if (columns * rows === 0) return [];
  // Time that is left, so that what is reached is above; nothing is farther below than the edge of a cell needs to be drawn.
  const left = Array.from(tenths, (time) => Math.max(-limit, limit - time));
  const { coordinates } = contours().size([columns, rows]).smooth(true).contour(left, 0);
  const place = ([x = 0, y = 0]: readonly number[]): readonly [number, number] => [
    rounded(west + x * cellLon),
    rounded(south + y * cellLat),
  ];
  return coordinates.map((polygon) => polygon.map((ring, at) => wound(ring.map(place), at === 0 ? "outline" : "hole")));
}

/** To a centimetre or so. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

function wound(ring: Ring, as: "outline" | "hole"): Ring {
  const [lon0, lat0] = ring[0] ?? [0, 0];
  let area = 0;
  for (const [at, [lon, lat]] of ring.entries()) {
    const [nextLon, nextLat] = ring[at + 1] ?? [lon0, lat0];
    area += (lon - lon0) * (nextLat - lat0) - (nextLon - lon0) * (lat - lat0);
  }
  return area > 0 === (as === "outline") ? ring : ring.toReversed();
}
