import type { Day } from "../../../platform/model.ts";
import { readHours } from "../hours/calendar.ts";
import type { Part, Service } from "../card/model.ts";
import type { Place } from "../places/model.ts";
import type { ServiceKind } from "../kinds/model.ts";
import { freshnessOf } from "./freshness.ts";

interface Judged {
  readonly service: Service;
  readonly place: Place;
  readonly kind: ServiceKind | undefined;
  readonly today: Day;
}

interface Criterion {
  readonly key: string;
  /** Where it is put right: a part of the card, its place, or a press on "Tout est juste". */
  readonly at: Exclude<Part, "exchanged"> | "internal" | "place" | "verify";
  readonly applies: (judged: Judged) => boolean;
  readonly holds: (judged: Judged) => boolean;
}

const always = (): boolean => true;
/** Where families come to: unless it is known to be only at a distance or at people's. */
const isOnSite = ({ service: { where } }: Judged): boolean => where.modes.length === 0 || where.modes.includes("on_site");
const isItinerant = ({ service: { where } }: Judged): boolean => where.modes.includes("itinerant");
/** Kinds of the national list that are counted in places. */
const countedKinds: ReadonlySet<string> = new Set(["eaje", "mam", "assistant_maternel", "alsh", "periscolaire"]);

/** What makes a card useful to a family, in the order in which it is missed most. */
const criteria = [
  {
    key: "reach",
    at: "wayIn",
    applies: always,
    holds: ({ service: { wayIn }, place }) =>
      [wayIn.phone, wayIn.email, wayIn.link, place.phone, place.email].some((each) => each !== null),
  },
  {
    key: "hours",
    at: "opening",
    applies: isOnSite,
    holds: ({ service, place }) => service.opening.periods.length > 0 || place.hours !== null,
  },
  {
    key: "hoursRead",
    at: "opening",
    applies: ({ service }) => service.opening.periods.length > 0,
    holds: ({ service }) => service.opening.periods.every(({ hours }) => readHours(hours).kind === "read"),
  },
  { key: "rounds", at: "where", applies: isItinerant, holds: ({ service }) => service.where.rounds.length > 0 },
  {
    key: "verified",
    at: "verify",
    applies: ({ service }) => service.state.kind === "published",
    holds: ({ service, today }) => ["recent", "year"].includes(freshnessOf(service.verifiedOn, today)),
  },
  { key: "position", at: "place", applies: isOnSite, holds: ({ place }) => place.latitude !== null && place.address !== null },
  { key: "fee", at: "fees", applies: always, holds: ({ service }) => service.fees.fee !== "unknown" },
  {
    key: "feeDetails",
    at: "fees",
    applies: ({ service: { fees } }) => fees.fee === "paid" || fees.fee === "family_quotient",
    holds: ({ service }) => service.fees.details !== null,
  },
  { key: "ways", at: "wayIn", applies: always, holds: ({ service }) => service.wayIn.ways.length > 0 },
  {
    key: "ages",
    at: "forWhom",
    applies: ({ kind }) => kind !== undefined && kind.ages !== null,
    holds: ({ service: { forWhom } }) => forWhom.minMonths !== null || forWhom.maxMonths !== null,
  },
  {
    key: "capacity",
    at: "capacity",
    applies: ({ service }) => countedKinds.has(service.offer.kind),
    holds: ({ service }) => service.capacity.capacities.some(({ maximum }) => maximum !== null),
  },
  { key: "disability", at: "forWhom", applies: always, holds: ({ service }) => service.forWhom.disability !== "unknown" },
  { key: "wheelchair", at: "place", applies: isOnSite, holds: ({ place }) => place.wheelchair !== "unknown" },
  { key: "description", at: "offer", applies: always, holds: ({ service }) => service.offer.description !== null },
  { key: "keeper", at: "internal", applies: always, holds: ({ service }) => service.internal.keeperEmail !== null },
] as const satisfies readonly Criterion[];

export type CriterionKey = (typeof criteria)[number]["key"];
export interface Lack {
  readonly key: CriterionKey;
  readonly at: Criterion["at"];
}

export interface Quality {
  /** How many criteria this card answers to, of those that apply to it. */
  readonly met: number;
  readonly applicable: number;
  /** What to improve, the most useful first. */
  readonly lacks: readonly Lack[];
}

/** How good a card is, by the criteria that apply to it alone: one of those who only come to people is not blamed for having no counter. */
export function qualityOf(judged: Judged): Quality {
  const applicable = criteria.filter(({ applies }) => applies(judged));
  const lacks = applicable.filter(({ holds }) => !holds(judged)).map(({ key, at }) => ({ key, at }));
  return { met: applicable.length - lacks.length, applicable: applicable.length, lacks };
}
