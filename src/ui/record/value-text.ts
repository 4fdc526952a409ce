import { ageText } from "../../platform/french/age.ts";
import type { Plain } from "../../platform/history/model.ts";
import { KnownDate, sayKnownDate } from "../../platform/known-date.ts";
import type { FieldKind } from "../../platform/record/fields.ts";
import type { Lang } from "../../platform/words.ts";
import { moneyText } from "../money.tsx";
import { timeText } from "../time.tsx";

const numbers = { fr: new Intl.NumberFormat("fr-FR"), en: new Intl.NumberFormat("en-GB") };
export const numberText = (lang: Lang, value: number): string => numbers[lang].format(value);

/** A value as text: what has no words of its own is shown as it is kept. */
export const textOf = (value: Plain): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

export const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

/** What a field holds, in words; `named` says what it cites or what was chosen in it. `null`: it has no words. */
export function valueText(lang: Lang, kind: FieldKind["kind"], value: Plain, named: (value: string) => string): string | null {
  if (value === null || value === "") return null;
  if (isList(value)) {
    const texts = value.filter((each): each is string => typeof each === "string");
    return kind === "lines" ? texts.join("\n") || null : texts.map(named).join(", ");
  }
  if (kind === "day") return timeText(lang, textOf(value));
  if (kind === "knownDate" && KnownDate.safeParse(value).success) return sayKnownDate(textOf(value), lang);
  if (kind === "cents") return moneyText(lang, Number(value) / 100);
  if (kind === "months") return ageText(Number(value), lang);
  if (typeof value === "number") return numberText(lang, value);
  return typeof value === "object" ? null : named(String(value));
}
