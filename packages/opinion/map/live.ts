import { componentsFrom, type Components } from "../components/components.ts";
import { placeOf } from "../components/places.ts";
import { meanVotes, scatter, scatterOf, together, type Together } from "../components/together.ts";
import type { Ballots } from "../votes/ballots.ts";
import { matrixOf, type VoteMatrix } from "../votes/matrix.ts";
import { groupsByName, opinionMap, type MapOptions, type OpinionMap } from "./opinion-map.ts";

/**
 * Votes that keep arriving. One more changes a row of what statements have together, exactly, then the components, searched from the last
 * ones: its cost does not grow with the number of people. Components are those that everything done again would give, within what
 * `RESIDUAL` says of eigenvectors. The map is drawn again when it is asked for, from its last groups.
 */
export class LiveVotes {
  readonly #base: VoteMatrix;
  readonly #rank: ReadonlyMap<string, number>;
  readonly #statements: ReadonlyMap<string, number>;
  readonly #changed = new Map<string, Map<number, number>>();
  readonly #pairs: Together;
  readonly #means: Float64Array;
  readonly #scatter: Float64Array;
  #components: Components;
  #map: OpinionMap | undefined;

  constructor(matrix: VoteMatrix) {
    this.#base = matrix;
    this.#rank = new Map(matrix.people.map((name, person) => [name, person]));
    this.#statements = new Map(matrix.statements.map((name, statement) => [name, statement]));
    this.#pairs = together(matrix);
    this.#means = meanVotes(this.#pairs);
    this.#scatter = scatter(this.#pairs, this.#means);
    this.#components = componentsFrom(this.#pairs, this.#means, this.#scatter);
  }

  get components(): Components {
    return this.#components;
  }

  /**
   * One more vote, or another one instead of a former vote of the same person on the same statement. The person may be new.
   *
   * @throws RangeError when the vote is not 1, 0 or −1, or the statement not one of the matrix.
   */
  vote(person: string, statement: string, vote: number): void {
    const column = this.#statements.get(statement);
    if (column === undefined) throw new RangeError(`There is no statement "${statement}" here: a new one asks for a new matrix.`);
    if (vote !== 1 && vote !== 0 && vote !== -1)
      throw new RangeError(`A vote of ${vote} says nothing: 1 agrees, -1 disagrees, 0 passes.`);
    const row = this.#changed.get(person) ?? this.#row(person);
    this.#changed.set(person, row);
    const before = row.get(column);
    if (before === vote) return;
    if (before !== undefined) {
      this.#count(row, column, -1);
    }
    row.set(column, vote);
    this.#count(row, column, 1);
    const { size, voters, sums } = this.#pairs;
    this.#means[column] = (sums[column * size + column] ?? 0) / (voters[column * size + column] ?? 1);
    scatterOf(this.#pairs, this.#means, column, this.#scatter);
    this.#components = componentsFrom(this.#pairs, this.#means, this.#scatter, this.#components.axes);
  }

  /** Where a person stands now, `x` then `y`: in the middle when they have not voted. */
  place(person: string): readonly [number, number] {
    const row = this.#changed.get(person) ?? this.#row(person);
    return placeOf([...row.keys()], [...row.values()], this.#components);
  }

  /** The map of all votes so far. Groups start from those of the last map, and keep their numbers. */
  map(options: Omit<MapOptions, "components" | "former"> = {}): OpinionMap {
    const former = this.#map && groupsByName(this.#map);
    this.#map = opinionMap(this.matrix(), { ...options, components: this.#components, ...(former && { former }) });
    return this.#map;
  }

  /** All votes so far. */
  matrix(): VoteMatrix {
    if (this.#changed.size === 0) return this.#base;
    const { people, statements } = this.#base;
    const names = [...people, ...this.#changed.keys().filter((name) => !this.#rank.has(name))];
    const person: number[] = [];
    const statement: number[] = [];
    const vote: number[] = [];
    for (const [at, name] of names.entries())
      for (const [column, each] of this.#changed.get(name) ?? this.#row(name)) {
        person.push(at);
        statement.push(column);
        vote.push(each);
      }
    const ballots: Ballots = {
      people: names,
      statements,
      person: Int32Array.from(person),
      statement: Int32Array.from(statement),
      vote: Int8Array.from(vote),
      at: new Float64Array(vote.length),
    };
    return matrixOf(ballots);
  }

  #row(person: string): Map<number, number> {
    const { rowStart, statementOf, vote } = this.#base;
    const rank = this.#rank.get(person);
    const row = new Map<number, number>();
    if (rank === undefined) return row;
    for (let place = rowStart[rank] ?? 0; place < (rowStart[rank + 1] ?? 0); place++)
      row.set(statementOf[place] ?? 0, vote[place] ?? 0);
    return row;
  }

  /** Adds, or takes back, what one vote of a person has together with their others. */
  #count(row: ReadonlyMap<number, number>, column: number, times: 1 | -1): void {
    const { size, voters, products, sums } = this.#pairs;
    const mine = row.get(column) ?? 0;
    for (const [other, theirs] of row)
      for (const [at, sum] of other === column
        ? [[column * size + column, mine] as const]
        : both(size, column, other, mine, theirs)) {
        voters[at] = (voters[at] ?? 0) + times;
        products[at] = (products[at] ?? 0) + times * mine * theirs;
        sums[at] = (sums[at] ?? 0) + times * sum;
      }
  }
}

const both = (size: number, one: number, other: number, mine: number, theirs: number): readonly (readonly [number, number])[] => [
  [one * size + other, mine],
  [other * size + one, theirs],
];
