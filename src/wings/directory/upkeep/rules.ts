import type { Asked } from "../../../platform/rounds/model.ts";
import type { Directory, Service } from "../card/model.ts";
import type { Place } from "../places/model.ts";

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
export interface Keeper {
  /** In lower case. */
  readonly email: string;
  readonly name: string | null;
  readonly cards: readonly KeptCard[];
}

export interface Asking {
  readonly keepers: readonly Keeper[];
  /** Cards that nobody keeps: they need an address before anyone can be asked. */
  readonly unkept: readonly KeptCard[];
}

/** Whether a card is kept by this address, in lower case. */
export const isKeptBy = ({ internal }: Pick<Service, "internal">, email: string): boolean =>
  internal.keeperEmail?.toLowerCase() === email;

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
  const keepers = [...byKeeper].flatMap(([email, theirs]): Keeper[] =>
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

/** What is asked of keepers: each about their cards, or those of them that are still waited for. */
export const askedOf = (keepers: readonly Keeper[], waited?: ReadonlySet<string>): readonly Asked[] =>
  keepers
    .map(({ email, name, cards }) => ({
      email,
      name,
      objectIds: cards.map(({ service }) => service.id).filter((id) => waited?.has(id) !== false),
    }))
    .filter(({ objectIds }) => objectIds.length > 0);
