import fc from "fast-check";
import { defaultKinds } from "../../kinds/default-kinds.ts";
import { blankInternal } from "../../card/blank-card.ts";
import { PlaceId, type Place, type PlaceId as PlaceIdOf } from "../../places/model.ts";
import { ServiceId, type Directory, type Service } from "../../card/model.ts";
import { OrganisationId } from "../../../../platform/model.ts";
import { Orientation, Publics, ServiceType, Thematique } from "../../card/data-inclusion-model.ts";
import { placeFrom, serviceFrom, type IncomingPlace } from "./from-data-inclusion.ts";
import { Network } from "./networks.ts";
import {
  Frais,
  locatedOf,
  ModeAccueil,
  ModeMobilisation,
  type DataInclusion,
  type DiService,
  type DiStructure,
} from "./schema.ts";
import type { Producer } from "./to-data-inclusion.ts";

export const producer: Producer = {
  source: "maillage-essai",
  pageOf: (id) => `https://maillage.exemple/annuaire/services/${id}`,
  commune: (code) => ({ "88498": "Vecoux", "88383": "Remiremont" })[code],
};

/** A text as producers write them: accents, dashes, no space at either end. */
const text = (min: number, max: number) =>
  fc
    .string({ minLength: min, maxLength: max, unit: fc.constantFrom(...Array.from("abcéèœÀ’ -–,1 \u00A0")) })
    .map((value) => value.normalize("NFC").trim())
    .filter((value) => value.length >= min && value.length > 0);
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
const someOf = <Value>(values: readonly Value[]) =>
  maybe(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 }));
const digits = (count: number) =>
  fc.string({ minLength: count, maxLength: count, unit: fc.constantFrom(...Array.from("0123456789")) });
const url = fc.constantFrom("https://exemple.fr/", "https://www.exemple.fr/service?id=1", "http://exemple.org/a/b");
const email = fc.constantFrom("accueil@exemple.fr", "petite.enfance+1@mairie-exemple.fr");
const phone = fc.constantFrom("+33353010001", "03 53 01 00 02", "3230");
const hours = fc.constantFrom("Mo-Fr 09:00-16:00", "Mo 08:30-12:00; We off", "Mo[1] 09:00-12:00", "lundi matin sur rendez-vous");
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2026-11-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const located = fc
  .record({
    commune: maybe(text(1, 40)),
    code_postal: maybe(digits(5)),
    code_insee: maybe(fc.constantFrom("88498", "88383", "2A004", "97411")),
    adresse: maybe(text(1, 60)),
    complement_adresse: maybe(text(1, 60)),
    position: maybe(fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))),
  })
  .map(({ position, ...rest }) => ({
    ...rest,
    longitude: position === null ? null : position[0] + 0,
    latitude: position === null ? null : position[1] + 0,
  }));

const structureOf = (id: string): fc.Arbitrary<DiStructure> =>
  fc
    .tuple(
      fc.record({
        nom: text(3, 100),
        date_maj: day,
        description: maybe(text(5, 200)),
        lien_source: maybe(url),
        siret: maybe(digits(14)),
        telephone: maybe(phone),
        courriel: maybe(email),
        site_web: maybe(url),
        horaires_accueil: maybe(hours),
        accessibilite_lieu: maybe(url),
        reseaux_porteurs: someOf(Network.options),
      }),
      located,
    )
    .map(([rest, where]) => ({ source: "essai", id, ...rest, ...where }));

const zones: fc.Arbitrary<string[]> = fc.oneof(
  fc.constant<string[]>(["france"]),
  fc.uniqueArray(fc.constantFrom("88498", "88", "2A", "974", "200068377", "99134"), { minLength: 1 }),
);
const serviceOf = (id: string, structure: DiStructure): fc.Arbitrary<DiService> =>
  fc
    .tuple(
      fc.record({
        nom: text(3, 100),
        description: text(5, 300),
        date_maj: day,
        lien_source: maybe(url),
        type: maybe(fc.constantFrom(...ServiceType.options)),
        thematiques: someOf(Thematique.options),
        frais: maybe(fc.constantFrom(...Frais.options)),
        frais_precisions: maybe(text(1, 80)),
        publics: fc.oneof(
          someOf(Publics.options.filter((each) => each !== "tous-publics")),
          fc.constant<Publics[]>(["tous-publics"]),
        ),
        publics_precisions: maybe(text(1, 80)),
        conditions_acces: maybe(text(1, 80)),
        telephone: maybe(phone),
        courriel: maybe(email),
        modes_accueil: someOf(ModeAccueil.options),
        zone_eligibilite: maybe(zones),
        contact_nom_prenom: maybe(text(1, 60)),
        lien_mobilisation: maybe(url),
        modes_mobilisation: someOf(ModeMobilisation.options),
        mobilisable_par: someOf(Orientation.options),
        mobilisation_precisions: maybe(text(1, 80)),
        volume_horaire_hebdomadaire: maybe(fc.double({ min: 0, max: 168, noNaN: true }).map((value) => value + 0)),
        nombre_semaines: maybe(fc.integer({ min: 1, max: 53 })),
        horaires_accueil: maybe(hours),
      }),
      fc.oneof(fc.constant(structure), located),
    )
    .map(([rest, where]) => ({
      source: "essai",
      structure_id: structure.id,
      id,
      ...rest,
      ...locatedOf(where),
    }));

/** Valid files of data·inclusion: structures with none, one or several services, at their address, without one or at their own. */
export const files: fc.Arbitrary<DataInclusion> = fc
  .array(fc.nat(3), { minLength: 1, maxLength: 4 })
  .chain((counts) =>
    fc.tuple(
      ...counts.map((count, at) =>
        structureOf(`essai--s${at}`).chain((structure) =>
          fc.tuple(
            fc.constant(structure),
            fc.tuple(...Array.from({ length: count }, (_, nth) => serviceOf(`essai--${at}-${nth}`, structure))),
          ),
        ),
      ),
    ),
  )
  .map((groups) => ({
    structures: groups.map(([structure]) => structure),
    services: groups.flatMap(([, services]) => services),
  }));

const idOf = (number: number): string => `01920000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** Takes a file in as the import does, into a directory that was empty. */
export function takenIn({ structures, services }: DataInclusion): Directory {
  let last = 0;
  const organisationId = OrganisationId.parse(idOf((last += 1)));
  const known = { kinds: defaultKinds, themes: new Set(["petite-enfance", "parentalite"]), organisationId };
  const places = new Map<PlaceIdOf, Place>();
  const byStructure = new Map<string, PlaceIdOf>();
  const put = ({ fields, origin, updatedAt }: IncomingPlace): PlaceIdOf => {
    const id = PlaceId.parse(idOf((last += 1)));
    places.set(id, { ...fields, id, origin, updatedAt, provenance: { kind: "sourced", source: origin.source } });
    return id;
  };
  for (const structure of structures) byStructure.set(structure.id, put(placeFrom(structure, organisationId)));
  const taken = services.map((each): Service => {
    const structure = structures.find(({ id }) => id === each.structure_id);
    const home = byStructure.get(each.structure_id);
    if (structure === undefined || home === undefined) throw new Error(`no structure ${each.structure_id}`);
    const { card, at, origin, updatedAt } = serviceFrom(each, structure, known);
    return {
      ...card,
      id: ServiceId.parse(idOf((last += 1))),
      placeId: at.kind === "own_place" ? put(at.place) : home,
      internal: blankInternal,
      state: { kind: "published" },
      verifiedOn: null,
      updatedAt,
      origin,
      provenance: { kind: "sourced", source: origin.source },
    };
  });
  return { kinds: defaultKinds, synonyms: [], places, services: new Map(taken.map((each) => [each.id, each])) };
}
