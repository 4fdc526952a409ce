/** Bounds, of a share or of a difference of shares. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** A share and where it lies in truth, 95 times in 100. */
export interface Share extends Interval {
  readonly share: number;
  /** Out of how many. */
  readonly of: number;
}

const NORMAL_95 = 1.959963984540054;

/**
 * The share `count / of` with its interval at 95 % (Wilson 1927), that stays within 0 and 1 and is honest with few votes. Out of nobody, the
 * share is 0 and the interval says that it could be anything.
 *
 * @throws RangeError when the count is not within 0 and `of`.
 */
export function wilson(count: number, of: number): Share {
  if (!(count >= 0 && count <= of)) throw new RangeError(`${count} out of ${of} is no share.`);
  if (of === 0) return { share: 0, of, from: 0, to: 1 };
  const share = count / of;
  const square = NORMAL_95 ** 2;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half = (NORMAL_95 / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  return { share, of, from: Math.max(0, middle - half), to: Math.min(1, middle + half) };
}

/** The interval at 95 % of the difference `one − other`, from those of the two shares (Newcombe 1998, his method 10). */
export function difference(one: Share, other: Share): Interval {
  const gap = one.share - other.share;
  return {
    from: gap - Math.hypot(one.share - one.from, other.to - other.share),
    to: gap + Math.hypot(one.to - one.share, other.share - other.from),
  };
}
