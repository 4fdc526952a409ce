import { blankCard, blankInternal } from "../../wings/directory/card/blank-card.ts";
import { defaultKinds } from "../../wings/directory/kinds/default-kinds.ts";
import { Offer, ServiceId, type Directory, type Service } from "../../wings/directory/card/model.ts";
import { PlaceFields, PlaceId, type Place } from "../../wings/directory/places/model.ts";
import type { Named } from "../../wings/directory/search/search-index.ts";
import { OrganisationId } from "../../platform/model.ts";
import { CommuneCode, ThemeKey } from "../../wings/territory/territories/model.ts";
import { childhoodYouth } from "./example-childhood-youth.ts";
import { earlyChildhood } from "./example-early-childhood.ts";
import { families } from "./example-families.ts";
import { examplePlaces } from "./example-places.ts";
import { franceServices } from "./france-services.ts";
import { toPlace, toService } from "./to-service.ts";

const idOf = (number: number): string => `01920000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const organisation = OrganisationId.parse(idOf(1));
const at = new Date("2026-11-01T12:00:00Z");

/** The directory of the demonstration without a database. */
export function exampleDirectory(): Directory {
  const places = new Map<PlaceId, Place>();
  const services = new Map<ServiceId, Service>();
  let number = 100;
  const placeIds = new Map<string, PlaceId>();
  for (const [key, example] of Object.entries(examplePlaces)) {
    const place = toPlace(example, PlaceId.parse(idOf((number += 1))), () => organisation, at);
    placeIds.set(key, place.id);
    places.set(place.id, place);
  }
  for (const example of [...earlyChildhood, ...childhoodYouth, ...families]) {
    const placeId = PlaceId.parse(placeIds.get(example.place));
    const id = ServiceId.parse(idOf((number += 1)));
    services.set(id, toService(example, { id, placeId, organisation: () => organisation, updatedAt: at }));
  }
  for (const { id: externalId, hours, ...facts } of franceServices) {
    const fields = PlaceFields.parse({ ...facts, organisationId: organisation, wheelchair: "unknown", networks: [] });
    const [placeId, id] = [PlaceId.parse(idOf((number += 1))), ServiceId.parse(idOf((number += 1)))];
    const origin = { source: "france-services", externalId, link: null, updatedOn: null };
    places.set(placeId, { ...fields, id: placeId, origin, provenance: { kind: "sourced", source: "ANCT" }, updatedAt: at });
    const card = blankCard(Offer.parse({ name: facts.name, kind: "france_services", themes: ["acces-aux-droits"] }));
    services.set(id, {
      ...card,
      opening: { ...card.opening, periods: [{ season: "all_year", hours }] },
      id,
      placeId,
      internal: blankInternal,
      state: { kind: "published" },
      verifiedOn: null,
      updatedAt: at,
      origin,
      provenance: { kind: "sourced", source: "ANCT" },
    });
  }
  return { kinds: defaultKinds, synonyms: [], places, services };
}

const communes = {
  "88148": "Dommartin-lès-Remiremont",
  "88158": "Éloyes",
  "88205": "Girmont-Val-d’Ajol",
  "88351": "Plombières-les-Bains",
  "88383": "Remiremont",
  "88409": "Saint-Amé",
  "88415": "Saint-Étienne-lès-Remiremont",
  "88429": "Saint-Nabord",
  "88487": "Le Val-d’Ajol",
  "88498": "Vecoux",
} as const;

/** How the territory of the demonstration names things. */
export const exampleNames: Named = {
  communes: Object.entries(communes).map(([code, name]) => ({ code: CommuneCode.parse(code), name })),
  themes: [
    ["petite-enfance", "Petite enfance"],
    ["enfance", "Enfance"],
    ["jeunesse", "Jeunesse"],
    ["parentalite", "Parentalité"],
    ["animation-vie-sociale", "Animation de la vie sociale"],
    ["acces-aux-droits", "Accès aux droits"],
    ["inclusion-numerique", "Inclusion numérique"],
    ["logement", "Logement"],
    ["mobilite", "Mobilité"],
  ].map(([key = "", name = ""]) => ({ key: ThemeKey.parse(key), name: { fr: name, en: name } })),
};
