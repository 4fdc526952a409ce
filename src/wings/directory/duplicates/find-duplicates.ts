import { comparable, nearness } from "../../../platform/french/near.ts";
import type { Directory, Service } from "../card/model.ts";
import type { Place } from "../places/model.ts";
import { comparableAddress, comparablePhone, metresBetween, neighbourhoodsOf } from "../places/near.ts";

/** Why two cards may be one. Said in words by `duplicates-words.fr.json`. */
export type Reason =
  | { readonly kind: "sameName" | "nearName" | "place" | "siret" | "address" | "phone" | "email" | "website" }
  | { readonly kind: "metres"; readonly metres: number };

/** Two cards that may be one service. */
export interface Duplicate {
  readonly one: Service;
  readonly other: Service;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Below this, two cards are two. */
const threshold = 0.6;

interface Compared {
  readonly service: Service;
  readonly place: Place;
  readonly name: string;
  readonly words: readonly string[];
  readonly address: string | null;
  readonly own: Contacts;
  /** Those of the place too, where the card has none. */
  readonly all: Contacts;
}

interface Contacts {
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
}

const site = (address: string | null): string | null =>
  address === null ? null : address.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/+$/, "");

function compared(service: Service, place: Place): Compared {
  const name = comparable(service.offer.name);
  const { phone, email } = service.wayIn;
  const own = { phone: phone && comparablePhone(phone), email, website: site(service.offer.website) };
  return {
    service,
    place,
    name,
    words: [...new Set(name.split(" ").filter((word) => word.length > 2))],
    address: place.address === null ? null : `${place.communeCode ?? place.postcode ?? ""} ${comparableAddress(place.address)}`,
    own,
    all: {
      phone: own.phone ?? (place.phone === null ? null : comparablePhone(place.phone)),
      email: own.email ?? place.email,
      website: own.website ?? site(place.website),
    },
  };
}

/** Where a card is filed: two that share no drawer have too little in common to be one. */
const drawersOf = ({ service: { offer }, place, address, all: { phone, email, website } }: Compared): readonly string[] => [
  `place ${place.id}`,
  ...neighbourhoodsOf(place).map((square) => `square ${offer.kind} ${square}`),
  ...Object.entries({ siret: place.siret, address, phone, email, website }).flatMap(([kind, value]) =>
    value === null ? [] : [`${kind} ${value}`],
  ),
];

/** A drawer with more than this is looked through by the words of names: a town hall where everyone has an office. */
const crowded = 40;

/** The groups in which cards are compared two by two. */
function groupsOf(cards: readonly Compared[]): readonly (readonly number[])[] {
  const filed = grouped(cards, (card) => drawersOf(card));
  const byWord = filed.flatMap(([drawer, at]) =>
    at.length <= crowded ? [at] : subdivided(cards, drawer, at, ({ words }) => words),
  );
  return byWord.flatMap((at) => (at.length <= crowded ? [at] : subdivided(cards, "", at, ({ name }) => [name])));
}

function grouped(cards: readonly Compared[], keysOf: (card: Compared) => readonly string[]): [string, number[]][] {
  const filed = new Map<string, number[]>();
  for (const [index, card] of cards.entries())
    for (const key of keysOf(card)) {
      const drawer = filed.get(key);
      if (drawer === undefined) filed.set(key, [index]);
      else drawer.push(index);
    }
  return [...filed].filter(([, at]) => at.length > 1);
}

const subdivided = (
  cards: readonly Compared[],
  drawer: string,
  at: readonly number[],
  keysOf: (card: Compared) => readonly string[],
): number[][] =>
  grouped(
    at.flatMap((index) => cards[index] ?? []),
    (card) => keysOf(card).map((key) => `${drawer} ${key}`),
  ).map(([, within]) => within.flatMap((index) => at[index] ?? []));

/** Two cards by their identifiers, whichever comes first. */
export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** The open cards two by two, each pair once, where they share something besides a name. */
export function* pairsToCompare({ services, places }: Pick<Directory, "services" | "places">): Generator<[Compared, Compared]> {
  const cards = [...services.values()].flatMap((service) => {
    const place = places.get(service.placeId);
    const isOpen = service.state.kind === "published" || service.state.kind === "draft";
    return place === undefined || !isOpen ? [] : [compared(service, place)];
  });
  const met = new Set<number>();
  for (const group of groupsOf(cards))
    for (const [position, first] of group.entries())
      for (const second of group.slice(position + 1)) {
        const pair = first * cards.length + second;
        if (met.has(pair)) continue;
        met.add(pair);
        const [one, other] = [cards[first], cards[second]];
        if (one !== undefined && other !== undefined) yield [one, other];
      }
}

/**
 * The cards of a directory that may be one service entered twice, the surest first. Cards are compared only with those that share
 * something besides a name with them: a place, a number, an address, a neighbourhood. `apart`: pairs that someone judged to be two.
 */
export const findDuplicates = (
  directory: Pick<Directory, "services" | "places">,
  apart: ReadonlySet<string> = new Set(),
): readonly Duplicate[] =>
  duplicatesAmong(pairsToCompare(directory)).filter(({ one, other }) => !apart.has(pairKey(one.id, other.id)));

/** The pairs of cards that may be one service, the surest first. */
export function duplicatesAmong(pairs: Iterable<readonly [Compared, Compared]>): readonly Duplicate[] {
  const found: Duplicate[] = [];
  for (const [one, other] of pairs) {
    const duplicate = judge(one, other);
    if (duplicate !== null) found.push(duplicate);
  }
  return found.toSorted((a, b) => b.score - a.score || (a.one.id < b.one.id ? -1 : 1));
}

/** Weighs what two cards share and what tells them apart; `null` where they are two. */
function judge(one: Compared, other: Compared): Duplicate | null {
  const reasons: Reason[] = [];
  let score = nameScore(one, other, reasons) + placeScore(one, other, reasons);
  const isOnePlace = one.place.id === other.place.id;
  // What the place says is said of each of its services: it proves nothing between two of them.
  const [mine, theirs] = isOnePlace ? [one.own, other.own] : [one.all, other.all];
  for (const [kind, worth] of [
    ["phone", 0.2],
    ["email", 0.15],
    ["website", 0.1],
  ] as const)
    if (mine[kind] !== null && mine[kind] === theirs[kind]) {
      score += worth;
      reasons.push({ kind });
    } else if (kind === "phone" && mine.phone !== null && theirs.phone !== null) score -= 0.1;
  if (one.service.offer.kind !== other.service.offer.kind) score -= 0.25;
  if (areDisjoint(one.service, other.service)) score -= 0.3;
  const [source, otherSource] = [one.service.origin?.source, other.service.origin?.source];
  // A producer who gives two identifiers has two services in mind.
  if (source !== undefined && source === otherSource) score -= 0.2;
  return score < threshold ? null : { one: one.service, other: other.service, score: Math.min(1, score), reasons };
}

function nameScore(one: Compared, other: Compared, reasons: Reason[]): number {
  if (one.name === other.name) {
    reasons.push({ kind: "sameName" });
    return 0.5;
  }
  // "Salle 1" and "Salle 2" are two.
  const [numbers, others] = [one.name, other.name].map((name) => name.match(/\d+/g)?.join(" "));
  if (numbers !== undefined && others !== undefined && numbers !== others) return 0;
  if (!one.words.some((word) => other.words.some((theirs) => theirs.slice(0, 4) === word.slice(0, 4)))) return 0;
  const near = nearness(one.name, other.name);
  if (near >= 0.7) reasons.push({ kind: "nearName" });
  return near >= 0.55 ? 0.5 * near : 0;
}

function placeScore(one: Compared, other: Compared, reasons: Reason[]): number {
  const [here, there] = [one.place, other.place];
  const same =
    here.id === there.id
      ? "place"
      : here.siret !== null && here.siret === there.siret
        ? "siret"
        : one.address !== null && one.address === other.address
          ? "address"
          : null;
  if (same !== null) {
    reasons.push({ kind: same });
    return 0.3;
  }
  const metres = metresBetween(here, there);
  if (metres !== null && metres <= 150) {
    reasons.push({ kind: "metres", metres: Math.round(metres) });
    return 0.2;
  }
  const isElsewhere = here.communeCode !== null && there.communeCode !== null && here.communeCode !== there.communeCode;
  return isElsewhere || (metres !== null && metres > 500) ? -0.3 : 0;
}

/** Whether no child is of an age for both. */
const areDisjoint = ({ forWhom: one }: Service, { forWhom: other }: Service): boolean =>
  (one.maxMonths ?? Infinity) < (other.minMonths ?? 0) || (other.maxMonths ?? Infinity) < (one.minMonths ?? 0);
