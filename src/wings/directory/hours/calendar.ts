import opening_hours from "opening_hours";
import { fromFrench } from "../../../platform/french/hours.ts";

/** Where hours are read: holidays depend on the country and the académie. */
const place = {
  lat: 48.0,
  lon: 6.6,
  address: { country_code: "fr", state: "Grand Est" },
} as const;

/**
 * An instant as the clock on a wall of France shows it, in a `Date` whose local fields are those of that clock: the library of
 * hours reads local fields, and a server may stand anywhere.
 */
export function wallClock(instant: Date): Date {
  const parts = new Map(inParis.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return new Date(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
}
const inParis = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  hourCycle: "h23",
});

export const dayAfter = (wall: Date, days: number): Date => new Date(wall.getFullYear(), wall.getMonth(), wall.getDate() + days);

/** Minutes of a day, from its midnight; the end may pass 1,440 where a night goes on. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Hours that were read: what is open on a day. */
export type ReadHours = { readonly kind: "read"; readonly on: (day: Date) => readonly Span[] } | { readonly kind: "unread" };

const unread: ReadHours = { kind: "unread" };
const known = new Map<string, ReadHours>();

/** Reads hours in the syntax of OpenStreetMap, or as people write them in French. What can't be read is said, never guessed. */
export function readHours(hours: string): ReadHours {
  const before = known.get(hours);
  if (before !== undefined) return before;
  const read = parse(hours);
  if (known.size > 5_000) known.clear();
  known.set(hours, read);
  return read;
}

function scheduleOf(hours: string): opening_hours | null {
  try {
    return new opening_hours(hours, place);
  } catch {
    return null;
  }
}

function parse(hours: string): ReadHours {
  const schedule = scheduleOf(hours) ?? scheduleOf(fromFrench(hours));
  if (schedule === null) return unread;
  return {
    kind: "read",
    on: (day) => {
      const [start, end] = [dayAfter(day, 0), dayAfter(day, 1)];
      try {
        return schedule
          .getOpenIntervals(start, end)
          .filter(([from, , isUnknown]) => !isUnknown && from.getTime() >= start.getTime())
          .map(([from, to]) => ({ from: minutesFrom(start, from), to: minutesFrom(start, to) }))
          .filter(({ from, to }) => to > from);
      } catch {
        // Holidays of a year that the library does not know yet.
        return [];
      }
    },
  };
}

const minutesFrom = (start: Date, instant: Date): number => Math.round((instant.getTime() - start.getTime()) / 60_000);

const schoolHolidays = new opening_hours("SH", place);
const publicHolidays = new opening_hours("PH", place);

/** Whether a day is in the school holidays of the territory's zone; `null` for years that are not known yet. */
export const isSchoolHoliday = (day: Date): boolean | null => stateAtNoon(schoolHolidays, day);
export const isPublicHoliday = (day: Date): boolean | null => stateAtNoon(publicHolidays, day);

/** Years of which the library does not know the holidays yet: it complains each time that it is asked. */
const yearsUnknown = new Set<number>();

function stateAtNoon(schedule: opening_hours, day: Date): boolean | null {
  const year = day.getFullYear();
  if (yearsUnknown.has(year)) return null;
  try {
    return schedule.getState(new Date(year, day.getMonth(), day.getDate(), 12));
  } catch {
    yearsUnknown.add(year);
    return null;
  }
}
