import type { Lang } from "../../../../platform/words.ts";
import { cardWords } from "../../card/words.ts";
import type { DirectoryNames } from "../../card/names.ts";
import { publicWords } from "../words.ts";
import type { Reason } from "../model.ts";

/** Why a service is there, or what its card does not say, in a few words. */
export function reasonText(lang: Lang, names: Pick<DirectoryNames, "commune">, reason: Reason): string {
  const say = publicWords(lang);
  switch (reason.kind) {
    case "words":
      return reason.meant === null
        ? say("reason.words", { written: reason.written })
        : say("reason.meant", { written: reason.written, meant: reason.meant.toLowerCase() });
    case "commune":
      return say("reason.commune", { commune: names.commune(reason.commune) });
    case "ages":
      return say("reason.ages");
    case "day":
      return say("reason.day", { day: dayName(lang, reason.day) });
    case "moment":
      return say(`reason.${reason.moment}`);
  }
}

const dayName = (lang: Lang, day: Extract<Reason, { kind: "day" }>["day"]): string => {
  const name = cardWords(lang)(`weekday.${day}`);
  return lang === "fr" ? name.toLowerCase() : name;
};
