import { adjustedRand } from "../groups/rand-index.ts";
import { withoutVotes, type VoteMatrix } from "../votes/matrix.ts";
import { groupsByName, opinionMap, type MapOptions, type OpinionMap } from "./opinion-map.ts";

/** The map with a set of votes and without it, and what they change. */
export interface Comparison {
  readonly whole: OpinionMap;
  readonly without: OpinionMap;
  /** How many votes were left out. */
  readonly votesOut: number;
  /** How much the groups agree, over the people who have one on both sides; `null` when there are none. */
  readonly sameGroups: number | null;
  /** Statements of consensus on one side alone, by their places. */
  readonly consensusLost: readonly number[];
  readonly consensusGained: readonly number[];
}

/**
 * What a set of votes changes, a burst of like ones for instance: the map with it, and without it from the same groups.
 *
 * @param isOut whether a vote is of the set, by the places of its person and of its statement.
 */
export function withAndWithout(
  matrix: VoteMatrix,
  isOut: (person: number, statement: number) => boolean,
  options: MapOptions = {},
): Comparison {
  const whole = opinionMap(matrix, options);
  const rest = withoutVotes(matrix, isOut);
  const { components: _components, ...others } = options;
  const without = opinionMap(rest, { ...others, former: groupsByName(whole) });
  const both = [...matrix.people.keys()].filter(
    (person) => (whole.groupOf[person] ?? -1) >= 0 && (without.groupOf[person] ?? -1) >= 0,
  );
  const groupsIn = (map: OpinionMap): readonly number[] => both.map((person) => map.groupOf[person] ?? -1);
  return {
    whole,
    without,
    votesOut: matrix.vote.length - rest.vote.length,
    sameGroups: both.length === 0 ? null : adjustedRand(groupsIn(whole), groupsIn(without)),
    consensusLost: only(whole, without),
    consensusGained: only(without, whole),
  };
}

function only(one: OpinionMap, other: OpinionMap): readonly number[] {
  const known = new Set(other.consensus.map(({ statement, side }) => `${statement} ${side}`));
  return one.consensus.filter(({ statement, side }) => !known.has(`${statement} ${side}`)).map(({ statement }) => statement);
}
