import type { Mail } from "../../../platform/mail/model.ts";
import { upkeepWords } from "./words.ts";

interface Parts {
  readonly to: string;
  readonly name: string | null;
  readonly service: string;
  readonly territory: string;
  readonly outcome:
    { readonly kind: "accepted"; readonly link: string } | { readonly kind: "refused"; readonly reason: string | null };
}

/** What someone who proposed a change hears of it, where they left an address. In French, as public pages are first. */
export function authorMail({ to, name, service, territory, outcome }: Parts): Mail {
  const say = upkeepWords("fr");
  const hello = name === null ? say("mail.hello") : say("mail.hello.name", { name });
  const about = { hello, service, territory };
  return {
    to,
    subject: say("mail.author.subject", { service }),
    text:
      outcome.kind === "accepted"
        ? say("mail.author.accepted", { ...about, link: outcome.link })
        : say("mail.author.refused", { ...about, reason: outcome.reason ?? say("mail.author.noReason") }),
  };
}
