import { KnownDate } from "../../../../platform/known-date.ts";
import type { Plain } from "../../../../platform/history/model.ts";
import type { Lang } from "../../../../platform/words.ts";
import type { ConflictWords } from "../../../../ui/record/conflict.tsx";
import { tellValues, type FieldTelling } from "../../../../ui/record/telling.tsx";
import { textOf } from "../../../../ui/record/value-text.ts";
import { CompetenceHolder } from "../../competences/model.ts";
import { competenceWords } from "../../competences/words.ts";
import { conventionParts } from "../model.ts";
import { conventionWords, isFieldName } from "../words.ts";
import type { OpenConvention } from "./read.ts";
import { knownDateText } from "../../../../platform/french/known-date.ts";

/** How the fields of a convention, of a party, an amendment or a framework are told. */
export function tellingOf({
  visit: { lang },
  organisations,
  themes,
  frameworks,
}: Pick<OpenConvention, "visit" | "organisations" | "themes" | "frameworks">): FieldTelling {
  const theme = (key: string): string => themes.find((each) => each.key === key)?.name[lang] ?? key;
  const date = (value: Plain): string =>
    KnownDate.safeParse(value).success ? knownDateText(lang, textOf(value)) : textOf(value);
  return {
    label: (field) => (isFieldName(field) ? conventionWords(lang)(`field.${field}`) : field),
    value: tellValues(conventionParts, {
      lang,
      choice: (_, value) => value,
      names: {
        organisationId: (id) => organisations.find((each) => each.id === id)?.name ?? id,
        frameworkId: (id) => frameworks.find((each) => each.id === id)?.name ?? id,
        themes: theme,
        theme,
        holder: (value) => competenceWords(lang)(`holder.${CompetenceHolder.parse(value)}`),
      },
      own: { deliberationDate: date, signedIn: date },
    }),
  };
}

/** How two people who wrote on the same part of it are told so. */
export const conflictWords = (lang: Lang): ConflictWords => ({
  notice: (by) => conventionWords(lang)("conflict.title", { by }),
  kept: conventionWords(lang)("conflict.text"),
});
