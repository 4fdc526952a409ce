import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

export const conventionWords = defineWords(fr, en);

/** The names of fields that have words: `field.<name>`. */
export type FieldName = keyof typeof fr extends infer Key ? (Key extends `field.${infer Name}` ? Name : never) : never;

/** Whether the room has a word under this key. */
export const isWord = (key: string): key is keyof typeof fr => Object.hasOwn(fr, key);

export const isFieldName = (field: string): field is FieldName => Object.hasOwn(fr, `field.${field}`);
