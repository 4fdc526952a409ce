import type { Lang } from "../words.ts";
import { folded } from "./plain.ts";

export type AgeReading = { readonly kind: "age"; readonly months: number } | { readonly kind: "unreadable" };

const written = /^(?:(\d{1,3})\s*(?:ans?|years?|a|y))?\s*(?:et|and)?\s*(?:(demi|half)|(\d{1,3})\s*(?:mois|months?|m))?$/;

/** An age as people write it: "18 mois", "3 ans", "2 ans et demi", "2 ans 6 mois"; a number alone counts months. */
export function parseAge(text: string): AgeReading {
  const said = folded(text).trim();
  if (/^\d{1,4}$/.test(said)) return { kind: "age", months: Number(said) };
  const [, years, half, months] = written.exec(said) ?? [];
  if ((years === undefined && months === undefined) || (half !== undefined && years === undefined)) return { kind: "unreadable" };
  return { kind: "age", months: Number(years ?? 0) * 12 + (half === undefined ? Number(months ?? 0) : 6) };
}

/** An age in words, French: 18 → "18 mois", 36 → "3 ans", 30 → "2 ans et demi", 27 → "27 mois", 40 → "3 ans et 4 mois". */
export function ageText(lang: Lang, months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const inMonths = lang === "fr" ? `${months} mois` : months === 1 ? "1 month" : `${months} months`;
  if (months < 36 && rest !== 0 && months !== 30) return inMonths;
  if (years === 0) return inMonths;
  const inYears = lang === "fr" ? `${years} an${years > 1 ? "s" : ""}` : `${years} year${years > 1 ? "s" : ""}`;
  if (rest === 0) return inYears;
  if (rest === 6) return lang === "fr" ? `${inYears} et demi` : `${years} and a half years`;
  return lang === "fr" ? `${inYears} et ${rest} mois` : `${inYears} and ${rest} months`;
}
