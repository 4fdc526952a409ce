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
  const given = byPerson(ballots, rows, columns);

  const rowStart = new Int32Array(rows.names.length + 1);
  const statementOf = new Int32Array(given.of.length);
  const kept = new Int8Array(given.of.length);
  const row = new Row(columns.names.length);
  let votes = 0;
  for (let own = 0; own < rows.names.length; own++) {
    const end = given.start[own + 1] ?? 0;
    for (let place = given.start[own] ?? 0; place < end; place++) {
      const each = given.of[place] ?? 0;
      row.add(columns.rank[statement[each] ?? 0] ?? 0, vote[each] ?? 0, at[each] ?? 0);
    }
    votes = row.empty(statementOf, kept, votes);
    rowStart[own + 1] = votes;
  }
  return {
    people: rows.names,
    statements: columns.names,
    rowStart,
    statementOf: statementOf.slice(0, votes),
    vote: kept.slice(0, votes),
  };
}

/** The votes of each person, by the rank of the person, as they came: a counting sort. Those on what is left out are gone. */
function byPerson(
  { person, statement }: Ballots,
  rows: Order,
  columns: Order,
): { readonly start: Int32Array; readonly of: Int32Array } {
  const start = new Int32Array(rows.names.length + 1);
  const isIn = (each: number): boolean => (columns.rank[statement[each] ?? 0] ?? -1) >= 0;
  const rowOf = (each: number): number => rows.rank[person[each] ?? 0] ?? 0;
  for (let each = 0; each < person.length; each++) {
    if (!isIn(each)) continue;
    const next = rowOf(each) + 1;
    start[next] = (start[next] ?? 0) + 1;
  }
  for (let own = 0; own < rows.names.length; own++) start[own + 1] = (start[own + 1] ?? 0) + (start[own] ?? 0);
  const free = start.slice();
  const of = new Int32Array(start[rows.names.length] ?? 0);
  for (let each = 0; each < person.length; each++) {
    if (!isIn(each)) continue;
    const own = rowOf(each);
    const place = free[own] ?? 0;
    of[place] = each;
    free[own] = place + 1;
  }
  return { start, of };
}

/** One person's votes, one a statement: a bit for each statement voted on gives them back in order without sorting. */
class Row {
  readonly #voted: Int32Array;
  readonly #vote: Int8Array;
  readonly #latest: Float64Array;

  constructor(statements: number) {
    this.#voted = new Int32Array((statements + 31) >> 5);
    this.#vote = new Int8Array(statements);
    this.#latest = new Float64Array(statements);
  }

  add(statement: number, vote: number, at: number): void {
    const word = statement >> 5;
    const voted = this.#voted[word] ?? 0;
    const bit = 1 << (statement & 31);
    const latest = this.#latest[statement] ?? 0;
    if ((voted & bit) === 0 || at > latest) {
      this.#voted[word] = voted | bit;
      this.#vote[statement] = vote;
      this.#latest[statement] = at;
    } else if (at === latest && this.#vote[statement] !== vote) this.#vote[statement] = 0;
  }

  /** Writes the votes from a place on, by statement, and forgets them. @returns the place after them. */
  empty(statementOf: Int32Array, vote: Int8Array, from: number): number {
    let place = from;
    for (let word = 0; word < this.#voted.length; word++) {
      let left = this.#voted[word] ?? 0;
      while (left !== 0) {
        const lowest = left & -left;
        const statement = 32 * word + 31 - Math.clz32(lowest);
        statementOf[place] = statement;
        vote[place] = this.#vote[statement] ?? 0;
        place += 1;
        left ^= lowest;
      }
      this.#voted[word] = 0;
    }
    return place;
  }
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
  return { people, statements, rowStart, statementOf, vote };
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
  return { people: names, statements: matrix.statements, rowStart, statementOf, vote };
}

/** How many statements each person has voted on, passes included. */
export function votesByPerson({ people, rowStart }: VoteMatrix): Int32Array {
  return Int32Array.from(people, (_name, person) => (rowStart[person + 1] ?? 0) - (rowStart[person] ?? 0));
}

const rowFrom = (matrix: VoteMatrix, person: number): number => matrix.rowStart[person] ?? 0;

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
