import { defineWords } from "../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** Words of the doors: signing in, one's account, the demonstration, the outbox. */
export const words = defineWords(fr, en);
