import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** What the open data of the directory says of itself. */
export const dataWords = defineWords(fr, en);
