import { defineWords } from "../words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** What is said alike of every import. */
export const draftWords = defineWords(fr, en);
