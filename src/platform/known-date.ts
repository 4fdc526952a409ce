import { z } from "zod";
import { dayOf, daysInMonth } from "./french/day.ts";
import { parseKnownDate } from "./french/known-date.ts";
import { Day } from "./model.ts";
import { marks } from "./record/fields.ts";

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
  z.preprocess((value) => (typeof value === "string" ? parseKnownDate(value) : value), KnownDate),
);

function isKnownDate(text: string): boolean {
  const parts = form.exec(text);
  if (parts === null || Number(parts[1]) < 1900) return false;
  return dayOf(Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)) !== undefined;
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
