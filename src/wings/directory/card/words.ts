import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** What cards, their parts and their use cases say: the names of fields and of the values in their lists. */
export const cardWords = defineWords(fr, en);

/** Whether the room has a word under this key: the name of a field comes from an event as text. */
export const isCardWord = (key: string): key is keyof typeof fr => Object.hasOwn(fr, key);
