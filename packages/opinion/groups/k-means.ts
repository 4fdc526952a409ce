import { centresOf, nearest, squareBetween, type Points } from "./points.ts";

/** Points put in clusters: the cluster of each point, the place of each cluster and its people. */
export interface Clustering {
  readonly of: Int32Array;
  readonly centres: Points;
}

/**
 * Each point goes to the nearest centre, each centre to the mean of its people, until nothing moves (Lloyd 1982), or for so many rounds.
 *
 * @param starts the first centres, two numbers each: as many as there are clusters. A cluster may end with nobody.
 */
export function kMeans(points: Points, starts: Float64Array, rounds = 1_000): Clustering {
  const of = new Int32Array(points.people.length).fill(-1);
  let centres: Points = { places: starts, people: new Float64Array(starts.length / 2) };
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    const reach = reachOf(centres.places);
    for (let point = 0; point < of.length; point++) {
      const own = of[point] ?? -1;
      if (own >= 0 && squareBetween(points.places, point, centres.places, own) < (reach[own] ?? 0)) continue;
      const cluster = nearest(points.places, point, centres.places);
      if (cluster !== of[point]) moved = true;
      of[point] = cluster;
    }
    if (!moved) break;
    centres = centresOf(points, of, centres.places);
  }
  return { of, centres };
}

/**
 * How far from a centre, squared, no other can be nearer: half the way to the next (Elkan 2003), less what rounding may take.
 */
function reachOf(centres: Float64Array): Float64Array {
  return Float64Array.from({ length: centres.length / 2 }, (_, own) => {
    let least = Infinity;
    for (let other = 0; 2 * other < centres.length; other++)
      if (other !== own) least = Math.min(least, squareBetween(centres, own, centres, other));
    return (least / 4) * (1 - 1e-9);
  });
}

/**
 * One cluster more than so many centres: it starts where it would gather most at once, or all start anew from the shape of the points, and
 * the way that leaves least spread is kept (Likas, Vlassis and Verbeek 2003, fast global k-means). The same points give the same clusters.
 *
 * @param centres two numbers each: those of the clustering with one cluster less.
 */
export function oneMore(points: Points, centres: Float64Array): Clustering {
  const added = Float64Array.from([...centres, ...mostGathering(points, centres)]);
  const [grown, anew] = [kMeans(points, added), kMeans(points, startsOf(points, added.length / 2))];
  return spreadOf(points, anew) < spreadOf(points, grown) ? anew : grown;
}

/** The point which, as a centre, would bring the sum of squares down most. */
function mostGathering(points: Points, centres: Float64Array): readonly [number, number] {
  const { places, people } = points;
  const now = Float64Array.from(people.keys(), (point) => squareBetween(places, point, centres, nearest(places, point, centres)));
  let [best, most] = [0, -1];
  for (const candidate of people.keys()) {
    let saved = 0;
    for (const [point, square] of now.entries())
      saved += (people[point] ?? 0) * Math.max(0, square - squareBetween(places, point, places, candidate));
    if (saved > most) [best, most] = [candidate, saved];
  }
  return [places[2 * best] ?? 0, places[2 * best + 1] ?? 0];
}

/** The sum of squares of the distances to the centre of each, people counted. */
export const spreadOf = ({ places, people }: Points, { of, centres }: Clustering): number =>
  of.reduce((sum, cluster, point) => sum + (people[point] ?? 0) * squareBetween(places, point, centres.places, cluster), 0);

/**
 * Where clusters may start, from the shape of the points alone: the widest part is cut at its mean, across its longest direction, until there
 * are `count` parts, or each is one place (Su and Dy 2007, PCA-Part). Two numbers each.
 */
export function startsOf(points: Points, count: number): Float64Array {
  const parts = [partOf(points, Int32Array.from(points.people.keys()))];
  while (parts.length < count) {
    const widest = parts.reduce((best, part, at) => (part.spread > (parts[best]?.spread ?? 0) ? at : best), 0);
    const part = parts[widest];
    if (part === undefined || !(part.spread > 0)) break;
    const { x, y, right, up } = part;
    const isBeyond = (point: number): boolean =>
      ((points.places[2 * point] ?? 0) - x) * right + ((points.places[2 * point + 1] ?? 0) - y) * up > 0;
    const beyond = part.points.filter(isBeyond);
    const within = part.points.filter((point) => !isBeyond(point));
    // What is left of a spread when all points are at one place is rounding.
    if (beyond.length === 0 || within.length === 0) parts[widest] = { ...part, spread: 0 };
    else parts.splice(widest, 1, partOf(points, within), partOf(points, beyond));
  }
  return Float64Array.from(parts.flatMap(({ x, y }) => [x, y]));
}

interface Part {
  readonly points: Int32Array;
  readonly x: number;
  readonly y: number;
  /** The sum of squares around the mean. */
  readonly spread: number;
  /** The longest direction. */
  readonly right: number;
  readonly up: number;
}

function partOf({ places, people }: Points, points: Int32Array): Part {
  let [count, x, y] = [0, 0, 0];
  for (const point of points) {
    const weight = people[point] ?? 0;
    count += weight;
    x += weight * (places[2 * point] ?? 0);
    y += weight * (places[2 * point + 1] ?? 0);
  }
  x /= count;
  y /= count;
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points) {
    const weight = people[point] ?? 0;
    const [right, up] = [(places[2 * point] ?? 0) - x, (places[2 * point + 1] ?? 0) - y];
    xx += weight * right * right;
    xy += weight * right * up;
    yy += weight * up * up;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  return { points, x, y, spread: xx + yy, right: Math.cos(angle), up: Math.sin(angle) };
}
