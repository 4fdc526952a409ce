import { defineWords } from "../../../platform/words.ts";
import en from "./import-words.en.json" with { type: "json" };
import fr from "./import-words.fr.json" with { type: "json" };

/** The words of the pages and of the command that import a plan. */
export const importWords = defineWords(fr, en);
