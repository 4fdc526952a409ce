import { peopleOf, rankedPlaces, wholeOf, type ByPlace } from "./people.ts";

/** So large a share of the people, the worst off first, has so large a share of the whole. */
export interface LorenzPoint {
  readonly people: number;
  readonly held: number;
}

/**
 * The curve of Lorenz (1905), from (0, 0) to (1, 1), one point a place with someone. `null` when nobody lives there, or there is nothing
 * to share: no share of nothing means anything.
 *
 * @throws RangeError as `rankedPlaces`.
 */
export function lorenzCurve(byPlace: ByPlace): readonly LorenzPoint[] | null {
  const places = rankedPlaces(byPlace);
  const [all, whole] = [peopleOf(places), wholeOf(places)];
  if (all === 0 || whole === 0) return null;
  let [people, held] = [0, 0];
  const points = places.map((place): LorenzPoint => {
    people += place.people;
    held += place.people * place.value;
    return { people: people / all, held: held / whole };
  });
  return [{ people: 0, held: 0 }, ...points];
}

/**
 * The index of Gini (1912), weighted by people: 0 when all have the same, near 1 when one has all. It is 1 less twice the area under the
 * curve of Lorenz. 0 when there is nothing to share, `null` when nobody lives there.
 *
 * @throws RangeError as `rankedPlaces`.
 */
export function gini(byPlace: ByPlace): number | null {
  const places = rankedPlaces(byPlace);
  const [all, whole] = [peopleOf(places), wholeOf(places)];
  if (all === 0) return null;
  if (whole === 0) return 0;
  let [held, area] = [0, 0];
  for (const { people, value } of places) {
    const own = people * value;
    area += people * (2 * held + own);
    held += own;
  }
  return Math.max(0, 1 - area / (all * whole));
}
