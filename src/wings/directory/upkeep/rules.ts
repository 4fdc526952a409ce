import type { Directory, Service, ServiceId } from "../card/model.ts";
import type { Place } from "../places/model.ts";
import type { KeeperLink } from "./model.ts";

/** Which cards a campaign is about. An empty list is no limit. */
export interface Choice {
  readonly kinds: readonly string[];
  readonly communes: readonly string[];
}

export interface KeptCard {
  readonly service: Service;
  readonly place: Place;
}

/** Those who keep some cards, and the cards that each is asked for. */
export interface Asked {
  /** In lower case. */
  readonly email: string;
  readonly name: string | null;
  readonly cards: readonly KeptCard[];
}

export interface Asking {
  readonly keepers: readonly Asked[];
  /** Cards that nobody keeps: they need an address before anyone can be asked. */
  readonly unkept: readonly KeptCard[];
}

/** The communes that a service is in: that of its place and those of its rounds, as INSEE codes. */
export const communesOf = ({ service, place }: KeptCard): readonly string[] => [
  ...new Set([
    ...(place.communeCode === null ? [] : [place.communeCode]),
    ...service.where.rounds.map(({ communeCode }) => communeCode),
  ]),
];

/**
 * Whom a campaign asks: each keeper once, with all their published cards of these kinds and communes. The same address in capitals is the
 * same keeper.
 */
export function whoToAsk({ services, places }: Pick<Directory, "services" | "places">, choice: Choice): Asking {
  const cards = [...services.values()].flatMap((service): KeptCard[] => {
    const place = places.get(service.placeId);
    if (place === undefined || service.state.kind !== "published") return [];
    const card = { service, place };
    const isKind = choice.kinds.length === 0 || choice.kinds.includes(service.offer.kind);
    const isThere = choice.communes.length === 0 || communesOf(card).some((code) => choice.communes.includes(code));
    return isKind && isThere ? [card] : [];
  });
  const byKeeper = Map.groupBy(cards, ({ service }) => service.internal.keeperEmail?.toLowerCase() ?? null);
  const keepers = [...byKeeper].flatMap(([email, theirs]): Asked[] =>
    email === null
      ? []
      : [
          {
            email,
            name: theirs.find(({ service }) => service.internal.keeperName !== null)?.service.internal.keeperName ?? null,
            cards: theirs,
          },
        ],
  );
  return { keepers: keepers.toSorted((a, b) => a.email.localeCompare(b.email)), unkept: byKeeper.get(null) ?? [] };
}

/** Whether a link still opens its card, and why not. What was answered can be opened again until it expires: people come back. */
export type LinkState = "open" | "revoked" | "expired";

/** A link taken back is that first, whatever the day. */
export function linkStateOf({ revokedAt, expiresAt }: Pick<KeeperLink, "revokedAt" | "expiresAt">, now: Date): LinkState {
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

/** Where a card stands in a campaign. */
export type AnswerState = "confirmed" | "corrected" | "silent" | "revoked";

export interface CardProgress {
  readonly serviceId: ServiceId;
  readonly email: string;
  readonly state: AnswerState;
  readonly sentAt: Date;
  /** The last time that a reminder left; `null`: none did. */
  readonly remindedAt: Date | null;
  /** The link to take back, if it is still open. */
  readonly latest: KeeperLink;
}

/** Where each card of a campaign stands. A card has a link a mail: an answer to any of them counts, and a press beats a correction. */
export function progressOf(links: readonly KeeperLink[]): readonly CardProgress[] {
  return [...Map.groupBy(links, ({ serviceId }) => serviceId)].flatMap(([serviceId, theirs]): CardProgress[] => {
    const sent = theirs.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
    const [first] = sent;
    const latest = sent.at(-1);
    if (first === undefined || latest === undefined) return [];
    const answers = new Set(sent.map(({ answer }) => answer));
    const state: AnswerState = answers.has("confirmed")
      ? "confirmed"
      : answers.has("corrected")
        ? "corrected"
        : latest.revokedAt === null
          ? "silent"
          : "revoked";
    return [
      { serviceId, email: latest.email, state, sentAt: first.sentAt, remindedAt: sent.length > 1 ? latest.sentAt : null, latest },
    ];
  });
}

/** How many of these cards were answered for: confirmed or corrected. A link that was taken back is not counted on. */
export function answeredOf(cards: readonly Pick<CardProgress, "state">[]): { readonly done: number; readonly total: number } {
  const counted = cards.filter(({ state }) => state !== "revoked");
  return { done: counted.filter(({ state }) => state !== "silent").length, total: counted.length };
}
