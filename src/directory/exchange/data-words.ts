import { defineWords } from "../../platform/words.ts";
import en from "./data-words.en.json" with { type: "json" };
import fr from "./data-words.fr.json" with { type: "json" };

/** What the open data of the directory says of itself. */
export const dataWords = defineWords(fr, en);
