import { folded } from "./plain.ts";

/** A calendar day as `YYYY-MM-DD`. The branded `Day` of the model is made from it. */
export type IsoDay = string;

export type DayReading =
  | { readonly kind: "day"; readonly day: IsoDay }
  | { readonly kind: "unreadable"; readonly reason: "blank" | "not-a-day" | "no-such-day" };

const monthNames: readonly (readonly string[])[] = [
  ["janvier", "janv", "jan", "january"],
  ["fevrier", "fevr", "fev", "february", "feb"],
  ["mars", "mar", "march"],
  ["avril", "avr", "april", "apr"],
  ["mai", "may"],
  ["juin", "june", "jun"],
  ["juillet", "juil", "jul", "july"],
  ["aout", "august", "aug"],
  ["septembre", "sept", "sep", "september"],
  ["octobre", "oct", "october"],
  ["novembre", "nov", "november"],
  ["decembre", "dec", "december"],
];
const numberOfMonth = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** The number (1–12) of a month's name or usual abbreviation, French or English: "sept.", "Février", "Aug". */
export const monthNumber = (name: string): number | undefined => numberOfMonth.get(folded(name).replace(/\.$/, ""));

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days a month of a year has; month is 1–12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** The day of a year, month and number, or nothing when the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): IsoDay | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 9999 || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(month) || !Number.isInteger(date) || date < 1 || date > daysInMonth(year, month)) return undefined;
  return `${String(year)}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

// Two-digit years are those of running plans, never of the last century.
const wholeYear = (written: string): number => (written.length === 2 ? 2000 + Number(written) : Number(written));

const weekday =
  "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
const isoForm = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?$/;
const numberForm = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
const wordForm = new RegExp(
  `^(?:${weekday},? )?(?:le )?(\\d{1,2})(?:er|e|st|nd|rd|th)?[ .-]+([a-z]+)\\.?[ .,-]+(\\d{4}|\\d{2})$`,
);

/**
 * Reads one calendar day, as people of France write it. A day that does not exist is refused, not moved.
 *
 * | written | read |
 * |---|---|
 * | `3 mars 2027`, `1er mars 2027`, `lundi 3 mars 2027` | day |
 * | `03/03/2027`, `3.3.27`, `03-03-2027` | day first, then month |
 * | `2027-03-03` | ISO |
 * | `31/02/2027` | no such day |
 */
export function parseDay(text: string): DayReading {
  if (text.length > 60) return { kind: "unreadable", reason: "not-a-day" };
  const written = folded(text);
  if (written === "") return { kind: "unreadable", reason: "blank" };
  const iso = isoForm.exec(written);
  if (iso) return found(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = numberForm.exec(written);
  if (numbers) return found(wholeYear(numbers[3] ?? ""), Number(numbers[2]), Number(numbers[1]));
  const words = wordForm.exec(written);
  const month = words ? numberOfMonth.get(words[2] ?? "") : undefined;
  if (words && month !== undefined) return found(wholeYear(words[3] ?? ""), month, Number(words[1]));
  return { kind: "unreadable", reason: "not-a-day" };
}

function found(year: number, month: number, date: number): DayReading {
  const day = dayOf(year, month, date);
  return day === undefined ? { kind: "unreadable", reason: "no-such-day" } : { kind: "day", day };
}

const spreadsheetEpoch = Date.UTC(1899, 11, 30);

/** The day that a spreadsheet stores as a number of days since 1900; nothing outside 1954–2119, where numbers are rarely days. */
export function dayOfSerial(serial: number): IsoDay | undefined {
  if (!Number.isFinite(serial) || serial < 20_000 || serial > 80_000) return undefined;
  return new Date(spreadsheetEpoch + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** The calendar day of a date read from a file, which stores days at midnight UTC. */
export const dayOfDate = (date: Date): IsoDay | undefined =>
  Number.isNaN(date.getTime()) ? undefined : dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
