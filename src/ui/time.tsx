import type { Lang } from "../platform/words.ts";
import { useLang } from "./words.ts";

/** day: 3 mars 2027 · short: 3 mars · brief: 3 déc. 2027 · month: mars 2027 · brief-month: déc. 2027 · moment: 3 mars 2027 à 14:05 */
export type TimeLook = "day" | "short" | "brief" | "month" | "brief-month" | "moment";

const options: Record<TimeLook, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "long" },
  brief: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
  "brief-month": { month: "short", year: "numeric" },
  moment: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function format(lang: Lang, look: TimeLook, timeZone: string): Intl.DateTimeFormat {
  const key = `${lang} ${look} ${timeZone}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", { ...options[look], timeZone });
  formats.set(key, known);
  return known;
}

/** The words of a day ("2027-03-03") or of an instant. In French the first of the month is « 1er ». */
export function timeText(lang: Lang, value: string | Date, look: TimeLook = "day"): string {
  // A day has no time zone: it is read and written in the same one, so that it never slips.
  const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const text = format(lang, look, isDay ? "UTC" : "Europe/Paris").format(typeof value === "string" ? new Date(value) : value);
  return lang === "fr" ? text.replace(/^1 /, "1er ").replace(/ (\d{4})/, "\u00A0$1") : text;
}

/** A date in words, with its machine form. */
export const Time = ({ value, look }: { readonly value: string | Date; readonly look?: TimeLook | undefined }) => (
  <time datetime={typeof value === "string" ? value : value.toISOString()}>{timeText(useLang(), value, look)}</time>
);
