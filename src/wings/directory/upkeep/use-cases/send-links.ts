import type { Work } from "../../../../platform/use-case.ts";
import { missing } from "../../../../platform/use-case.ts";
import { territoryById } from "../../../territory/territories/store.ts";
import { keeperMail } from "../keeper-mail.ts";
import { KeeperLinkId, type Campaign, type KeeperLink } from "../model.ts";
import type { Asked } from "../rules.ts";
import { digestOf, newSecret } from "../secret.ts";
import { insertLinks } from "../store.ts";

const day = 86_400_000;
/** A link opens its card this long after the campaign closes: people come back late, and are welcome. */
const graceDays = 30;

/** Sends each keeper one mail with a personal link to each of their cards, and keeps what tells the links again. */
export async function sendLinks(
  { tx, actor, lang, now, origin, newId, send }: Omit<Work<unknown, unknown>, "input" | "subject">,
  { id: campaignId, closesOn }: Pick<Campaign, "id" | "closesOn">,
  keepers: readonly Asked[],
  look: "first" | "reminder",
): Promise<void> {
  const territory = await territoryById(tx, actor.territory);
  if (territory === undefined) throw missing();
  const expiresAt = new Date(Date.parse(closesOn) + graceDays * day);
  const links: KeeperLink[] = [];
  for (const { email, name, cards } of keepers) {
    const lines = cards.map(({ service, place }) => {
      const secret = newSecret();
      links.push({
        id: newId(KeeperLinkId),
        serviceId: service.id,
        campaignId,
        email,
        digest: digestOf(secret),
        sentAt: now,
        expiresAt,
        revokedAt: null,
        answeredAt: null,
        answer: null,
      });
      return { service: service.offer.name, place: place.name, link: `${origin}/${territory.slug}/annuaire/cle/${secret}` };
    });
    await send(keeperMail({ to: email, name, territory: territory.name, lines, closesOn, look, lang }));
  }
  await insertLinks(tx, actor.territory, links);
}
