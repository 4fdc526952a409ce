import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** What the fiche, its forms and its use cases say: the names of its states, the sentence behind each computed fact. */
export const actionWords = defineWords(fr, en);

/** Whether the room has a word under this key: the name of a field comes from an event as text. */
export const isActionWord = (key: string): key is keyof typeof fr => Object.hasOwn(fr, key);

/** The names of fields that have words: `field.<name>`. */
export type FieldName = keyof typeof fr extends infer Key ? (Key extends `field.${infer Name}` ? Name : never) : never;
