import type { Lang } from "../platform/words.ts";
import { useLang } from "./words.ts";

const formats = new Map<string, Intl.NumberFormat>();

function format(lang: Lang, digits: number): Intl.NumberFormat {
  const key = `${lang} ${digits}`;
  const known =
    formats.get(key) ??
    new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", {
      style: "currency",
      currency: "EUR",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  formats.set(key, known);
  return known;
}

/** « 3 500 € », « 12,50 € »: cents only where there are some. */
export function moneyText(lang: Lang, euros: number): string {
  return format(lang, Number.isInteger(euros) ? 0 : 2).format(euros);
}

/** An amount in euros. `unknown` is said where the amount is null: unknown is not zero. */
export const Money = ({ euros, unknown = "—" }: { readonly euros: number | null; readonly unknown?: string | undefined }) => {
  const lang = useLang();
  return euros === null ? <span class="missing">{unknown}</span> : <span class="money">{moneyText(lang, euros)}</span>;
};
