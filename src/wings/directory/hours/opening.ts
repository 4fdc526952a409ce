import type { z } from "zod";
import type { Opening, Season } from "./model.ts";
import { dayAfter, isPublicHoliday, isSchoolHoliday, readHours, wallClock, type Span } from "./calendar.ts";

/** How a service stands at an instant. */
export type OpenState =
  | { readonly kind: "open"; readonly until: Date }
  | { readonly kind: "closed"; readonly opens: Date | null; readonly why: "hours" | "closure" | "public_holiday" }
  /** No hours, hours that can't be read, or holidays of a year not known yet. */
  | { readonly kind: "unknown" };

/** Days of the week that have the same hours; 1 is Monday. */
export interface WeekRow {
  readonly days: readonly number[];
  readonly spans: readonly Span[];
}

/** One period of a card: its week as a table, or as it was written where it can't be read. */
export type PeriodHours =
  | { readonly kind: "week"; readonly season: Season; readonly rows: readonly WeekRow[] }
  | { readonly kind: "written"; readonly season: Season; readonly text: string };

type OpeningOf = z.infer<typeof Opening>;

/** How far ahead the next opening is looked for. */
const daysAhead = 21;

const isSummer = (day: Date): boolean => day.getMonth() === 6 || day.getMonth() === 7;

/** Whether a period of a card holds on a day; `null` where school holidays are not known yet. */
function holdsOn(season: Season, day: Date): boolean | null {
  if (season === "all_year") return true;
  const holiday = isSchoolHoliday(day);
  switch (season) {
    case "summer":
      return isSummer(day) && holiday !== false;
    case "wednesdays":
      return day.getDay() === 3 ? (holiday === null ? null : !holiday) : false;
    case "school_time":
      return holiday === null ? null : !holiday;
    case "holidays":
      return holiday;
  }
}

const isoDay = (day: Date): string =>
  `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;

/** Public holidays close what does not say that it opens on them. */
const speaksOfHolidays = (hours: string): boolean => /\bPH\b/.test(hours);

interface DayHours {
  readonly spans: readonly Span[];
  readonly isKnown: boolean;
  readonly why: "hours" | "closure" | "public_holiday";
}

function hoursOn({ periods, closures }: OpeningOf, day: Date): DayHours {
  const iso = isoDay(day);
  if (closures.some(({ from, to }) => from <= iso && iso <= to)) return { spans: [], isKnown: true, why: "closure" };
  const isHoliday = isPublicHoliday(day) === true;
  let isKnown = true;
  const spans: Span[] = [];
  for (const { season, hours } of periods) {
    const holds = holdsOn(season, day);
    if (holds === false) continue;
    const read = readHours(hours);
    if (holds === null || read.kind === "unread") isKnown = false;
    else if (!isHoliday || speaksOfHolidays(hours)) spans.push(...read.on(day));
  }
  return { spans: spans.toSorted((a, b) => a.from - b.from), isKnown, why: isHoliday ? "public_holiday" : "hours" };
}

const at = (day: Date, minutes: number): Date => new Date(day.getFullYear(), day.getMonth(), day.getDate(), 0, minutes);

/**
 * Whether a service is open at an instant, until when, or when it opens next. Dates are as the clock of a wall in France shows
 * them. A period that can't be read makes the answer unknown, unless another one is open.
 */
export function openState(opening: OpeningOf, instant: Date): OpenState {
  if (opening.periods.length === 0) return { kind: "unknown" };
  const now = wallClock(instant);
  const minutes = now.getHours() * 60 + now.getMinutes();
  for (const [day, minute] of [
    [dayAfter(now, 0), minutes],
    [dayAfter(now, -1), minutes + 1_440],
  ] as const) {
    const span = hoursOn(opening, day).spans.find(({ from, to }) => from <= minute && minute < to);
    if (span !== undefined) return { kind: "open", until: at(day, span.to) };
  }
  const today = hoursOn(opening, now);
  if (!today.isKnown) return { kind: "unknown" };
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = dayAfter(now, ahead);
    const { spans, isKnown } = hoursOn(opening, day);
    const next = spans.find(({ from }) => ahead > 0 || from > minutes);
    if (next !== undefined) return { kind: "closed", opens: at(day, next.from), why: today.why };
    if (!isKnown) break;
  }
  return { kind: "closed", opens: null, why: today.why };
}

const spanKey = (spans: readonly Span[]): string => spans.map(({ from, to }) => `${from}-${to}`).join(",");

/** The week of each period, days with the same hours together. Weeks of the year and months are read as of this week. */
export function weeksOf({ periods }: Pick<OpeningOf, "periods">, instant: Date): readonly PeriodHours[] {
  const now = wallClock(instant);
  const monday = dayAfter(now, -((now.getDay() + 6) % 7));
  return periods.map(({ season, hours }): PeriodHours => {
    const read = readHours(hours);
    if (read.kind === "unread") return { kind: "written", season, text: hours };
    const rows: { days: number[]; spans: readonly Span[] }[] = [];
    for (let day = 1; day <= 7; day += 1) {
      const spans = read.on(dayAfter(monday, day - 1));
      const same = rows.find((row) => spanKey(row.spans) === spanKey(spans));
      if (spans.length === 0) continue;
      if (same === undefined) rows.push({ days: [day], spans });
      else same.days.push(day);
    }
    // "Le premier lundi du mois" may be none of this week.
    return rows.length === 0 ? { kind: "written", season, text: hours } : { kind: "week", season, rows };
  });
}
