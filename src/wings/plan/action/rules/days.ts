import type { Day } from "../../../../platform/model.ts";

const DAY = 86_400_000;
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Whole days from one calendar day to another; negative when the second comes first. */
export const daysBetween = (from: Day, to: Day): number => Math.round((startOf(to) - startOf(from)) / DAY);

/** The day some months away, as text that compares with days; 31 August + 6 months is the last day of February. */
export function monthsAfter(day: Day, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return new Date(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(date, lastOfMonth.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

/** The day some days away, as text that compares with days. */
export const daysAfter = (day: Day, days: number): string => new Date(startOf(day) + days * DAY).toISOString().slice(0, 10);
