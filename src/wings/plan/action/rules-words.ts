import { defineWords } from "../../../platform/words.ts";
import en from "./rules-words.en.json" with { type: "json" };
import fr from "./rules-words.fr.json" with { type: "json" };

/** Labels of the states of an action, and the sentence behind each computed fact. */
export const ruleWords = defineWords(fr, en);
