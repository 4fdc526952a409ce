import en from "./common-words.en.json" with { type: "json" };
import fr from "./common-words.fr.json" with { type: "json" };
import { defineWords } from "./words.ts";

/** Words that every wing says the same way: roles, doors, levels of confidentiality. */
export const commonWords = defineWords(fr, en);
