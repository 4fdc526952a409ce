const minute = 60_000;
const waits = [1, 2, 5, 15, 60, 120, 240, 480, 720].map((minutes) => minutes * minute);

interface Failed {
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly now: Date;
  /** In milliseconds from its queueing: afterwards the mail is of no use. */
  readonly lifetime: number;
}

/** When to try a mail again after `attempts` earlier failures and this one; `null` when it is given up. */
export function afterFailure({ attempts, queuedAt, now, lifetime }: Failed): Date | null {
  const wait = waits[attempts];
  if (wait === undefined) return null;
  const next = new Date(now.getTime() + wait);
  return next.getTime() > queuedAt.getTime() + lifetime ? null : next;
}
