/** The mean radius of the Earth, in metres (IUGG). */
export const earthRadius = 6_371_008.8;

const radians = Math.PI / 180;

/** Metres between two places in degrees, on a sphere: within 0.5 % of the ellipsoid. */
export function metresBetween(lat0: number, lon0: number, lat1: number, lon1: number): number {
  const north = Math.sin(((lat1 - lat0) * radians) / 2);
  const east = Math.sin(((lon1 - lon0) * radians) / 2);
  const haversine = north * north + Math.cos(lat0 * radians) * Math.cos(lat1 * radians) * east * east;
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, haversine)));
}
