import { defineWords, type Lang } from "../../../platform/words.ts";
import type { GuessReason } from "./columns.ts";
import type { Doubt } from "./doubt.ts";
import type { ImportField } from "./fields.ts";
import type { FieldName, SkipReason } from "./imported.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };
import { timeText } from "../../../platform/french/time.ts";
import { amountText } from "../../../platform/french/number.ts";

const words = defineWords(fr, en);

const said = (params: Doubt["params"], lang: Lang): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name.endsWith("Cents") && typeof value === "number"
        ? amountText(lang, value)
        : name.endsWith("Day")
          ? timeText(lang, String(value))
          : value,
    ]),
  );

/** The doubt in one sentence. */
export const sayDoubt = ({ code, params }: Doubt, lang: Lang): string => words(lang)(`doubt-${code}`, said(params, lang));
/** Why a row is not imported. */
export const saySkip = (reason: SkipReason, lang: Lang): string => words(lang)(`skip-${reason}`);
/** Why a column is thought to feed a field. */
export const sayGuess = (reason: GuessReason, lang: Lang): string => words(lang)(`why-${reason}`);
/** The name of a field that a column can feed. */
export const sayImportField = (field: ImportField, lang: Lang): string => words(lang)(`field-${field}`);
/** The name of a part of an action that an import changes. */
export const sayField = (field: FieldName, lang: Lang): string => words(lang)(`field-${field}`);
