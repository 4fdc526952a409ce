import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

export const words = defineWords(fr, en);
