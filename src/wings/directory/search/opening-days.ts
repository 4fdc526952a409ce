import type { Card, Weekday } from "../card/model.ts";
import type { Season } from "../hours/model.ts";

const weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const satisfies readonly Weekday[];
export const dayBit = (day: Weekday): number => 1 << weekdays.indexOf(day);
const everyDay = 0b1111111;

/** When a service can be gone to, as far as its card says: enough to find and to count by, not to promise an hour. */
export interface OpenDays {
  /** A bit a weekday from Monday, out of holidays; 0 where nothing is known. */
  readonly days: number;
  /** The same during school holidays. */
  readonly holidays: number;
  /** Until 19:00 or later, on some day. */
  readonly evening: boolean;
  /** Before 7:30, on some day. */
  readonly early: boolean;
}

const day = "(?:Mo|Tu|We|Th|Fr|Sa|Su)";
const dayRanges = new RegExp(`${day}(?:-${day})?`, "g");
const rule = new RegExp(`^(?:(${day}(?:-${day})?(?:,${day}(?:-${day})?)*)\\s+)?(off|closed|24/7|[\\d:,+-]+)$`);

function daysIn(text: string | undefined): number {
  if (text === undefined) return everyDay;
  let bits = 0;
  for (const [range] of text.matchAll(dayRanges)) {
    const [from = "", to = from] = range.split("-");
    const start = weekdays.findIndex((each) => each === from);
    const end = weekdays.findIndex((each) => each === to);
    for (let at = start; ; at = (at + 1) % 7) {
      bits |= 1 << at;
      if (at === end) break;
    }
  }
  return bits;
}

type ReadHours = { readonly days: number; readonly evening: boolean; readonly early: boolean } | null;
const hoursRead = new Map<string, ReadHours>();

/** Days and hours of the plainest `opening_hours`, the only ones that forms and files hold here; `null` where it is written otherwise. */
function readHours(hours: string): ReadHours {
  const known = hoursRead.get(hours);
  if (known !== undefined) return known;
  const read = parseHours(hours);
  if (hoursRead.size > 5_000) hoursRead.clear();
  hoursRead.set(hours, read);
  return read;
}

function parseHours(hours: string): ReadHours {
  let days = 0;
  let evening = false;
  let early = false;
  for (const part of hours.split(";").map((each) => each.replaceAll(/,\s+/g, ",").trim())) {
    if (part === "") continue;
    const read = rule.exec(part);
    if (read === null) return null;
    const [, range, times = ""] = read;
    const bits = daysIn(range);
    if (times === "off" || times === "closed") days &= ~bits;
    else {
      days |= bits;
      for (const [, from = "", to = ""] of times.matchAll(/(\d{1,2}:\d{2})-(\d{1,2}:\d{2})/g)) {
        evening ||= to.padStart(5, "0") >= "19:00" || to < from;
        early ||= from.padStart(5, "0") < "07:30";
      }
    }
  }
  return { days, evening, early };
}

const inSchoolTime: Readonly<Record<Season, boolean>> = {
  all_year: true,
  school_time: true,
  wednesdays: true,
  holidays: false,
  summer: false,
};
const inHolidays: Readonly<Record<Season, boolean>> = {
  all_year: true,
  school_time: false,
  wednesdays: false,
  holidays: true,
  summer: true,
};

/** The days on which a service is open or stops somewhere. Hours that can't be read say nothing. */
export function openDays({ opening, where }: Pick<Card, "opening" | "where">): OpenDays {
  let [days, holidays] = [0, 0];
  let [evening, early] = [false, false];
  for (const { season, hours } of opening.periods) {
    const read = readHours(hours);
    if (read === null) continue;
    if (inSchoolTime[season]) days |= season === "wednesdays" ? read.days & dayBit("We") : read.days;
    if (inHolidays[season]) holidays |= read.days;
    evening ||= read.evening;
    early ||= read.early;
  }
  for (const { weekday } of where.rounds) days |= dayBit(weekday);
  return { days, holidays, evening, early };
}
