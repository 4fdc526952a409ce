import type { z } from "zod";
import { readHours, type Span } from "../../hours/calendar.ts";
import type { Opening, Period, Season } from "../../hours/model.ts";

type Periods = z.infer<typeof Opening>["periods"];

/** Hours of several periods in one text; `null` where no text of the format says them rightly. */
export type OneText = { readonly kind: "said"; readonly hours: string | null } | { readonly kind: "unsaid" };

/** Hours of a plain week: days and times, nothing of months, weeks of the year or holidays. */
const isPlainWeek = (hours: string): boolean => /^(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|off|closed)|[\d:,;\s-])+$/.test(hours);

const days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
type Week = readonly (readonly Span[])[];

/** Monday of a week of school without a public holiday: what a plain week says is read there. */
const monday = { year: 2026, month: 10, date: 16 } as const;
const emptyWeek: Week = days.map(() => []);

function weekOf({ season, hours }: Period): Week | null {
  const read = isPlainWeek(hours) ? readHours(hours) : null;
  if (read === null || read.kind === "unread") return null;
  return days.map((day, at) =>
    season === "wednesdays" && day !== "We" ? [] : read.on(new Date(monday.year, monday.month, monday.date + at)),
  );
}

/** Open when either is: spans that touch or overlap are one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last === undefined || span.from > last.to) all.push(span);
    else all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return all;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const spansText = (spans: readonly Span[]): string => spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(",");

/** Days in a row as a range: `Mo-Th,Sa`. */
function daysText(at: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const day of at) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => `${days[first]}${first === last ? "" : `-${days[last]}`}`).join(",");
}

function rulesOf(week: Week, when: string): readonly string[] {
  const byText = Map.groupBy([...week.keys()], (at) => spansText(week[at] ?? []));
  return [...byText].flatMap(([text, at]) => (text === "" ? [] : [`${when}${daysText(at)} ${text}`]));
}

/**
 * The hours of a card in one text of OpenStreetMap, as data·inclusion has them: one period of all the year as it is written; several as
 * one week of school, one of holidays (`SH`) and one of summer, closed on public holidays.
 */
export function hoursInOneText(periods: Periods): OneText {
  const [only] = periods;
  if (only === undefined) return { kind: "said", hours: null };
  if (periods.length === 1 && only.season === "all_year") return { kind: "said", hours: only.hours };
  const weeks = periods.map((period) => ({ season: period.season, week: weekOf(period) }));
  if (weeks.some(({ week }) => week === null)) return { kind: "unsaid" };
  const weekIn = (...seasons: readonly Season[]): Week =>
    days.map((_, at) =>
      merged(weeks.flatMap(({ season, week }) => (seasons.includes(season) ? ((week ?? emptyWeek)[at] ?? []) : []))),
    );
  const knowsSchool = periods.some(({ season }) => season !== "all_year");
  const rules = [
    ...rulesOf(weekIn("all_year", "school_time", "wednesdays"), ""),
    ...(knowsSchool ? ["SH off", ...rulesOf(weekIn("all_year", "holidays"), "SH ")] : []),
    ...(periods.some(({ season }) => season === "summer")
      ? ["Jul-Aug SH off", ...rulesOf(weekIn("all_year", "holidays", "summer"), "Jul-Aug SH ")]
      : []),
    "PH off",
  ];
  return { kind: "said", hours: rules.join("; ") };
}
