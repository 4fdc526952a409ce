import type { Place } from "../../places/model.ts";
import type { Service } from "../../card/model.ts";
import { Network } from "./networks.ts";
import { hoursInOneText } from "./hours.ts";

interface Told {
  readonly service: Service;
  readonly place: Place;
}

/**
 * What a card may say that data·inclusion 1.0.8 has no word for, or only a poorer one: each is a question to one card. Empty, absent and
 * unknown say nothing, and lose nothing.
 */
const saysBeyond = {
  kind: () => true,
  themes: ({ service }) => service.offer.themes.length > 0,
  ages: ({ service: { forWhom } }) => forWhom.minMonths !== null || forWhom.maxMonths !== null,
  languages: ({ service }) => service.offer.languages.length > 0,
  website: ({ service }) => service.offer.website !== null,
  disability: ({ service }) => service.forWhom.disability !== "unknown",
  wheelchair: ({ place }) => place.wheelchair !== "unknown",
  periods: ({ service: { opening } }) => opening.periods.length > 0 && hoursInOneText(opening.periods).kind === "unsaid",
  closures: ({ service }) => service.opening.closures.length > 0,
  notice: ({ service }) => service.opening.notice !== null,
  itinerant: ({ service }) => service.where.modes.includes("itinerant"),
  rounds: ({ service }) => service.where.rounds.length > 0,
  ways: ({ service }) => service.wayIn.ways.length > 0,
  waiting: ({ service: { wayIn } }) => wayIn.waiting !== null || wayIn.waitingListOn !== null,
  familyQuotient: ({ service }) => service.fees.fee === "family_quotient",
  capacity: ({ service }) => service.capacity.capacities.length > 0,
  organisation: () => true,
  operator: ({ service }) => service.carried.operatorId !== null,
  supporters: ({ service }) => service.carried.supporterIds.length > 0,
  funding: ({ service }) => service.carried.funding !== null,
  networks: ({ place }) => place.networks.some((each) => !Network.safeParse(each).success),
  verifiedOn: ({ service }) => service.verifiedOn !== null,
  provenance: ({ service }) => service.provenance.kind !== "entered",
} as const satisfies Readonly<Record<string, (told: Told) => boolean>>;

export type UnsaidField = keyof typeof saysBeyond;

/** A field that the format can't say, and how many services say it. */
export interface Unsaid {
  readonly field: UnsaidField;
  readonly services: number;
}

const entries = <Key extends string, Value>(record: Readonly<Record<Key, Value>>): readonly (readonly [Key, Value])[] => {
  const pairs: (readonly [Key, Value])[] = [];
  for (const key in record) pairs.push([key, record[key]]);
  return pairs;
};

/** What is lost on the way out, counted by field, the most lost first. Fields that no card says are left out. */
export function unsaidIn(cards: readonly Told[]): readonly Unsaid[] {
  return entries<UnsaidField, (told: Told) => boolean>(saysBeyond)
    .map(([field, says]) => ({ field, services: cards.filter(says).length }))
    .filter(({ services }) => services > 0)
    .toSorted((a, b) => b.services - a.services);
}
