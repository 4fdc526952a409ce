import type { RoundKind } from "../../../platform/rounds/kind.ts";
import { territoryById } from "../../territory/territories/store.ts";
import { ServiceId } from "../card/model.ts";
import { serviceById } from "../card/store.ts";
import { placeById } from "../places/store.ts";
import { campaignKind } from "./model.ts";
import { isKeptBy } from "./rules.ts";
import { upkeepWords } from "./words.ts";
import { timeText } from "../../../platform/french/time.ts";

/** What a keeper receives: one mail for all their cards that are published and theirs that day, a link to each, and nothing to remember. */
export const campaignRounds: RoundKind = {
  name: campaignKind,
  write: async ({ tx, territoryId, origin, lang, round, to, links, look, secretOf }) => {
    const territory = await territoryById(tx, territoryId);
    const cards = [];
    for (const link of links) {
      const service = await serviceById(tx, ServiceId.parse(link.objectId));
      const isTheirs = service !== undefined && (link.passedFrom !== null || isKeptBy(service, to));
      const place = isTheirs && service.state.kind === "published" ? await placeById(tx, service.placeId) : undefined;
      if (service !== undefined && place !== undefined) cards.push({ link, service, place });
    }
    cards.sort((a, b) => a.service.offer.name.localeCompare(b.service.offer.name, lang));
    const [first] = cards;
    if (territory === undefined || first === undefined) return null;
    const say = upkeepWords(lang);
    const names = cards.map(({ link, service: { internal } }) => (link.passedFrom === null ? internal.keeperName : link.name));
    const name = names.find((each) => each !== null);
    const count = cards.length;
    const lines = cards.map(
      ({ link, service, place }) =>
        `${say("mail.card", { service: service.offer.name, place: place.name })}\n${origin}/${territory.slug}/annuaire/cle/${secretOf(link)}`,
    );
    return {
      subject: say(`mail.subject.${look}`, { count, service: first.service.offer.name, territory: territory.name }),
      text: say("mail.text", {
        hello: name === undefined ? say("mail.hello") : say("mail.hello.name", { name }),
        look,
        count,
        territory: territory.name,
        cards: lines.join("\n\n"),
        until: timeText(lang, round.closesOn),
      }),
    };
  },
};
