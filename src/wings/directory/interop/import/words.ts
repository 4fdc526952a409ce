import { defineWords } from "../../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** The words of what brings cards into the directory from a file. */
export const importWords = defineWords(fr, en);
