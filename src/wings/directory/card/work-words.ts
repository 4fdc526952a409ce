import { defineWords } from "../../../platform/words.ts";
import en from "./work-words.en.json" with { type: "json" };
import fr from "./work-words.fr.json" with { type: "json" };

/** What the pages of those who keep the directory say. */
export const workWords = defineWords(fr, en);
