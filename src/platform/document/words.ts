import { defineWords } from "../words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** The few words that belong to a document itself, whatever it tells. */
export const documentWords = defineWords(fr, en);
