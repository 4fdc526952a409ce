import type { Ballots } from "./ballots.ts";

/**
 * The votes that count, person by person and statement by statement: only what was voted is held, in typed arrays.
 *
 * People and statements are in one order whatever the order they came in (the shorter name first, then by code units, so that numbers
 * are in theirs): everything computed from the matrix is then the same.
 */
export interface VoteMatrix {
  readonly people: readonly string[];
  readonly statements: readonly string[];
  /** Where the votes of each person begin in `statementOf` and `vote`: one more than there are people. */
  readonly rowStart: Int32Array;
  /** The statement of each vote, growing within a person. */
  readonly statementOf: Int32Array;
  /** 1 agrees, −1 disagrees, 0 passes. */
  readonly vote: Int8Array;
  /** Where the votes on each statement begin in `personOf` and `placeOf`: one more than there are statements. */
  readonly columnStart: Int32Array;
  /** The person of each vote on a statement, growing. */
  readonly personOf: Int32Array;
  /** Where that vote is in `vote`. */
  readonly placeOf: Int32Array;
}

/**
 * The votes that count: the last of each person on each statement, none on a statement that was moderated out. Two different votes at the
 * same time are a pass: nobody can say which came last. People who are left without a vote are left out.
 *
 * @param moderatedOut statements that are in nothing.
 * @throws RangeError when a name comes twice, or a vote points outside the lists.
 */
export function matrixOf(ballots: Ballots, moderatedOut: ReadonlySet<string> = new Set()): VoteMatrix {
  const { person, statement, vote, at } = ballots;
  const columns = ordered(ballots.statements, (name) => !moderatedOut.has(name));
  const voted = new Uint8Array(ballots.people.length);
  for (let each = 0; each < person.length; each++) {
    const who = person[each] ?? -1;
    const what = statement[each] ?? -1;
    if (who < 0 || who >= voted.length || what < 0 || what >= ballots.statements.length)
      throw new RangeError(`Vote ${each} is of person ${who} on statement ${what}, and the lists do not go that far.`);
    if ((columns.rank[what] ?? -1) >= 0) voted[who] = 1;
  }
  const rows = ordered(ballots.people, (_name, who) => voted[who] === 1);
  const byStatement = sorted(Int32Array.from(person.keys()), statement, columns);
  const inOrder = sorted(byStatement, person, rows);

  const rowStart = new Int32Array(rows.names.length + 1);
  const statementOf = new Int32Array(inOrder.length);
  const kept = new Int8Array(inOrder.length);
  let votes = 0;
  let before = -1;
  let latest = -Infinity;
  for (const each of inOrder) {
    const row = rows.rank[person[each] ?? 0] ?? 0;
    const column = columns.rank[statement[each] ?? 0] ?? 0;
    const when = at[each] ?? 0;
    const what = vote[each] ?? 0;
    const pair = row * columns.names.length + column;
    if (pair !== before) {
      statementOf[votes] = column;
      kept[votes] = what;
      votes += 1;
      rowStart[row + 1] = votes;
      before = pair;
      latest = when;
    } else if (when > latest) {
      kept[votes - 1] = what;
      latest = when;
    } else if (when === latest && kept[votes - 1] !== what) kept[votes - 1] = 0;
  }
  return withColumns(rows.names, columns.names, rowStart, statementOf.slice(0, votes), kept.slice(0, votes));
}

/**
 * The same people and statements without some of the votes: what a burst of like votes changes is seen beside the whole.
 *
 * @param isOut whether a vote is left out, by the places of its person and its statement in the matrix.
 */
export function withoutVotes(matrix: VoteMatrix, isOut: (person: number, statement: number) => boolean): VoteMatrix {
  const { people, statements } = matrix;
  const rowStart = new Int32Array(people.length + 1);
  const places: number[] = [];
  for (let person = 0; person < people.length; person++) {
    for (let place = rowFrom(matrix, person); place < rowFrom(matrix, person + 1); place++)
      if (!isOut(person, matrix.statementOf[place] ?? 0)) places.push(place);
    rowStart[person + 1] = places.length;
  }
  const statementOf = Int32Array.from(places, (place) => matrix.statementOf[place] ?? 0);
  const vote = Int8Array.from(places, (place) => matrix.vote[place] ?? 0);
  return withColumns(people, statements, rowStart, statementOf, vote);
}

/** The votes of some people, by their places, as many times as each is given: a sample of the people, drawn with or without return. */
export function votesOf(matrix: VoteMatrix, people: Int32Array): VoteMatrix {
  const rowStart = new Int32Array(people.length + 1);
  for (const [row, person] of people.entries())
    rowStart[row + 1] = (rowStart[row] ?? 0) + rowFrom(matrix, person + 1) - rowFrom(matrix, person);
  const statementOf = new Int32Array(rowStart[people.length] ?? 0);
  const vote = new Int8Array(statementOf.length);
  for (const [row, person] of people.entries()) {
    const [from, to] = [rowFrom(matrix, person), rowFrom(matrix, person + 1)];
    statementOf.set(matrix.statementOf.subarray(from, to), rowStart[row]);
    vote.set(matrix.vote.subarray(from, to), rowStart[row]);
  }
  const names = Array.from(people, (person) => matrix.people[person] ?? "");
  return withColumns(names, matrix.statements, rowStart, statementOf, vote);
}

/** How many statements each person has voted on, passes included. */
export function votesByPerson({ people, rowStart }: VoteMatrix): Int32Array {
  return Int32Array.from(people, (_name, person) => (rowStart[person + 1] ?? 0) - (rowStart[person] ?? 0));
}

const rowFrom = (matrix: VoteMatrix, person: number): number => matrix.rowStart[person] ?? 0;

function withColumns(
  people: readonly string[],
  statements: readonly string[],
  rowStart: Int32Array,
  statementOf: Int32Array,
  vote: Int8Array,
): VoteMatrix {
  const columnStart = new Int32Array(statements.length + 1);
  for (const column of statementOf) columnStart[column + 1] = (columnStart[column + 1] ?? 0) + 1;
  for (let column = 0; column < statements.length; column++)
    columnStart[column + 1] = (columnStart[column + 1] ?? 0) + (columnStart[column] ?? 0);
  const next = columnStart.slice();
  const personOf = new Int32Array(vote.length);
  const placeOf = new Int32Array(vote.length);
  for (let person = 0; person < people.length; person++)
    for (let place = rowStart[person] ?? 0; place < (rowStart[person + 1] ?? 0); place++) {
      const column = statementOf[place] ?? 0;
      const free = next[column] ?? 0;
      personOf[free] = person;
      placeOf[free] = place;
      next[column] = free + 1;
    }
  return { people, statements, rowStart, statementOf, vote, columnStart, personOf, placeOf };
}

interface Order {
  readonly names: readonly string[];
  /** The place of each name as it came, −1 when it is left out. */
  readonly rank: Int32Array;
}

function ordered(names: readonly string[], isIn: (name: string, at: number) => boolean): Order {
  if (new Set(names).size < names.length)
    throw new RangeError("A name comes twice in a list: each person and statement has its own.");
  const places = names.flatMap((name, at) => (isIn(name, at) ? [{ name, at }] : [])).sort((a, b) => byName(a.name, b.name));
  const rank = new Int32Array(names.length).fill(-1);
  for (const [place, { at }] of places.entries()) rank[at] = place;
  return { names: places.map(({ name }) => name), rank };
}

function byName(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : Number(a > b);
}

/**
 * Votes in the order of one of their columns, those of the same rank as they were; those that are left out are gone.
 */
function sorted(votes: Int32Array, column: Int32Array, { names, rank }: Order): Int32Array {
  const start = new Int32Array(names.length + 1);
  const rankOf = (each: number): number => rank[column[each] ?? 0] ?? -1;
  for (const each of votes) {
    const own = rankOf(each);
    if (own >= 0) start[own + 1] = (start[own + 1] ?? 0) + 1;
  }
  for (let own = 0; own < names.length; own++) start[own + 1] = (start[own + 1] ?? 0) + (start[own] ?? 0);
  const out = new Int32Array(start[names.length] ?? 0);
  for (const each of votes) {
    const own = rankOf(each);
    if (own < 0) continue;
    const free = start[own] ?? 0;
    out[free] = each;
    start[own] = free + 1;
  }
  return out;
}
