import { defineWords, type Lang } from "../words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

/** Why a file is not read. Each is one sentence of `words.fr.json`. */
export type RefusalReason = keyof typeof fr;

export interface Refusal {
  readonly kind: "refused";
  readonly reason: RefusalReason;
  readonly params: Readonly<Record<string, string | number>>;
}

export const refuse = (reason: RefusalReason, params: Refusal["params"] = {}): Refusal => ({ kind: "refused", reason, params });

const words = defineWords(fr, en);

/** The one sentence that says why, and what to do. */
export const sayRefusal = (refusal: Refusal, lang: Lang): string => words(lang)(refusal.reason, refusal.params);
