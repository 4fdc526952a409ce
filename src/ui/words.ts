import { createContext, useContext } from "hono/jsx";
import { defineWords, type Lang } from "../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

export const uiWords = defineWords(fr, en);

/** The language of the page being drawn: `Page` provides it, so that no component asks for it again. */
export const LangContext = createContext<Lang>("fr");

export const useLang = (): Lang => useContext(LangContext);

/** ui's own fixed words, in the language of the page being drawn. */
export const useSay = () => uiWords(useContext(LangContext));
