import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** What the fiche, its forms and its use cases say. */
export const words = defineWords(fr, en);

/** Whether the room has a word under this key: the name of a field comes from an event as text. */
export const isWord = (key: string): key is keyof typeof fr => Object.hasOwn(fr, key);
