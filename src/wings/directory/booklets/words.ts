import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** What the directory on paper says, and the page where it is taken. */
export const bookletWords = defineWords(fr, en);
