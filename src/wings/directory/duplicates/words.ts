import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** The words of what is entered twice, and of making one of two. */
export const duplicateWords = defineWords(fr, en);
