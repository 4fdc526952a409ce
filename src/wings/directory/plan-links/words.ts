import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** What is said of services and of the actions of the plan together. */
export const planLinkWords = defineWords(fr, en);
