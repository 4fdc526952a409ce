import { formatDay } from "../../../platform/french/day.ts";
import type { Mail } from "../../../platform/mail/model.ts";
import type { Day } from "../../../platform/model.ts";
import type { Lang } from "../../../platform/words.ts";
import { upkeepWords } from "./words.ts";

interface Parts {
  readonly to: string;
  readonly name: string | null;
  readonly territory: string;
  readonly lines: readonly { readonly service: string; readonly place: string; readonly link: string }[];
  readonly closesOn: Day;
  readonly look: "first" | "reminder";
  readonly lang: Lang;
}

/** What a keeper receives: one mail for all their cards, a link to each, and nothing to remember. */
export function keeperMail({ to, name, territory, lines, closesOn, look, lang }: Parts): Mail {
  const say = upkeepWords(lang);
  const count = lines.length;
  const cards = lines.map(({ service, place, link }) => `${say("mail.card", { service, place })}\n${link}`).join("\n\n");
  return {
    to,
    subject: say(`mail.subject.${look}`, { count, service: lines[0]?.service ?? "", territory }),
    text: say("mail.text", {
      hello: name === null ? say("mail.hello") : say("mail.hello.name", { name }),
      look,
      count,
      territory,
      cards,
      until: formatDay(closesOn, lang),
    }),
  };
}
