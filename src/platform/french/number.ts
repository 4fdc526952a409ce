import type { Lang } from "../words.ts";
import { localeOf } from "./locale.ts";

const formats = new Map<string, Intl.NumberFormat>();

function format(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${lang} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(localeOf[lang], options);
  formats.set(key, known);
  return known;
}

/** "1 234,5"; three decimals at most unless told. */
export const numberText = (lang: Lang, value: number, decimals = 3): string =>
  format(lang, { maximumFractionDigits: decimals }).format(value);

/** A share of 1: 0.125 → "12,5 %". */
export const percentText = (lang: Lang, ratio: number): string =>
  format(lang, { style: "percent", maximumFractionDigits: 1 }).format(ratio);

/** What a file weighs: "12 ko", "1,5 Mo". */
export function sizeText(lang: Lang, bytes: number): string {
  const isSmall = bytes < 1_000_000;
  const options = { style: "unit", unit: isSmall ? "kilobyte" : "megabyte", maximumFractionDigits: 1 } as const;
  return format(lang, options).format(isSmall ? Math.max(1, Math.round(bytes / 1_000)) : bytes / 1_000_000);
}

/** "12,50 €", "3 500 €": cents only where there are some. */
export function amountText(lang: Lang, cents: number): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const money = { style: "currency", currency: "EUR", minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return format(lang, money).format(cents / 100);
}

/** A number as a form shows it before anyone types: no grouping, all its decimals, so that it is read back as it was. */
export const typedNumber = (value: number): string =>
  format("fr", { useGrouping: false, maximumFractionDigits: 20 }).format(value);

/** Euro cents as a form shows them before anyone types: "3500", "12,50". */
export const typedAmount = (cents: number): string =>
  cents % 100 === 0
    ? typedNumber(cents / 100)
    : format("fr", { useGrouping: false, minimumFractionDigits: 2 }).format(cents / 100);

/** A number as people write it: "1 234,5", "1234.5"; nothing where it is none. */
export function parseNumber(text: string): number | undefined {
  const written = text.replace(/\s/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : undefined;
}
