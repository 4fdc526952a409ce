import { drawsFrom } from "./numbers/random.ts";
import type { Ballot, Ballots } from "./votes/ballots.ts";

/** People of known groups, each of which agrees and disagrees in its own way, who vote on some of the statements. */
export interface Planted {
  readonly sizes: readonly number[];
  readonly statements: number;
  /** The share of votes that are missing. */
  readonly missing: number;
  readonly seed: number;
  /** How often a person votes as their group does; 0.85 unless told. Otherwise one of the three votes, by chance. */
  readonly faithful?: number;
}

export function planted({ sizes, statements, missing, seed, faithful = 0.85 }: Planted): {
  readonly ballots: Ballots;
  readonly groupOf: readonly number[];
} {
  const draw = drawsFrom(seed);
  const any = (): number => Math.floor(draw() * 3) - 1;
  const views = sizes.map(() => Array.from({ length: statements }, () => (draw() < 0.5 ? 1 : -1)));
  const groupOf = sizes.flatMap((size, group) => Array.from({ length: size }, () => group));
  const person: number[] = [];
  const statement: number[] = [];
  const vote: number[] = [];
  for (const [who, group] of groupOf.entries())
    for (let what = 0; what < statements; what++) {
      if (draw() < missing) continue;
      person.push(who);
      statement.push(what);
      vote.push(draw() < faithful ? (views[group]?.[what] ?? 0) : any());
    }
  const ballots: Ballots = {
    people: groupOf.map((_group, who) => `p${who}`),
    statements: Array.from({ length: statements }, (_, what) => `s${what}`),
    person: Int32Array.from(person),
    statement: Int32Array.from(statement),
    vote: Int8Array.from(vote),
    at: Float64Array.from(vote.keys()),
  };
  return { ballots, groupOf };
}

/** The same votes, one by one. */
export function listOf({ people, statements, person, statement, vote, at }: Ballots): readonly Ballot[] {
  return Array.from(vote, (each, place) => ({
    person: people[person[place] ?? 0] ?? "",
    statement: statements[statement[place] ?? 0] ?? "",
    vote: each,
    at: at[place] ?? 0,
  }));
}
