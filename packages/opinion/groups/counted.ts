import { votesByPerson, type VoteMatrix } from "../votes/matrix.ts";
import type { Rules } from "./rules.ts";

/** The people who count in groups, by their places, growing: those who voted enough. The others are placed, and bend nothing. */
export function countedPeople(matrix: VoteMatrix, { fewestVotes, filledUpTo }: Rules): Int32Array {
  const votes = votesByPerson(matrix);
  const enough = Math.max(1, Math.min(fewestVotes, matrix.statements.length));
  const counted = new Set([...votes.keys()].filter((person) => (votes[person] ?? 0) >= enough));
  if (counted.size < filledUpTo) {
    const others = [...votes.keys()].filter((person) => !counted.has(person) && (votes[person] ?? 0) > 0);
    others.sort((one, other) => (votes[other] ?? 0) - (votes[one] ?? 0) || one - other);
    for (const person of others.slice(0, filledUpTo - counted.size)) counted.add(person);
  }
  return Int32Array.from(counted).sort();
}
