import type { Mail } from "../../../platform/mail/model.ts";
import type { Lang } from "../../../platform/words.ts";
import type { Invitation } from "./model.ts";
import { words } from "./words.ts";
import { timeText } from "../../../platform/french/time.ts";

interface InvitationParts extends Pick<Invitation, "invitedBy" | "expiresAt"> {
  readonly to: string;
  /** As the national register names it. */
  readonly territory: string;
  readonly slug: string;
  readonly origin: string;
  readonly lang: Lang;
}

/** The invitation. Its words are fixed and its only link is our own sign-in page, without any secret: it can be forged into nothing. */
export function invitationMail({ to, invitedBy, territory, slug, origin, expiresAt, lang }: InvitationParts): Mail {
  const say = words(lang);
  const link = `${origin}/connexion?retour=${encodeURIComponent(`/${slug}/accueil`)}`;
  const until = timeText(lang, expiresAt);
  const inviter =
    invitedBy.organisation === null
      ? invitedBy.name
      : say("invite.inviter", { name: invitedBy.name, organisation: invitedBy.organisation });
  return { to, subject: say("invite.subject", { territory }), text: say("invite.text", { inviter, territory, link, until }) };
}
