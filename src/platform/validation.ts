import { z } from "zod";
import { defineWords, type Lang } from "./words.ts";
import en from "./validation.en.json" with { type: "json" };
import fr from "./validation.fr.json" with { type: "json" };

const words = defineWords(fr, en);
const Params = z.object({ said: z.object({ fr: z.string(), en: z.string() }).optional(), rule: z.string().optional() });
const isKey = (key: string): key is keyof typeof fr => Object.hasOwn(fr, key);

/**
 * The sentence for a field that can't be accepted: what is wrong, and what to write instead.
 * A rule of the field carries its own sentence in both languages: `params: { said: { fr, en } }`, or names a shared one: `params: { rule }`.
 */
export function explainIssue(issue: z.core.$ZodRawIssue, lang: Lang): string {
  const say = words(lang);
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string") return say("required");
      if (issue.origin === "array") return say("chooseOne");
      return say("atLeast", { minimum: Number(issue.minimum) });
    case "too_big":
      if (issue.origin === "string") return say("tooLong", { maximum: Number(issue.maximum) });
      if (issue.origin === "array") return say("tooMany", { maximum: Number(issue.maximum) });
      return say("atMost", { maximum: Number(issue.maximum) });
    case "invalid_format":
      return issue.format === "email" ? say("email") : issue.format === "url" ? say("url") : say("unknownValue");
    case "invalid_value":
      return issue.input === undefined || issue.input === "" ? say("chooseOne") : say("unknownValue");
    case "invalid_type":
      return issue.input === undefined || issue.input === null || issue.input === "" ? say("required") : say("unknownValue");
    case "custom": {
      const { said, rule } = Params.parse(issue.params ?? {});
      if (said !== undefined) return said[lang];
      return rule !== undefined && isKey(rule) ? say(rule) : say("unknownValue");
    }
    default:
      return say("unknownValue");
  }
}
