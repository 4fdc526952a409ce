import { commonWords } from "../../../platform/common-words.ts";
import { Confidentiality } from "../../../platform/model.ts";
import type { Lang } from "../../../platform/words.ts";
import { actionWords, isActionWord } from "./words.ts";

/** The words of a value that is chosen in a field. */
export function choiceText(lang: Lang, field: string, value: string): string {
  const confidentiality = field === "confidentiality" ? Confidentiality.safeParse(value).data : undefined;
  if (confidentiality !== undefined) return commonWords(lang)(`confidentiality.${confidentiality}`);
  const key = `${field === "audiences" ? "audience" : field}.${value}`;
  return isActionWord(key) ? actionWords(lang)(key) : value;
}

/** The label of a field of a fiche; one that a later version no longer has keeps its own name. */
export function fieldLabel(lang: Lang, field: string): string {
  const key = `field.${field}`;
  return isActionWord(key) ? actionWords(lang)(key) : field;
}
