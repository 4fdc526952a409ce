import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** What is said to those who keep the directory true: campaigns, keepers, proposals, questions. */
export const upkeepWords = defineWords(fr, en);
