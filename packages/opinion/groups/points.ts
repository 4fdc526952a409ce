/** Points of the plane, `x` at `2 * point` and `y` after it, and how many people stand on each. */
export interface Points {
  readonly places: Float64Array;
  readonly people: Float64Array;
}

/** The square of the distance between a point of one list and a point of another. */
export function squareBetween(one: Float64Array, at: number, other: Float64Array, otherAt: number): number {
  const x = (one[2 * at] ?? 0) - (other[2 * otherAt] ?? 0);
  const y = (one[2 * at + 1] ?? 0) - (other[2 * otherAt + 1] ?? 0);
  return x * x + y * y;
}

/** The point of a list nearest to a point; the first among equals. */
export function nearest(places: Float64Array, at: number, centres: Float64Array): number {
  const [x, y] = [places[2 * at] ?? 0, places[2 * at + 1] ?? 0];
  let best = 0;
  let least = Infinity;
  for (let centre = 0; 2 * centre < centres.length; centre++) {
    const [right, up] = [x - (centres[2 * centre] ?? 0), y - (centres[2 * centre + 1] ?? 0)];
    const square = right * right + up * up;
    if (square < least) {
      least = square;
      best = centre;
    }
  }
  return best;
}

/** The mean place of the people of each cluster, and how many they are; where a cluster has nobody, what `otherwise` says. */
export function centresOf(points: Points, of: Int32Array, otherwise: Float64Array): Points {
  const places = new Float64Array(otherwise.length);
  const people = new Float64Array(otherwise.length / 2);
  for (const [point, cluster] of of.entries()) {
    if (cluster < 0) continue;
    const weight = points.people[point] ?? 0;
    people[cluster] = (people[cluster] ?? 0) + weight;
    places[2 * cluster] = (places[2 * cluster] ?? 0) + weight * (points.places[2 * point] ?? 0);
    places[2 * cluster + 1] = (places[2 * cluster + 1] ?? 0) + weight * (points.places[2 * point + 1] ?? 0);
  }
  for (let at = 0; at < places.length; at++) {
    const count = people[at >> 1] ?? 0;
    places[at] = count > 0 ? (places[at] ?? 0) / count : (otherwise[at] ?? 0);
  }
  return { places, people };
}
