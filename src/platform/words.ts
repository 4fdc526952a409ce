import { IntlMessageFormat } from "intl-messageformat";
import glossaryEn from "./common-words.en.json" with { type: "json" };
import glossaryFr from "./common-words.fr.json" with { type: "json" };
import { kept } from "./kept/kept.ts";

export const languages = ["fr", "en"] as const;
export type Lang = (typeof languages)[number];

export type WordParams = Readonly<Record<string, string | number | Date>>;
/** Says a sentence of a room by its key, in the language of the visit. */
export type Say<Key extends string> = (key: Key, params?: WordParams) => string;

const NARROW = "\u202F";

/** French typography: a narrow no-break space before ; : ! ? » and after «, so that a line never begins with a sign. */
export const typeset = (text: string): string =>
  text.replace(/[ \u00A0](?=[;:!?»%€])/g, NARROW).replace(/«[ \u00A0]/g, `«${NARROW}`);

/** What two rooms say the same is written once in the glossary, `common-words.*.json`: "@term.phone" stands for it. */
function glossed(text: string, glossary: Readonly<Record<string, string>>): string {
  if (!text.startsWith("@")) return text;
  const shared = glossary[text.slice(1)];
  if (shared === undefined) throw new RangeError(`The glossary does not say ${text}.`);
  return shared;
}

/**
 * The words of one room, in ICU message format, French first: `const words = defineWords(fr, en)`, then
 * `words("fr")("late", { days: 3 })`. English must say all that French says, and nothing else: the types hold it.
 */
export function defineWords<Messages extends Readonly<Record<string, string>>>(
  fr: Messages,
  en: { readonly [Key in keyof Messages]: string },
): (lang: Lang) => Say<keyof Messages & string> {
  const french = speaker<keyof Messages & string>("fr", fr, (text) => typeset(glossed(text, glossaryFr)));
  const english = speaker<keyof Messages & string>("en", en, (text) => glossed(text, glossaryEn));
  return (lang) => (lang === "fr" ? french : english);
}

function speaker<Key extends string>(
  lang: Lang,
  messages: Readonly<Record<string, string>>,
  prepare: (text: string) => string,
): Say<Key> {
  const plain = new Map<string, string>();
  const formats = new Map<string, IntlMessageFormat>();
  const said = kept<string>(sentencesAtMost);
  const format = (key: Key, params: WordParams): string => {
    const compiled =
      formats.get(key) ?? new IntlMessageFormat(prepare(messages[key] ?? key), lang, undefined, { ignoreTag: true });
    formats.set(key, compiled);
    return String(compiled.format({ ...params }));
  };
  return (key, params = {}) => {
    const known = plain.get(key);
    if (known !== undefined) return known;
    const text = formats.has(key) ? undefined : prepare(messages[key] ?? key);
    if (text !== undefined && !text.includes("{") && !text.includes("'")) {
      plain.set(key, text);
      return text;
    }
    // Formatting is slow, and a page says the same of many things.
    const isPlain = Object.values(params).every((value) => typeof value === "string" || Number.isFinite(value));
    return isPlain ? said(`${key} ${JSON.stringify(params)}`, () => format(key, params)) : format(key, params);
  };
}

const sentencesAtMost = 2_000;
