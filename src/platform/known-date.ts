import { z } from "zod";
import { dayOf, daysInMonth, formatDay, monthName, monthNumber, parseDay } from "./french/day.ts";
import { folded } from "./french/plain.ts";
import { Day } from "./model.ts";
import { marks } from "./record/fields.ts";
import type { Lang } from "./words.ts";

const form = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** A date as precisely as it is known: `2023-11-28`, `2023-04` or `2019`. What nobody published is not filled in. */
export const KnownDate = z
  .string()
  .refine(isKnownDate, {
    // Rules across fields compute with dates: they must not be given one that is none.
    abort: true,
    params: {
      said: {
        fr: "Cette date n’existe pas. Écrivez ce que vous savez : 28/11/2023, avril 2023 ou 2023.",
        en: "This date does not exist. Write what you know: 28/11/2023, April 2023 or 2023.",
      },
    },
  })
  .brand<"KnownDate">();
export type KnownDate = z.infer<typeof KnownDate>;

/** A date as people write it, with what they know of it: "28/11/2023", "avril 2023", "04/2023", "2023". */
export const writtenKnownDate = marks(
  { kind: "knownDate" },
  z.preprocess((value) => (typeof value === "string" ? readKnownDate(value) : value), KnownDate),
);

function isKnownDate(text: string): boolean {
  const parts = form.exec(text);
  if (parts === null || Number(parts[1]) < 1900) return false;
  return dayOf(Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)) !== undefined;
}

function readKnownDate(text: string): string {
  const day = parseDay(text.trim());
  if (day.kind === "day") return day.day;
  const written = folded(text);
  const numbers = /^(\d{1,2})[/.-](\d{4})$/.exec(written);
  if (numbers) return `${numbers[2] ?? ""}-${(numbers[1] ?? "").padStart(2, "0")}`;
  const words = /^([a-z]+\.?) (\d{4})$/.exec(written);
  const month = words ? monthNumber(words[1] ?? "") : undefined;
  return month === undefined ? written : `${words?.[2] ?? ""}-${String(month).padStart(2, "0")}`;
}

/** How much of a date is known. */
export const precisionOf = (date: KnownDate): "day" | "month" | "year" =>
  date.length === 10 ? "day" : date.length === 7 ? "month" : "year";

/** The first day that a known date may mean: `2023-04` → `2023-04-01`. For computing, never for showing. */
export const firstDay = (date: KnownDate): Day => Day.parse(`${date}-01-01`.slice(0, 10));

/** The last day that a known date may mean: `2023-04` → `2023-04-30`. For computing, never for showing. */
export function lastDay(date: KnownDate): Day {
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  return Day.parse(dayOf(year, month, day ?? daysInMonth(year, month)));
}

/** "28 novembre 2023", "avril 2023", "2019": what is known, and no more. What is not a date is shown as it is. */
export function sayKnownDate(date: string, lang: Lang): string {
  const parts = form.exec(date);
  if (parts === null) return date;
  if (parts[3] !== undefined) return formatDay(date, lang);
  return parts[2] === undefined ? date : `${monthName(Number(parts[2]), lang)} ${parts[1] ?? ""}`;
}
