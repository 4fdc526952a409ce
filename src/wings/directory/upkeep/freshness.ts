import type { Day } from "../../../platform/model.ts";

/** How long ago someone who knows said that a card was right. */
export const freshnesses = ["recent", "year", "old", "never"] as const;
export type Freshness = (typeof freshnesses)[number];

/** The same day so many months before, or the last of that month where it has no such day. */
export function monthsBefore(day: Day, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/**
 * How fresh a card is: verified within six months, within a year, longer ago, or never. To change a card is not to verify it:
 * `updatedAt` says nothing here.
 */
export function freshnessOf(verifiedOn: Day | null, today: Day): Freshness {
  if (verifiedOn === null) return "never";
  if (verifiedOn >= monthsBefore(today, 6)) return "recent";
  return verifiedOn >= monthsBefore(today, 12) ? "year" : "old";
}
