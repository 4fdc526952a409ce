/**
 * The outline of some points: the corners of the least convex shape that holds them, anticlockwise from the leftmost (Andrew 1979).
 *
 * @param places two numbers a point.
 * @param points which of them.
 */
export function hullOf(places: Float64Array, points: readonly number[]): readonly (readonly [number, number])[] {
  const sorted = points
    .map((point): readonly [number, number] => [places[2 * point] ?? 0, places[2 * point + 1] ?? 0])
    .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const distinct = sorted.filter((point, at) => at === 0 || point[0] !== sorted[at - 1]?.[0] || point[1] !== sorted[at - 1]?.[1]);
  if (distinct.length < 3) return distinct;
  const [below, above] = [chain(distinct), chain(distinct.toReversed())];
  return [...below.slice(0, -1), ...above.slice(0, -1)];
}

function chain(points: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  for (const point of points) {
    for (;;) {
      const [last, before] = [out.at(-1), out.at(-2)];
      if (last === undefined || before === undefined || turn(before, last, point) > 0) break;
      out.pop();
    }
    out.push(point);
  }
  return out;
}

const turn = (a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
