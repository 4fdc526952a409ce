import type { Mail } from "../mail/model.ts";
import { defineWords, type Lang } from "../words.ts";
import { linkMinutes, localPath } from "./rules.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };

const words = defineWords(fr, en);

interface LinkParts {
  readonly email: string;
  readonly token: string;
  readonly origin: string;
  readonly lang: Lang;
  readonly returnTo: string;
}

/** The mail that carries a link. Every word is fixed, and nothing in it comes from whoever asked. */
export function linkMail({ email, token, origin, lang, returnTo }: LinkParts): Mail {
  const link = new URL("/connexion/lien", origin);
  link.searchParams.set("token", token);
  if (localPath(returnTo) !== "/") link.searchParams.set("retour", localPath(returnTo));
  const say = words(lang);
  return {
    to: email,
    subject: say("link.subject"),
    text: say("link.text", { site: origin, link: link.href, minutes: linkMinutes }),
  };
}
