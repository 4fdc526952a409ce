import { difference, wilson, type Interval, type Share } from "../numbers/intervals.ts";
import { shareOf } from "./consensus.ts";
import { sides, votesOn, type Counts, type Side } from "./counts.ts";

/** A statement that divides. */
export interface Division {
  readonly statement: number;
  /** The two groups farthest apart, the one that votes so more first; nothing when there are no groups. */
  readonly between: readonly [number, number] | null;
  readonly side: Side;
  /** The gap between the shares of the two groups; without groups, the share of the minority. */
  readonly gap: number;
  readonly interval: Interval;
}

/**
 * The statements that divide for certain, the most first: two groups vote apart (the interval at 95 % of the gap is above `least`), or, when
 * there are no groups, the least numerous of those who agree and those who disagree are more than `least` for certain.
 *
 * @param groups the votes of each group; none when there are no groups.
 */
export function divisions(all: Counts, groups: readonly Counts[], least = 0.1): readonly Division[] {
  const found = [...all.agree.keys()].map((statement) =>
    groups.length > 0 ? betweenGroups(groups, statement) : amongAll(all, statement),
  );
  return found
    .filter(({ interval }) => interval.from > least)
    .sort((one, other) => other.interval.from - one.interval.from || one.statement - other.statement);
}

function betweenGroups(groups: readonly Counts[], statement: number): Division {
  let best: Division = { statement, between: null, side: "agree", gap: 0, interval: { from: 0, to: 1 } };
  for (const side of sides) {
    const shares = groups.map((each): Share => shareOf(each, statement, side));
    for (const [one, share] of shares.entries())
      for (const [other, otherShare] of shares.entries()) {
        if (share.share <= otherShare.share || share.of === 0 || otherShare.of === 0) continue;
        const interval = difference(share, otherShare);
        if (best.between === null || interval.from > best.interval.from)
          best = { statement, between: [one, other], side, gap: share.share - otherShare.share, interval };
      }
  }
  return best;
}

function amongAll(all: Counts, statement: number): Division {
  const [agree, disagree] = [all.agree[statement] ?? 0, all.disagree[statement] ?? 0];
  const side = agree <= disagree ? "agree" : "disagree";
  const share = wilson(Math.min(agree, disagree), votesOn(all, statement));
  return { statement, between: null, side, gap: share.share, interval: { from: share.from, to: share.to } };
}
