import { wilson, type Share } from "../numbers/intervals.ts";
import { sides, votesOn, type Counts, type Side } from "./counts.ts";

/** A statement on which people vote alike, in each group. */
export interface Consensus {
  readonly statement: number;
  readonly side: Side;
  /** Among all who voted on it. */
  readonly share: Share;
  readonly byGroup: readonly Share[];
  /** How likely it is that one of each group would vote so, from 0 to 1. */
  readonly score: number;
}

/**
 * The statements that gather a majority for certain (the interval at 95 % is above it) of all, and of each group: the strongest first. What
 * few have seen is not told, as its interval is wide.
 *
 * Source of the score: Small and others 2021, group-informed consensus: the product over groups of (1 + votes so) / (2 + votes).
 *
 * @param groups the votes of each group; none when there are no groups.
 */
export function consensus(all: Counts, groups: readonly Counts[], majority = 0.5): readonly Consensus[] {
  const found: Consensus[] = [];
  for (const statement of all.agree.keys())
    for (const side of sides) {
      const share = shareOf(all, statement, side);
      const byGroup = groups.map((each) => shareOf(each, statement, side));
      if (![share, ...byGroup].every(({ from }) => from > majority)) continue;
      found.push({ statement, side, share, byGroup, score: groupInformed(groups.length > 0 ? groups : [all], statement, side) });
    }
  return found.sort((one, other) => other.score - one.score || one.statement - other.statement);
}

/** The product over groups of the likelihood of a vote: high only where it is in each. Source: as `consensus`. */
export function groupInformed(groups: readonly Counts[], statement: number, side: Side): number {
  return groups.reduce((product, each) => (product * ((each[side][statement] ?? 0) + 1)) / (votesOn(each, statement) + 2), 1);
}

/** The share of a statement's voters who vote so, with its interval; passes are among the voters. */
export const shareOf = (counts: Counts, statement: number, side: Side): Share =>
  wilson(counts[side][statement] ?? 0, votesOn(counts, statement));
