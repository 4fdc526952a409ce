import { heldBetween, peopleOf, rankedPlaces, type ByPlace } from "./people.ts";

/**
 * The ratio of Palma (2011): what the best-off tenth has, over what the worst-off four tenths have. 1/4 when all have the same.
 * `null` when nobody lives there; `Infinity` is never given: when the four tenths have nothing, there is no ratio, and it is `null` too.
 *
 * @throws RangeError as `rankedPlaces`.
 */
export function palma(byPlace: ByPlace): number | null {
  const places = rankedPlaces(byPlace);
  const low = heldBetween(places, 0, 0.4);
  return low === 0 ? null : heldBetween(places, 0.9, 1) / low;
}

/**
 * The mean of a share of the people at the end that is worst off: by default the last tenth.
 *
 * @param worse `low`: little is bad (a score). `high`: much is bad (minutes of travel).
 * @returns in the unit of the values; `null` when nobody lives there.
 * @throws RangeError as `rankedPlaces`, and when `part` is not over 0 and up to 1.
 */
export function worstOff(byPlace: ByPlace, worse: "low" | "high", part = 0.1): number | null {
  if (!(part > 0 && part <= 1))
    throw new RangeError(`A part of ${part} is no part of the people: give a number over 0, up to 1.`);
  const places = rankedPlaces(byPlace);
  const all = peopleOf(places);
  if (all === 0) return null;
  const held = worse === "low" ? heldBetween(places, 0, part) : heldBetween(places, 1 - part, 1);
  return held / (part * all);
}

/**
 * The share of people who have more than a threshold: who live beyond twenty minutes. Those for whom nothing is within reach have no
 * value; count them with `unreached`.
 *
 * @param unreached people without a value, all beyond.
 * @returns from 0 to 1; `null` when nobody lives there.
 * @throws RangeError as `rankedPlaces`.
 */
export function shareBeyond(byPlace: ByPlace, threshold: number, unreached = 0): number | null {
  const places = rankedPlaces(byPlace);
  const all = peopleOf(places) + unreached;
  return all === 0 ? null : (peopleOf(places.filter(({ value }) => value > threshold)) + unreached) / all;
}
