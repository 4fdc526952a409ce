import type { z } from "zod";
import type { Lang } from "../../../platform/words.ts";
import { cardWords, isCardWord } from "./words.ts";
import type { Ages } from "../kinds/model.ts";
import type { CapacityRow, Round } from "./model.ts";
import type { DirectoryNames } from "./names.ts";
import { timeText, clockText } from "../../../platform/french/time.ts";
import { uncapitalised } from "../../../platform/french/capital.ts";
import { ageText } from "../../../platform/french/age.ts";

/** In which list of words the values of a field are. */
const vocabularies: Readonly<Record<string, string>> = {
  publics: "publics",
  disability: "disability",
  season: "season",
  modes: "mode",
  weekday: "weekday",
  rhythm: "rhythm",
  area: "area",
  kindOfArea: "area",
  ways: "way",
  means: "means",
  orientation: "orientation",
  fee: "fee",
  unit: "unit",
  wheelchair: "wheelchair",
};

/** The words of an enumerated value. */
export function choiceText(lang: Lang, field: string, value: string): string {
  const key = `${vocabularies[field] ?? field}.${value}`;
  return isCardWord(key) ? cardWords(lang)(key) : value;
}

/** The label of a field of a card; one that a later version no longer has keeps its own name. */
export function fieldLabel(lang: Lang, field: string): string {
  const key = `field.${field}`;
  return isCardWord(key) ? cardWords(lang)(key) : field;
}

/** From which age to which, in words; `null` where neither is known. */
export function agesText(lang: Lang, { minMonths, maxMonths }: Ages): string | null {
  const say = cardWords(lang);
  if (minMonths === null && maxMonths === null) return null;
  const min = minMonths === null ? "" : ageText(lang, minMonths);
  // 35 months is "until three", as people say it: the month before a birthday is still that age.
  const max = maxMonths === null ? "" : ageText(lang, maxMonths % 12 === 11 ? maxMonths + 1 : maxMonths);
  if (maxMonths === null) return say("ages.from", { min });
  return minMonths === null || minMonths === 0 ? say("ages.to", { max }) : say("ages.between", { min, max });
}

export function roundText(
  lang: Lang,
  names: Pick<DirectoryNames, "commune">,
  { communeCode, spot, weekday, rhythm, from, to }: Round,
): string {
  const place = spot === null ? names.commune(communeCode) : `${names.commune(communeCode)}, ${spot}`;
  const say = cardWords(lang);
  return say("round", {
    place,
    day: say(`weekday.${weekday}`),
    rhythm: say(`rhythm.${rhythm}`),
    from: timeOfDay(lang, from),
    to: timeOfDay(lang, to),
  });
}
/** "08:30", in words. */
function timeOfDay(lang: Lang, time: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return clockText(lang, hours * 60 + minutes);
}

export function capacityText(lang: Lang, row: z.infer<typeof CapacityRow>): string {
  const say = cardWords(lang);
  const ages = agesText(lang, row);
  const counted = say("capacity", {
    unit: say(`unit.${row.unit}`),
    maximum: row.maximum ?? "none",
    available: row.available ?? "none",
    on: row.on === null ? "none" : timeText(lang, row.on),
  });
  return ages === null ? counted : `${counted} (${uncapitalised(ages)})`;
}

/** A language that families ask for, by its code: "ar" is « arabe ». What is no code, as a form may hold that was sent wrong, is shown as it is. */
export const languageText = (lang: Lang, code: string): string =>
  /^[a-z]{2,3}$/.test(code) ? (new Intl.DisplayNames(lang, { type: "language" }).of(code) ?? code) : code;
