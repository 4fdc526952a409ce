import type { Lang } from "../words.ts";
import { parseDay } from "./day.ts";
import { localeOf } from "./locale.ts";

const looks = {
  /** 3 mars 2027 */
  day: { day: "numeric", month: "long", year: "numeric" },
  /** 3 mars */
  short: { day: "numeric", month: "long" },
  /** 3 déc. 2027 */
  brief: { day: "numeric", month: "short", year: "numeric" },
  /** 03/12/2027 */
  digits: { day: "2-digit", month: "2-digit", year: "numeric" },
  /** mars 2027 */
  month: { month: "long", year: "numeric" },
  /** déc. 2027 */
  "brief-month": { month: "short", year: "numeric" },
  /** 3 mars 2027 à 14:05 */
  moment: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  /** 14:05 */
  hour: { hour: "2-digit", minute: "2-digit" },
  /** jeudi */
  weekday: { weekday: "long" },
  /** jeudi 3 décembre */
  "weekday-short": { weekday: "long", day: "numeric", month: "long" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeLook = keyof typeof looks;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(lang: Lang, look: TimeLook, timeZone: string): Intl.DateTimeFormat {
  const key = `${lang} ${look} ${timeZone}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(localeOf[lang], { ...looks[look], timeZone });
  formats.set(key, known);
  return known;
}

/**
 * The words of a day ("2027-03-03") or of an instant, at the hour of Paris. In French the first of the month is « 1er ».
 * What is no day is shown as it is.
 */
export function timeText(lang: Lang, value: string | Date, look: TimeLook = "day"): string {
  // A day has no time zone: it is read and written in the same one, so that it never slips.
  const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  if (isDay && parseDay(value).kind !== "day") return value;
  const instant = typeof value === "string" ? new Date(value) : value;
  if (Number.isNaN(instant.getTime())) return String(value);
  const text = format(lang, look, isDay ? "UTC" : "Europe/Paris").format(instant);
  return lang === "fr" ? text.replace(/(?<!\d)1 (?=\p{L})/u, "1er ").replace(/ (\d{4})/, "\u00A0$1") : text;
}

/** A day of the week by its number, Monday first: 1 is "lundi", 7 "dimanche". */
export const weekdayText = (lang: Lang, day: number): string => timeText(lang, `2024-01-0${day}`, "weekday");

const hourNames = { fr: { 0: "minuit", 12: "midi" }, en: { 0: "midnight", 12: "noon" } } as const;

/** A time of day in minutes from midnight, as people say it: "18 h", "8 h 30", "midi". */
export function clockText(lang: Lang, minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  if (minute === 0 && (hour === 0 || hour === 12)) return hourNames[lang][hour];
  const padded = String(minute).padStart(2, "0");
  if (lang === "en") return `${hour}:${padded}`;
  return minute === 0 ? `${hour}\u00A0h` : `${hour}\u00A0h\u00A0${padded}`;
}
