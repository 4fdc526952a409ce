/** How many people of a group have each value of a trait (their commune, their age), small numbers told together. */
export interface Composition {
  readonly values: readonly { readonly value: string; readonly people: number }[];
  /** Those whose value is rarer than may be told, or not known. */
  readonly others: number;
}

/**
 * What makes up some people, by a trait, without telling of fewer than `smallest`: rarer values are told together, with the next rarest when
 * they are still too few for none to be found by subtraction. Nothing when the people are fewer than `smallest`.
 *
 * @param traits the value of each person, `null` when it is not known.
 */
export function composition(traits: readonly (string | null)[], smallest = 5): Composition | null {
  if (traits.length < smallest) return null;
  const known = Map.groupBy(
    traits.filter((trait) => trait !== null),
    (trait) => trait,
  );
  const values = [...known]
    .map(([value, { length }]) => ({ value, people: length }))
    .sort((one, other) => other.people - one.people || (one.value < other.value ? -1 : 1));
  let others = traits.length - values.reduce((sum, { people }) => sum + people, 0);
  for (let last = values.at(-1); last !== undefined; last = values.at(-1)) {
    if (last.people >= smallest && (others === 0 || others >= smallest)) break;
    others += last.people;
    values.pop();
  }
  return { values, others };
}
