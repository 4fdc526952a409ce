import type { z } from "zod";
import { Day, type OrganisationId } from "../../../../platform/model.ts";
import { blankCard } from "../../card/blank-card.ts";
import { Card, Offer } from "../../card/model.ts";
import { PlaceFields, type Origin } from "../../places/model.ts";
import type { ServiceKind } from "../../kinds/model.ts";
import { guessKind, guessThemes } from "./kinds.ts";
import { isNowhere, isSamePlace, locatedOf, type DiService, type DiStructure, type Located } from "./schema.ts";

/** What a record says that a card does not hold as it was written. */
export interface NotKept {
  /** Name of the field in the format. */
  readonly field: string;
  readonly why: "cut" | "out_of_bounds" | "half_a_position" | "more_than_everywhere";
}

/** A structure read as a place. Its organisation is the importer's to know: the format has none. */
export interface IncomingPlace {
  readonly fields: PlaceFields;
  readonly origin: Origin;
  /** When the producer changed it last: to be kept as `updatedAt`, so that it goes out with the date that it came with. */
  readonly updatedAt: Date;
  readonly notKept: readonly NotKept[];
}

/** A service read as a card. */
export interface IncomingService {
  readonly card: Card;
  /** Where it is given: at its structure, or at an address of its own, which is a place beside it. */
  readonly at: { readonly kind: "structure" } | { readonly kind: "own_place"; readonly place: IncomingPlace };
  readonly origin: Origin;
  readonly updatedAt: Date;
  readonly notKept: readonly NotKept[];
}

/** What cards of this territory may name. */
export interface KnownLists {
  readonly kinds: readonly ServiceKind[];
  readonly themes: ReadonlySet<string>;
}

const originOf = ({
  source,
  id,
  lien_source: link,
  date_maj: day,
}: Pick<DiStructure, "source" | "id" | "lien_source" | "date_maj">): Origin => ({
  source,
  externalId: id,
  link,
  updatedOn: Day.parse(day),
});

/** The middle of a day: the same day in every time zone of France. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** What a text of the format is called in a card, for those whose length a card bounds. */
const namesInFormat: Readonly<Record<string, string>> = {
  address: "adresse",
  complement: "complement_adresse",
  town: "commune",
  phone: "telephone",
  email: "courriel",
  website: "site_web",
  accessLink: "accessibilite_lieu",
  hours: "horaires_accueil",
  publicsDetails: "publics_precisions",
  conditions: "conditions_acces",
  "fees.details": "frais_precisions",
  "wayIn.details": "mobilisation_precisions",
  contactName: "contact_nom_prenom",
  link: "lien_mobilisation",
  weeklyHours: "volume_horaire_hebdomadaire",
  weeks: "nombre_semaines",
  periods: "horaires_accueil",
  area: "zone_eligibilite",
};

const nameInFormat = (path: readonly PropertyKey[]): string => {
  const [first = "", second = first] = path.map(String);
  return namesInFormat[`${first}.${second}`] ?? namesInFormat[second] ?? second;
};

type Raw = { readonly [key: string]: unknown };
const isRaw = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

/** The same object with another value under a path; a row of a list that does not hold goes whole. */
function withValue(raw: Raw, [key, ...rest]: readonly PropertyKey[], change: (value: unknown) => unknown): Raw {
  const name = String(key);
  const value = raw[name];
  if (rest.length === 0) return { ...raw, [name]: change(value) };
  if (isRaw(value)) return { ...raw, [name]: withValue(value, rest, change) };
  return { ...raw, [name]: Array.isArray(value) ? [] : null };
}

/** Reads by a schema of ours: text that is too long is cut, what is out of bounds is left out, and both are said. */
function kept<Value>(schema: z.ZodType<Value>, raw: Raw): { readonly value: Value; readonly notKept: readonly NotKept[] } {
  const read = schema.safeParse(raw);
  if (read.success) return { value: read.data, notKept: [] };
  let next = raw;
  const notKept = read.error.issues.map((issue): NotKept => {
    const most = issue.code === "too_big" && issue.origin === "string" ? Number(issue.maximum) : null;
    const isCut = most !== null && issue.path.length <= 2;
    next = withValue(next, issue.path, (value) =>
      most !== null && typeof value === "string" ? `${value.trim().slice(0, most - 1)}…` : null,
    );
    return { field: nameInFormat(issue.path), why: isCut ? "cut" : "out_of_bounds" };
  });
  return { value: schema.parse(next), notKept };
}

const positionOf = ({ latitude, longitude }: Located) =>
  latitude === null || longitude === null ? { latitude: null, longitude: null } : { latitude, longitude };

const halfPosition = ({ latitude, longitude }: Located): readonly NotKept[] =>
  (latitude === null) === (longitude === null)
    ? []
    : [{ field: latitude === null ? "longitude" : "latitude", why: "half_a_position" }];

const rawPlace = (structure: DiStructure, organisationId: OrganisationId) => ({
  organisationId,
  name: structure.nom,
  siret: structure.siret,
  communeCode: structure.code_insee,
  town: structure.commune,
  postcode: structure.code_postal,
  address: structure.adresse,
  complement: structure.complement_adresse,
  ...positionOf(structure),
  wheelchair: "unknown",
  accessLink: structure.accessibilite_lieu,
  description: structure.description,
  phone: structure.telephone,
  email: structure.courriel,
  website: structure.site_web,
  hours: structure.horaires_accueil,
  networks: structure.reseaux_porteurs,
});

/** Reads a structure of data·inclusion as a place of an organisation of ours. */
export function placeFrom(structure: DiStructure, organisationId: OrganisationId): IncomingPlace {
  const { value, notKept } = kept(PlaceFields, rawPlace(structure, organisationId));
  return {
    fields: value,
    origin: originOf(structure),
    updatedAt: noonOf(structure.date_maj),
    notKept: [...halfPosition(structure), ...notKept],
  };
}

const ownPlaceMark = "--lieu";
/** Whether a place was made for a service that has an address of its own: it is no structure of its producer. */
export const isOwnPlace = (origin: Origin): boolean => origin.externalId.endsWith(ownPlaceMark);

/** Where a service of its own address is given: named as its structure, and found again by the service that it was made for. */
const ownPlace = (service: DiService, structure: DiStructure, organisationId: OrganisationId): IncomingPlace => {
  const place = placeFrom({ ...structure, siret: null, ...locatedOf(service) }, organisationId);
  return { ...place, origin: { ...place.origin, externalId: `${service.id}${ownPlaceMark}`, link: null } };
};

const areaFrom = (zones: DiService["zone_eligibilite"]) => {
  if (zones === null) return { kind: "unknown" };
  return zones.includes("france") ? { kind: "everywhere" } : { kind: "codes", codes: zones };
};

const feeFrom = { gratuit: "free", payant: "paid" } as const;
const modeFrom = { "en-presentiel": "on_site", "a-distance": "remote" } as const;

/** Reads a service of data·inclusion as a card of ours, at its structure or at an address of its own. */
export function serviceFrom(
  service: DiService,
  structure: DiStructure,
  { kinds, themes, organisationId }: KnownLists & { readonly organisationId: OrganisationId },
): IncomingService {
  const kind = guessKind(service, structure, kinds);
  const thematiques = service.thematiques ?? [];
  const ofKind = (kinds.find(({ key }) => key === kind)?.themes ?? []).filter((theme) => themes.has(theme));
  const offer = Offer.parse({
    name: service.nom,
    kind,
    themes: ofKind.length > 0 ? ofKind : guessThemes(thematiques, themes),
    description: service.description,
  });
  const blank = blankCard(offer);
  const isUnsaid = isNowhere(service) && !isNowhere(structure);
  const isOwn = !isUnsaid && !isSamePlace(service, structure);
  const raw = {
    ...blank,
    forWhom: {
      ...blank.forWhom,
      publics: service.publics,
      publicsDetails: service.publics_precisions,
      conditions: service.conditions_acces,
    },
    opening: {
      ...blank.opening,
      periods: service.horaires_accueil === null ? [] : [{ season: "all_year", hours: service.horaires_accueil }],
    },
    where: {
      ...blank.where,
      modes: (service.modes_accueil ?? []).map((mode) => modeFrom[mode]),
      area: areaFrom(service.zone_eligibilite),
    },
    wayIn: {
      ...blank.wayIn,
      details: service.mobilisation_precisions,
      contactName: service.contact_nom_prenom,
      phone: service.telephone,
      email: service.courriel,
      link: service.lien_mobilisation,
      means: service.modes_mobilisation,
      orientation: service.mobilisable_par,
    },
    fees: { fee: service.frais === null ? "unknown" : feeFrom[service.frais], details: service.frais_precisions },
    carried: {
      ...blank.carried,
      weeklyHours: service.volume_horaire_hebdomadaire,
      weeks: service.nombre_semaines,
    },
    exchanged: {
      thematiques,
      type: service.type,
      address: isUnsaid ? { kind: "unsaid" } : isOwn ? { kind: "own", structureId: service.structure_id } : { kind: "of_place" },
    },
  };
  const { value: card, notKept } = kept(Card, raw);
  const beyond: readonly NotKept[] =
    service.zone_eligibilite !== null && service.zone_eligibilite.includes("france") && service.zone_eligibilite.length > 1
      ? [{ field: "zone_eligibilite", why: "more_than_everywhere" }]
      : [];
  return {
    card,
    at: isOwn ? { kind: "own_place", place: ownPlace(service, structure, organisationId) } : { kind: "structure" },
    origin: originOf(service),
    updatedAt: noonOf(service.date_maj),
    notKept: [...halfPosition(service), ...beyond, ...notKept],
  };
}
