import { aboveHalf, aboveOther, SIGNIFICANT_90 } from "../numbers/tests.ts";
import { sides, votesOn, type Counts, type Side } from "./counts.ts";

/** A statement that tells a group from the others. */
export interface Representative {
  /** Its place in the matrix. */
  readonly statement: number;
  readonly side: Side;
  /** How many times as likely the group is to vote so as the others. */
  readonly times: number;
  /** How far the group is above one half, in standard deviations. */
  readonly aboveHalf: number;
  /** How far it is above the others. */
  readonly aboveOthers: number;
}

/**
 * What a group says more than the others do, the most telling first: both tests must hold at 90 %, so the list may be empty.
 *
 * Source: Small and others 2021: R(g, c) = P(g, c) / P(not g, c), with P = (1 + votes so) / (2 + votes). Ranked, as by the program of Polis,
 * by the product of both shares and both tests.
 *
 * @param counts the votes of each group.
 * @param most how many statements are told.
 */
export function representative(counts: readonly Counts[], group: number, most = 5): readonly Representative[] {
  const own = counts[group];
  if (own === undefined) throw new RangeError(`There is no group ${group} among ${counts.length}.`);
  const others = counts.filter((_each, at) => at !== group);
  const found: (Representative & { readonly merit: number })[] = [];
  for (const statement of own.agree.keys())
    for (const side of sides) {
      const [so, voted] = [own[side][statement] ?? 0, votesOn(own, statement)];
      const otherSo = others.reduce((sum, each) => sum + (each[side][statement] ?? 0), 0);
      const otherVoted = others.reduce((sum, each) => sum + votesOn(each, statement), 0);
      const [half, beside] = [aboveHalf(so, voted), aboveOther(so, voted, otherSo, otherVoted)];
      if (!(half > SIGNIFICANT_90 && beside > SIGNIFICANT_90)) continue;
      const share = (so + 1) / (voted + 2);
      const times = share / ((otherSo + 1) / (otherVoted + 2));
      found.push({ statement, side, times, aboveHalf: half, aboveOthers: beside, merit: share * times * half * beside });
    }
  return found
    .sort((one, other) => other.merit - one.merit || one.statement - other.statement)
    .slice(0, most)
    .map(({ merit: _merit, ...each }) => each);
}
