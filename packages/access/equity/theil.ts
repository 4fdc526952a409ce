import { peopleOf, rankedPlaces, wholeOf, type ByPlace, type Ranked } from "./people.ts";

/**
 * The index T of Theil (1967), weighted by people: 0 when all have the same, the logarithm of the number of people when one has all.
 * 0 when there is nothing to share, `null` when nobody lives there.
 *
 * @throws RangeError as `rankedPlaces`.
 */
export function theil(byPlace: ByPlace): number | null {
  const places = rankedPlaces(byPlace);
  return peopleOf(places) === 0 ? null : theilOf(places);
}

/** An inequality told apart: between the means of the groups, and within the groups. The two add up to the whole. */
export interface TheilParts {
  readonly total: number;
  readonly between: number;
  readonly within: number;
  /** Each group with someone: its own index, and the share of the whole that it holds and so weighs by. */
  readonly groups: readonly { readonly group: string; readonly index: number; readonly held: number }[];
}

/**
 * How much of the inequality is between groups (the communes of a territory), how much within them (Shorrocks 1980).
 *
 * @param groupOf the group of each place.
 * @throws RangeError as `rankedPlaces`, and when `groupOf` does not have one group a place.
 */
export function theilBetween(byPlace: ByPlace, groupOf: readonly string[]): TheilParts | null {
  const { values, people } = byPlace;
  if (groupOf.length !== values.length) throw new RangeError(`There are ${groupOf.length} groups for ${values.length} places.`);
  const all = rankedPlaces(byPlace);
  if (peopleOf(all) === 0) return null;
  const whole = wholeOf(all);
  const places = Map.groupBy(groupOf.keys(), (place) => groupOf[place] ?? "");
  const groups = [...places].flatMap(([group, members]) => {
    const own = rankedPlaces({
      values: members.map((place) => values[place] ?? 0),
      people: members.map((place) => people[place] ?? 0),
    });
    const size = peopleOf(own);
    return size === 0 ? [] : [{ group, size, whole: wholeOf(own), index: theilOf(own) }];
  });
  const means = groups.map((each): Ranked => ({ value: each.whole / each.size, people: each.size }));
  const shares = groups.map((each) => (whole === 0 ? 0 : each.whole / whole));
  return {
    total: theilOf(all),
    between: theilOf(means),
    within: groups.reduce((sum, each, at) => sum + each.index * (shares[at] ?? 0), 0),
    groups: groups.map(({ group, index }, at) => ({ group, index, held: shares[at] ?? 0 })),
  };
}

function theilOf(places: readonly Ranked[]): number {
  const mean = wholeOf(places) / peopleOf(places);
  if (mean === 0) return 0;
  // What a person without anything adds is the limit of x ln x: nothing.
  const sum = places.reduce((total, { value, people }) => {
    const ratio = value / mean;
    return ratio === 0 ? total : total + people * ratio * Math.log(ratio);
  }, 0);
  return Math.max(0, sum / peopleOf(places));
}
