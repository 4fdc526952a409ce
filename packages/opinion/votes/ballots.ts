/** One vote as it came: 1 agrees, −1 disagrees, 0 passes. */
export interface Ballot {
  readonly person: string;
  readonly statement: string;
  readonly vote: number;
  /** When, in any unit that grows: the last vote of a person on a statement is the one that counts. */
  readonly at: number;
}

/** Votes in columns, as they came: `person` and `statement` are places in the lists of names. */
export interface Ballots {
  readonly people: readonly string[];
  readonly statements: readonly string[];
  readonly person: Int32Array;
  readonly statement: Int32Array;
  readonly vote: Int8Array;
  readonly at: Float64Array;
}

/**
 * Votes in columns, from a list of them. Statements nobody has voted on yet are given in `statements`.
 *
 * @throws RangeError when a vote is not 1, 0 or −1, or its time not a number.
 */
export function ballotsOf(list: readonly Ballot[], statements: readonly string[] = []): Ballots {
  const people = new Map<string, number>();
  const named = new Map(statements.map((statement, at) => [statement, at]));
  const person = new Int32Array(list.length);
  const statement = new Int32Array(list.length);
  for (const [at, ballot] of list.entries()) {
    if (ballot.vote !== 1 && ballot.vote !== 0 && ballot.vote !== -1)
      throw new RangeError(`A vote of ${ballot.vote} says nothing: 1 agrees, -1 disagrees, 0 passes.`);
    if (!Number.isFinite(ballot.at)) throw new RangeError(`A vote at ${ballot.at} cannot be put in order: give a number.`);
    person[at] = placeIn(people, ballot.person);
    statement[at] = placeIn(named, ballot.statement);
  }
  return {
    people: [...people.keys()],
    statements: [...named.keys()],
    person,
    statement,
    vote: Int8Array.from(list, ({ vote }) => vote),
    at: Float64Array.from(list, ({ at }) => at),
  };
}

function placeIn(names: Map<string, number>, name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, names.size);
  return names.size - 1;
}
