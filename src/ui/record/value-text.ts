import type { Plain } from "../../platform/history/model.ts";
import { KnownDate } from "../../platform/known-date.ts";
import type { FieldKind } from "../../platform/record/fields.ts";
import type { Lang } from "../../platform/words.ts";
import { timeText } from "../../platform/french/time.ts";
import { amountText, numberText } from "../../platform/french/number.ts";
import { knownDateText } from "../../platform/french/known-date.ts";
import { ageText } from "../../platform/french/age.ts";

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
  if (kind === "knownDate" && KnownDate.safeParse(value).success) return knownDateText(lang, textOf(value));
  if (kind === "cents") return amountText(lang, Number(value));
  if (kind === "months") return ageText(lang, Number(value));
  if (typeof value === "number") return numberText(lang, value);
  return typeof value === "object" ? null : named(String(value));
}
