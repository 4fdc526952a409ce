import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** What is said in the frame that communes put on their sites, and of it. */
export const widgetWords = defineWords(fr, en);
