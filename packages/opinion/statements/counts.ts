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
  const size = matrix.statements.length;
  const boxes = new Int32Array(3 * size * groups);
  for (let person = 0; person < matrix.people.length; person++) {
    const group = groupOf[person] ?? -1;
    if (group < 0 || group >= groups) continue;
    const end = matrix.rowStart[person + 1] ?? 0;
    for (let place = matrix.rowStart[person] ?? 0; place < end; place++) {
      const box = 3 * (size * group + (matrix.statementOf[place] ?? 0)) + (matrix.vote[place] ?? 0) + 1;
      boxes[box] = (boxes[box] ?? 0) + 1;
    }
  }
  const column = (group: number, vote: number): Int32Array =>
    Int32Array.from({ length: size }, (_, statement) => boxes[3 * (size * group + statement) + vote + 1] ?? 0);
  return Array.from({ length: groups }, (_, group) => ({
    agree: column(group, 1),
    disagree: column(group, -1),
    pass: column(group, 0),
  }));
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
