import { defineWords } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** Words of the views of the plan and of the home of a signed-in person. */
export const viewWords = defineWords(fr, en);
