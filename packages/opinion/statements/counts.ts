import type { VoteMatrix } from "../votes/matrix.ts";

/** How many agree, disagree and pass, by statement. */
export interface Counts {
  readonly agree: Int32Array;
  readonly disagree: Int32Array;
  readonly pass: Int32Array;
}

/** The votes on each statement, of all people. */
export function countsOf(matrix: VoteMatrix): Counts {
  const [all] = countsByGroup(matrix, new Int32Array(matrix.people.length), 1);
  return all ?? emptyCounts(matrix.statements.length);
}

/** The votes on each statement, group by group. @param groupOf the group of each person of the matrix, −1 for none. */
export function countsByGroup(matrix: VoteMatrix, groupOf: Int32Array, groups: number): readonly Counts[] {
  const counts = Array.from({ length: groups }, () => emptyCounts(matrix.statements.length));
  for (let person = 0; person < matrix.people.length; person++) {
    const own = counts[groupOf[person] ?? -1];
    if (own === undefined) continue;
    for (let place = matrix.rowStart[person] ?? 0; place < (matrix.rowStart[person + 1] ?? 0); place++) {
      const vote = matrix.vote[place] ?? 0;
      const statement = matrix.statementOf[place] ?? 0;
      const column = vote > 0 ? own.agree : vote < 0 ? own.disagree : own.pass;
      column[statement] = (column[statement] ?? 0) + 1;
    }
  }
  return counts;
}

const emptyCounts = (size: number): Counts => ({
  agree: new Int32Array(size),
  disagree: new Int32Array(size),
  pass: new Int32Array(size),
});

/** How many voted on a statement, passes included. */
export const votesOn = ({ agree, disagree, pass }: Counts, statement: number): number =>
  (agree[statement] ?? 0) + (disagree[statement] ?? 0) + (pass[statement] ?? 0);

export type Side = "agree" | "disagree";
export const sides: readonly Side[] = ["agree", "disagree"];
