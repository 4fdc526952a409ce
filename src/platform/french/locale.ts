import type { Lang } from "../words.ts";

/** Whose usages a language is written with: English is that of Great Britain, day before month. */
export const localeOf: Readonly<Record<Lang, string>> = { fr: "fr-FR", en: "en-GB" };
