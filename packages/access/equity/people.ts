/**
 * What each place has, and for how many people: scores, minutes, euros a head. `values` are 0 or more and belong to each person of the
 * place; `people` are 0 or more, and may be fractions (census weights).
 */
export interface ByPlace {
  readonly values: ArrayLike<number>;
  readonly people: ArrayLike<number>;
}

/** A place with its share of the whole, in the order of what it has. */
export interface Ranked {
  readonly value: number;
  readonly people: number;
}

/**
 * Places with someone, the worst off first. Empty when nobody lives anywhere.
 *
 * @throws RangeError when the lists differ in length, or hold a number that is negative or not finite.
 */
export function rankedPlaces({ values, people }: ByPlace): readonly Ranked[] {
  if (values.length !== people.length)
    throw new RangeError(`There are ${values.length} values for ${people.length} places with people.`);
  const places = Array.from(values, (value, place): Ranked => ({
    value: amount(value, "value", place),
    people: amount(people[place] ?? Number.NaN, "number of people", place),
  }));
  return places.filter((place) => place.people > 0).sort((one, other) => one.value - other.value);
}

function amount(number: number, what: string, place: number): number {
  if (number >= 0 && number < Infinity) return number;
  throw new RangeError(`The ${what} at ${place} is ${number}: it must be 0 or more.`);
}

/** The people of these places. */
export const peopleOf = (places: readonly Ranked[]): number => places.reduce((sum, place) => sum + place.people, 0);

/** All that these people have. */
export const wholeOf = (places: readonly Ranked[]): number => places.reduce((sum, place) => sum + place.value * place.people, 0);

/** Fewer than this share of the people is nobody: what rounding leaves where a bound falls between two places. */
const NOBODY = 1e-9;

/**
 * What the people from share `from` to share `to` of the ranking have, together. A place that a bound cuts through gives its part:
 * those who live there are alike.
 */
export function heldBetween(places: readonly Ranked[], from: number, to: number): number {
  const all = peopleOf(places);
  let [before, held] = [0, 0];
  for (const { value, people } of places) {
    const after = before + people;
    const within = Math.min(after, to * all) - Math.max(before, from * all);
    if (within > NOBODY * all) held += value * within;
    before = after;
  }
  return held;
}
