import { dayOf } from "../../../../platform/clock.ts";
import type { Day } from "../../../../platform/model.ts";
import { agesText } from "../../card/card-text.ts";
import type { Directory, Service, ServiceId } from "../../card/model.ts";
import type { Origin, Place } from "../../places/model.ts";
import type { ServiceKind } from "../../kinds/model.ts";
import { isOwnPlace } from "./from-data-inclusion.ts";
import type { Thematique } from "../../card/data-inclusion-model.ts";
import { hoursInOneText } from "./hours.ts";
import { thematiquesOf } from "./kinds.ts";
import { Network } from "./networks.ts";
import { Zone, type DiService, type DataInclusion, type DiStructure, type Located } from "./schema.ts";

/** How this territory signs what it publishes. */
export interface Producer {
  /** Slug of what is born here; records that came from elsewhere keep the name of their producer. */
  readonly source: string;
  /** Address of the page of a service. */
  readonly pageOf: (id: ServiceId) => string;
  /** Name of a commune by its code. */
  readonly commune: (code: string) => string | undefined;
}

/** What is invented for a demonstration says so where a program looks first: in the name of its producer. */
export const exampleSource = (source: string): string => `${source}-exemple`;

/** Whether a record came as data·inclusion, and goes back as it came; other lists have identifiers of their own. */
const isOfFormat = (origin: Origin | null): boolean => origin !== null && origin.externalId.startsWith(`${origin.source}--`);

type Signed = Pick<Place | Service, "origin" | "provenance" | "updatedAt"> & { readonly id: string };

const sourceOf = ({ origin, provenance }: Signed, { source }: Producer): string =>
  origin?.source ?? (provenance.kind === "example" ? exampleSource(source) : source);

/** Identifier of a record: `<source>--<id>`, the same at each export. */
const idOf = (record: Signed, producer: Producer): string => {
  const source = sourceOf(record, producer);
  const id = record.origin?.externalId ?? record.id;
  return id.startsWith(`${source}--`) ? id : `${source}--${id}`;
};

/** The last day on which it changed, there or here. */
const dateOf = (origin: Origin | null, updatedAt: Date): Day => {
  const here = dayOf(updatedAt);
  const there = origin?.updatedOn ?? null;
  return there !== null && there > here ? there : here;
};

const orNull = <Value>(values: readonly Value[]): Value[] | null => (values.length === 0 ? null : [...values]);

function locatedAt(place: Place, { commune }: Producer): Located {
  const { town, communeCode, origin } = place;
  // A producer who gives the code alone gets the code alone back.
  const ownName = communeCode !== null && !isOfFormat(origin) ? (commune(communeCode) ?? null) : null;
  return {
    commune: town ?? ownName,
    code_postal: place.postcode,
    code_insee: communeCode,
    adresse: place.address,
    complement_adresse: place.complement,
    longitude: place.longitude,
    latitude: place.latitude,
  };
}

const nowhere: Located = {
  commune: null,
  code_postal: null,
  code_insee: null,
  adresse: null,
  complement_adresse: null,
  longitude: null,
  latitude: null,
};

/** The format wants three letters. */
const named = (name: string, beside: string): string => (name.length < 3 ? `${name} – ${beside}` : name).slice(0, 150);

/** A place as a structure of data·inclusion. */
export function toStructure(place: Place, producer: Producer): DiStructure {
  return {
    source: sourceOf(place, producer),
    id: idOf(place, producer),
    nom: named(place.name, "lieu d’accueil"),
    date_maj: dateOf(place.origin, place.updatedAt),
    description: place.description !== null && place.description.length >= 5 ? place.description : null,
    lien_source: place.origin?.link ?? null,
    siret: place.siret,
    ...locatedAt(place, producer),
    telephone: place.phone,
    courriel: place.email,
    site_web: place.website,
    horaires_accueil: place.hours,
    accessibilite_lieu: place.accessLink,
    reseaux_porteurs: orNull(place.networks.flatMap((each) => Network.safeParse(each).data ?? [])),
  };
}

const zonesOf = (area: Service["where"]["area"]): DiService["zone_eligibilite"] => {
  if (area.kind === "unknown") return null;
  if (area.kind === "everywhere") return ["france"];
  return orNull(area.codes.filter((code) => Zone.safeParse(code).success));
};

const feeTo = { unknown: null, free: "gratuit", paid: "payant", family_quotient: "payant" } as const;
const modeTo = { on_site: "en-presentiel", itinerant: "en-presentiel", remote: "a-distance" } as const;

const exampleNote = "Exemple inventé pour une démonstration : ce service n’existe pas.";

/** The format wants a description: where a card has none, it says what the service is and where. */
function describe({ offer, provenance }: Service, place: Place, kinds: readonly ServiceKind[]): string {
  const kind = kinds.find(({ key }) => key === offer.kind)?.plain.fr ?? offer.name;
  const own = offer.description !== null && offer.description.length >= 5 ? offer.description : `${kind} – ${place.name}`;
  return (provenance.kind === "example" ? `${exampleNote}\n${own}` : own).slice(0, 10_000);
}

/** What a service is about: as it came, or, where the format was not asked, as its kind says. */
export const thematiquesSaid = ({ exchanged, origin, offer }: Service): readonly Thematique[] =>
  exchanged.thematiques.length > 0 || isOfFormat(origin) ? exchanged.thematiques : thematiquesOf(offer.kind);

/** A service as data·inclusion says it. What the format has no word for is left out: `unsaidIn` counts it. */
function toService(
  service: Service,
  place: Place,
  structureId: string,
  producer: Producer,
  kinds: readonly ServiceKind[],
): DiService {
  const { offer, forWhom, opening, where, wayIn, fees, carried, exchanged, origin } = service;
  const hours = hoursInOneText(opening.periods);
  return {
    source: sourceOf(service, producer),
    structure_id: structureId,
    id: idOf(service, producer),
    nom: named(offer.name, "service"),
    description: describe(service, place, kinds),
    date_maj: dateOf(origin, service.updatedAt),
    lien_source: origin?.link ?? (isOfFormat(origin) ? null : producer.pageOf(service.id)),
    type: exchanged.type,
    thematiques: orNull(thematiquesSaid(service)),
    frais: feeTo[fees.fee],
    frais_precisions: fees.details ?? (fees.fee === "family_quotient" ? "Selon le quotient familial." : null),
    publics: forWhom.publics.includes("tous-publics") ? ["tous-publics"] : orNull(forWhom.publics),
    publics_precisions: forWhom.publicsDetails ?? agesText("fr", forWhom),
    conditions_acces: forWhom.conditions,
    ...(exchanged.address.kind === "unsaid" ? nowhere : locatedAt(place, producer)),
    telephone: wayIn.phone,
    courriel: wayIn.email,
    modes_accueil: orNull([...new Set(where.modes.map((mode) => modeTo[mode]))]),
    zone_eligibilite: zonesOf(where.area),
    contact_nom_prenom: wayIn.contactName,
    lien_mobilisation: wayIn.link,
    modes_mobilisation: orNull(wayIn.means),
    mobilisable_par: orNull(wayIn.orientation),
    mobilisation_precisions: wayIn.details,
    volume_horaire_hebdomadaire: carried.weeklyHours,
    nombre_semaines: carried.weeks,
    horaires_accueil: hours.kind === "said" ? hours.hours : null,
  };
}

/** A published service and where it is given. */
export interface PublicCard {
  readonly service: Service;
  readonly place: Place;
}

/** All that the public may read: services that are published, in the order of their identifiers. */
export function publicCards({ services, places }: Pick<Directory, "services" | "places">): readonly PublicCard[] {
  return [...services.values()].flatMap((service) => {
    const place = places.get(service.placeId);
    return service.state.kind !== "published" || place === undefined ? [] : [{ service, place }];
  });
}

/** A structure that a service hangs on is where it is given, unless it says that it has an address of its own. */
const homeOf = ({ service, place }: PublicCard, byId: ReadonlyMap<string, Place>): Place => {
  const { address } = service.exchanged;
  return (address.kind === "own" ? byId.get(address.structureId) : undefined) ?? place;
};

/** Places by their identifier in the format, where some card names its structure by it. */
const placesById = (
  cards: readonly PublicCard[],
  { places }: Pick<Directory, "places">,
  producer: Producer,
): ReadonlyMap<string, Place> =>
  cards.some(({ service }) => service.exchanged.address.kind === "own")
    ? new Map([...places.values()].map((place) => [idOf(place, producer), place] as const))
    : new Map<string, Place>();

/** Some public cards as services of data·inclusion. */
export function toServices(cards: readonly PublicCard[], directory: Directory, producer: Producer): readonly DiService[] {
  const byId = placesById(cards, directory, producer);
  return cards.map((card) => toService(card.service, card.place, idOf(homeOf(card, byId), producer), producer, directory.kinds));
}

/**
 * The places that some public cards hang on, in the order of their identifiers. A place that came as a structure without services goes
 * out with the whole directory as it came; one whose services are all in draft or closed stays in.
 */
export function structurePlaces(
  cards: readonly PublicCard[],
  directory: Pick<Directory, "places" | "services">,
  producer: Producer,
  which: "of_these_cards" | "and_without_services",
): readonly Place[] {
  const byId = placesById(cards, directory, producer);
  const homes = new Map(cards.map((card) => homeOf(card, byId)).map((place) => [place.id, place] as const));
  if (which === "and_without_services") {
    const busy = new Set([...directory.services.values()].map(({ placeId }) => placeId));
    for (const place of directory.places.values())
      if (place.origin !== null && !isOwnPlace(place.origin) && !busy.has(place.id)) homes.set(place.id, place);
  }
  return [...homes.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A directory as a file of data·inclusion 1.0.8: its published services, and the places that they hang on. */
export function toDataInclusion(directory: Directory, producer: Producer): DataInclusion {
  const cards = publicCards(directory);
  return {
    structures: structurePlaces(cards, directory, producer, "and_without_services").map((place) => toStructure(place, producer)),
    services: toServices(cards, directory, producer),
  };
}
