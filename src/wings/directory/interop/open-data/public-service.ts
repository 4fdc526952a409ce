import { z } from "zod";
import { dayOf } from "../../../../platform/clock.ts";
import { OrganisationKind } from "../../../territory/organisations/model.ts";
import { CapacityUnit, DisabilityWelcome, Fee, RoundRhythm, ServiceMode, Way, Weekday, type Service } from "../../card/model.ts";
import { Season } from "../../hours/model.ts";
import { Wheelchair, type Origin } from "../../places/model.ts";
import { Orientation, Publics, ServiceType, Thematique } from "../../card/data-inclusion-model.ts";
import { ModeMobilisation } from "../data-inclusion/schema.ts";
import type { PublicCard } from "../data-inclusion/to-data-inclusion.ts";
import type { OpenData } from "./open-data.ts";

const text = z.string().nullable();
const Day = z.string().nullable().describe("YYYY-MM-DD");
const Named = z.object({ key: z.string(), fr: z.string(), en: z.string() });
const Ages = { minMonths: z.number().int().nullable(), maxMonths: z.number().int().nullable() } as const;
const PublicOrganisation = z.object({ name: z.string(), kind: OrganisationKind });
const PublicOrigin = z
  .object({ source: z.string(), id: z.string(), link: text, updatedOn: Day })
  .nullable()
  .describe("Where the record came from, when it was imported.");

/** Where a service is given, as everyone may read it. */
export const PublicPlace = z.object({
  id: z.uuid(),
  name: z.string(),
  organisation: PublicOrganisation.nullable(),
  siret: text,
  commune: z.object({ code: text, name: text }),
  postcode: text,
  address: text,
  complement: text,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  wheelchair: Wheelchair,
  accessLink: text,
  description: text,
  phone: text,
  email: text,
  website: text,
  hours: text,
  networks: z.array(z.string()),
  origin: PublicOrigin,
});

/** A service, whole, as everyone may read it. Months are counted from birth; `null` is not known. */
export const PublicService = z.object({
  id: z.uuid(),
  page: z.string(),
  name: z.string(),
  kind: Named.extend({ plain: z.object({ fr: z.string(), en: z.string() }) }),
  themes: z.array(Named),
  description: text,
  website: text,
  languages: z.array(z.string()),
  forWhom: z.object({
    ...Ages,
    publics: z.array(Publics),
    publicsDetails: text,
    conditions: text,
    disability: DisabilityWelcome,
  }),
  opening: z.object({
    periods: z.array(z.object({ season: Season, hours: z.string().describe("OpenStreetMap opening_hours, or as written.") })),
    closures: z.array(z.object({ from: z.string(), to: z.string(), reason: text })),
    notice: text,
    noticeUntil: Day,
  }),
  where: z.object({
    modes: z.array(ServiceMode),
    rounds: z.array(
      z.object({
        commune: z.object({ code: z.string(), name: text }),
        spot: text,
        weekday: Weekday,
        rhythm: RoundRhythm,
        from: z.string(),
        to: z.string(),
      }),
    ),
    area: z.object({ kind: z.enum(["unknown", "everywhere", "codes"]), codes: z.array(z.string()) }),
  }),
  wayIn: z.object({
    ways: z.array(Way),
    waitingListOn: Day,
    waiting: z.number().int().nullable(),
    details: text,
    contactName: text,
    phone: text,
    email: text,
    link: text,
    means: z.array(ModeMobilisation),
    orientation: z.array(Orientation),
  }),
  fees: z.object({ fee: Fee, details: text }),
  capacities: z.array(
    z.object({
      unit: CapacityUnit,
      maximum: z.number().int().nullable(),
      available: z.number().int().nullable(),
      on: Day,
      ...Ages,
    }),
  ),
  carried: z.object({
    operator: PublicOrganisation.nullable(),
    supporters: z.array(PublicOrganisation),
    funding: text,
    weeklyHours: z.number().nullable(),
    weeks: z.number().int().nullable(),
  }),
  exchanged: z.object({ thematiques: z.array(Thematique), type: ServiceType.nullable() }),
  place: PublicPlace,
  verifiedOn: Day.describe("The last day on which someone who knows said that the card was right."),
  updatedOn: z.string().describe("The last day on which the card changed."),
  origin: PublicOrigin,
  provenance: z.enum(["entered", "sourced", "example"]).describe("`example`: invented for a demonstration, does not exist."),
  source: text.describe("Where the facts were carried over from."),
});
export type PublicService = z.infer<typeof PublicService>;

const originOf = (origin: Origin | null) =>
  origin && { source: origin.source, id: origin.externalId, link: origin.link, updatedOn: origin.updatedOn };

const areaOf = (area: Service["where"]["area"]) => ({ kind: area.kind, codes: area.kind === "codes" ? area.codes : [] });

/** The list of what is public, field by field: what is added to a card one day stays in until it is added here. */
export function toPublicService({ service, place }: PublicCard, { directory, lists, producer }: OpenData): PublicService {
  const { offer, forWhom, opening, where, wayIn, fees, capacity, carried, exchanged } = service;
  const organisation = (id: string | null) => {
    const found = lists.organisations.find((each) => each.id === id);
    return found === undefined ? null : { name: found.name, kind: found.kind };
  };
  const kind = directory.kinds.find(({ key }) => key === offer.kind);
  const bare = { fr: offer.kind, en: offer.kind };
  const nameOf = (code: string | null): string | null => (code === null ? null : (producer.commune(code) ?? null));
  return {
    id: service.id,
    page: producer.pageOf(service.id),
    name: offer.name,
    kind: { key: offer.kind, ...(kind?.name ?? bare), plain: kind?.plain ?? bare },
    themes: offer.themes.map((key) => {
      const name = lists.themes.find((each) => each.key === key)?.name;
      return { key, fr: name?.fr ?? key, en: name?.en ?? key };
    }),
    description: offer.description,
    website: offer.website,
    languages: offer.languages,
    forWhom: {
      minMonths: forWhom.minMonths,
      maxMonths: forWhom.maxMonths,
      publics: forWhom.publics,
      publicsDetails: forWhom.publicsDetails,
      conditions: forWhom.conditions,
      disability: forWhom.disability,
    },
    opening: {
      periods: opening.periods.map(({ season, hours }) => ({ season, hours })),
      closures: opening.closures.map(({ from, to, reason }) => ({ from, to, reason })),
      notice: opening.notice,
      noticeUntil: opening.noticeUntil,
    },
    where: {
      modes: where.modes,
      rounds: where.rounds.map(({ communeCode, spot, weekday, rhythm, from, to }) => ({
        commune: { code: communeCode, name: nameOf(communeCode) },
        spot,
        weekday,
        rhythm,
        from,
        to,
      })),
      area: areaOf(where.area),
    },
    wayIn: {
      ways: wayIn.ways,
      waitingListOn: wayIn.waitingListOn,
      waiting: wayIn.waiting,
      details: wayIn.details,
      contactName: wayIn.contactName,
      phone: wayIn.phone,
      email: wayIn.email,
      link: wayIn.link,
      means: wayIn.means,
      orientation: wayIn.orientation,
    },
    fees: { fee: fees.fee, details: fees.details },
    capacities: capacity.capacities.map(({ unit, maximum, available, on, minMonths, maxMonths }) => ({
      unit,
      maximum,
      available,
      on,
      minMonths,
      maxMonths,
    })),
    carried: {
      operator: organisation(carried.operatorId),
      supporters: carried.supporterIds.flatMap((id) => organisation(id) ?? []),
      funding: carried.funding,
      weeklyHours: carried.weeklyHours,
      weeks: carried.weeks,
    },
    exchanged: { thematiques: exchanged.thematiques, type: exchanged.type },
    place: {
      id: place.id,
      name: place.name,
      organisation: organisation(place.organisationId),
      siret: place.siret,
      commune: { code: place.communeCode, name: nameOf(place.communeCode) ?? place.town },
      postcode: place.postcode,
      address: place.address,
      complement: place.complement,
      latitude: place.latitude,
      longitude: place.longitude,
      wheelchair: place.wheelchair,
      accessLink: place.accessLink,
      description: place.description,
      phone: place.phone,
      email: place.email,
      website: place.website,
      hours: place.hours,
      networks: place.networks,
      origin: originOf(place.origin),
    },
    verifiedOn: service.verifiedOn,
    updatedOn: dayOf(service.updatedAt),
    origin: originOf(service.origin),
    provenance: service.provenance.kind,
    source: service.provenance.kind === "sourced" ? service.provenance.source : null,
  };
}
