import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** Words of the convention as it is printed, in the order of its articles. */
export const documentWords = defineWords(fr, en);
