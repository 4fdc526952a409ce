import { wallClock } from "../../hours/calendar.ts";
import type { Round, Weekday } from "../../card/model.ts";

const weekdays: readonly Weekday[] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const oneDay = 86_400_000;

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const weekdayOf = (time: number): number => (new Date(time).getUTCDay() + 6) % 7;

/** Number of a week of the year: its Thursday says to which year it belongs (ISO 8601). A year may have 53. */
export function isoWeek(day: string): number {
  const time = midnight(day);
  const thursday = time + (3 - weekdayOf(time)) * oneDay;
  const first = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday - first) / (7 * oneDay));
}

function isItsWeek(rhythm: Round["rhythm"], day: string): boolean {
  const date = Number(day.slice(8));
  switch (rhythm) {
    case "weekly":
      return true;
    case "even_weeks":
      return isoWeek(day) % 2 === 0;
    case "odd_weeks":
      return isoWeek(day) % 2 === 1;
    case "first_of_month":
      return date <= 7;
    case "third_of_month":
      return date >= 15 && date <= 21;
  }
}

/** Days from one to another, both included. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days on which a round stops, both bounds included; not while the service is closed. */
export function roundDays(
  { weekday, rhythm }: Pick<Round, "weekday" | "rhythm">,
  closures: readonly Days[],
  { from, to }: Days,
): readonly string[] {
  const ahead = (weekdays.indexOf(weekday) - weekdayOf(midnight(from)) + 7) % 7;
  const days: string[] = [];
  for (let time = midnight(from) + ahead * oneDay; time <= midnight(to); time += 7 * oneDay) {
    const day = isoOf(time);
    if (isItsWeek(rhythm, day) && !closures.some((closure) => closure.from <= day && day <= closure.to)) days.push(day);
  }
  return days;
}

/** The instant at which the clocks of France show this day and time, summer or winter. */
export function instantInFrance(day: string, time: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const wall = wallClock(new Date(shown));
  const read = Date.UTC(wall.getFullYear(), wall.getMonth(), wall.getDate(), wall.getHours(), wall.getMinutes());
  return new Date(shown - (read - shown));
}
