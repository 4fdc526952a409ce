import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** Words of the plan's documents: what is printed and handed out. */
export const documentWords = defineWords(fr, en);
