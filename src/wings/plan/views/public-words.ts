import { defineWords } from "../../../platform/words.ts";
import en from "./public-words.en.json" with { type: "json" };
import fr from "./public-words.fr.json" with { type: "json" };

/** What a passer-by reads of the plan: no word that a parent would not know. */
export const publicWords = defineWords(fr, en);
