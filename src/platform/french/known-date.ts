import type { Lang } from "../words.ts";
import { monthNumber, parseDay } from "./day.ts";
import { folded } from "./plain.ts";
import { timeText } from "./time.ts";

/** A date as people write it, with what they know of it: "28/11/2023" → `2023-11-28`, "avril 2023", "04/2023" → `2023-04`. */
export function parseKnownDate(text: string): string {
  const day = parseDay(text.trim());
  if (day.kind === "day") return day.day;
  const written = folded(text);
  const numbers = /^(\d{1,2})[/.-](\d{4})$/.exec(written);
  if (numbers) return `${numbers[2] ?? ""}-${(numbers[1] ?? "").padStart(2, "0")}`;
  const words = /^([a-z]+\.?) (\d{4})$/.exec(written);
  const month = words ? monthNumber(words[1] ?? "") : undefined;
  return month === undefined ? written : `${words?.[2] ?? ""}-${String(month).padStart(2, "0")}`;
}

/** "28 novembre 2023", "avril 2023", "2019": what is known, and no more. What is not a date is shown as it is. */
export function knownDateText(lang: Lang, date: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(date)) return timeText(lang, `${date}-01`, "month");
  return parseDay(date).kind === "day" ? timeText(lang, date) : date;
}
