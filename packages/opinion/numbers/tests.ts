/** A one-sided test at 90 %, as Polis keeps its representative statements. */
export const SIGNIFICANT_90 = 1.2815515655446004;

/**
 * How far a share is above one half, in standard deviations. One success is added, so that few votes prove nothing.
 *
 * Source: Small and others 2021, "Polis: scaling deliberation by mapping high dimensional opinion spaces"; the test is that of its program.
 */
export function aboveHalf(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);
}

/**
 * How far one share is above another, in standard deviations of their difference (two proportions, pooled), one success added to each.
 *
 * Source: as `aboveHalf`.
 */
export function aboveOther(successes: number, trials: number, otherSuccesses: number, otherTrials: number): number {
  const [n, m] = [trials + 1, otherTrials + 1];
  const [p, q] = [(successes + 1) / n, (otherSuccesses + 1) / m];
  const pooled = (successes + otherSuccesses + 2) / (n + m);
  // With one success added, a share may pass 1: then all succeed, and nothing tells the two apart.
  return pooled >= 1 ? 0 : (p - q) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}
