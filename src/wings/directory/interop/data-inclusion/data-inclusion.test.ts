import { parts } from "../../card/model.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Day, OrganisationId } from "../../../../platform/model.ts";
import { exampleDirectory } from "../../../../demo/services/example-directory.fixture.ts";
import { defaultKinds } from "../../kinds/default-kinds.ts";
import { files, producer, takenIn } from "./data-inclusion.fixture.ts";
import { checkDataInclusion, readService, readStructure } from "./faults.ts";
import { placeFrom, serviceFrom } from "./from-data-inclusion.ts";
import { DiService, DiStructure, locatedOf, type DataInclusion } from "./schema.ts";
import { publicCards, toDataInclusion } from "./to-data-inclusion.ts";
import { unsaidIn } from "./unsaid.ts";

const today = Day.parse("2026-11-28");
const byId = <Of extends { readonly id: string }>(records: readonly Of[]): readonly Of[] =>
  records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const sorted = ({ structures, services }: DataInclusion): DataInclusion => ({
  structures: byId(structures),
  services: byId(services),
});

const structure = DiStructure.parse({
  source: "essai",
  id: "essai--1",
  nom: "Maison de l’enfance",
  date_maj: "2026-05-04",
  commune: "Vecoux",
  code_postal: "88200",
  code_insee: "88498",
  adresse: "1 rue de l’Exemple",
  longitude: 6.6391,
  latitude: 47.9772,
});
const service = DiService.parse({
  source: "essai",
  structure_id: "essai--1",
  id: "essai--11",
  nom: "Micro-crèche La Luge",
  description: "Accueil de dix enfants.",
  date_maj: "2026-05-04",
});

test("a file that comes in goes out the same, on every field of the format", () => {
  fc.assert(
    fc.property(files, (file) => {
      expect(checkDataInclusion(file, today).filter(({ weight }) => weight === "error")).toEqual([]);
      expect(sorted(toDataInclusion(takenIn(file), producer))).toEqual(sorted(file));
    }),
    { numRuns: 150 },
  );
});

test.each<readonly [string, Partial<DiService>]>([
  ["no address where its structure has one", {}],
  ["the address of its structure", locatedOf(structure)],
  ["an address of its own", { adresse: "2 rue de la Gare", commune: "Remiremont", code_insee: "88383" }],
  ["hours, and none at its structure", { horaires_accueil: "Mo-Fr 07:30-18:30" }],
  ["the whole of France", { zone_eligibilite: ["france"] }],
  ["two communes", { zone_eligibilite: ["88498", "88383"] }],
  ["everyone", { publics: ["tous-publics"] }],
  ["no thématique, though its kind is about one", { thematiques: null }],
])("a service that says %s comes back as it was", (_, said) => {
  const file = { structures: [structure], services: [{ ...service, ...said }] };
  expect(toDataInclusion(takenIn(file), producer)).toEqual(file);
});

test("what a card can't hold as it was written is said, never silent", () => {
  const organisationId = OrganisationId.parse("01920000-0000-7000-8000-000000000001");
  const known = { kinds: defaultKinds, themes: new Set<string>(), organisationId };
  expect(placeFrom({ ...structure, latitude: null }, organisationId)).toMatchObject({
    fields: { latitude: null, longitude: null },
    notKept: [{ field: "longitude", why: "half_a_position" }],
  });
  const long = { ...service, conditions_acces: "a".repeat(3_000), volume_horaire_hebdomadaire: 400 };
  const read = serviceFrom(long, structure, known);
  expect(read.notKept).toEqual([
    { field: "conditions_acces", why: "cut" },
    { field: "volume_horaire_hebdomadaire", why: "out_of_bounds" },
  ]);
  expect(read.card.forWhom.conditions).toHaveLength(2_000);
  expect(serviceFrom({ ...service, zone_eligibilite: ["france", "88"] }, structure, known).notKept).toEqual([
    { field: "zone_eligibilite", why: "more_than_everywhere" },
  ]);
});

test("a kind is guessed from the name, then from the structure", () => {
  const organisationId = OrganisationId.parse("01920000-0000-7000-8000-000000000001");
  const known = { kinds: defaultKinds, themes: new Set(["petite-enfance", "acces-aux-droits"]), organisationId };
  const kindOf = (nom: string, of: Partial<DiStructure> = {}) =>
    serviceFrom({ ...service, nom }, { ...structure, ...of }, known).card.offer;
  expect(kindOf("Micro-crèche La Luge")).toMatchObject({ kind: "eaje", themes: ["petite-enfance"] });
  expect(kindOf("Aide aux démarches", { reseaux_porteurs: ["france-service"] })).toMatchObject({ kind: "france_services" });
  expect(kindOf("Permanence", { nom: "Relais petite enfance" })).toMatchObject({ kind: "rpe" });
  expect(kindOf("Atelier couture")).toMatchObject({ kind: "autre", themes: [] });
});

test.each([
  [{ nom: "ab" }, "nom", "tooShort"],
  [{ nom: undefined }, "nom", "missing"],
  [{ description: "bref" }, "description", "tooShort"],
  [{ date_maj: "2027-01-01" }, "date_maj", "future"],
  [{ date_maj: "1999-12-31" }, "date_maj", "tooOld"],
  [{ date_maj: "2026-02-30" }, "date_maj", "notADate"],
  [{ id: "autre--1" }, "id", "identifier"],
  [{ code_postal: "8820" }, "code_postal", "pattern"],
  [{ courriel: "accueil" }, "courriel", "notAnEmail"],
  [{ lien_mobilisation: "javascript:alert(1)" }, "lien_mobilisation", "notAnAddress"],
  [{ frais: "cher" }, "frais", "notOfList"],
  [{ thematiques: ["famille--garde-enfants"] }, "thematiques", "notOfList"],
  [{ publics: [] }, "publics", "empty"],
  [{ publics: ["tous-publics", "familles"] }, "publics", "alone"],
  [{ publics: ["familles", "familles"] }, "publics", "twice"],
  [{ zone_eligibilite: ["Vosges"] }, "zone_eligibilite", "pattern"],
  [{ nombre_semaines: 0 }, "nombre_semaines", "tooSmall"],
  [{ longitude: "6,6" }, "longitude", "type"],
])("%j breaks the rule of %s: %s", (wrong, field, rule) => {
  const read = readService({ ...service, ...wrong }, today);
  expect(read.faults).toMatchObject([{ of: "service", field, rule, weight: "error" }]);
});

test("a wrong value of a list comes with the right ones", () => {
  expect(readService({ ...service, frais: "cher" }, today).faults[0]?.choices).toEqual(["gratuit", "payant"]);
});

test("a name that ends with a dot is a warning, etc. is not", () => {
  expect(readStructure({ ...structure, nom: "Maison." }, today)).toMatchObject({ kind: "read", faults: [{ rule: "dot" }] });
  expect(readStructure({ ...structure, nom: "Maison, jardin, etc." }, today)).toMatchObject({ kind: "read", faults: [] });
});

test("a file says twice the same identifier, or names a structure that it lacks", () => {
  const faults = checkDataInclusion(
    { structures: [structure, structure], services: [{ ...service, structure_id: "essai--9" }] },
    today,
  );
  expect(faults.map(({ rule }) => rule)).toEqual(["sameIdentifier", "noStructure"]);
});

test("what is not a record is refused, whatever it is", () => {
  for (const wrong of [null, 3, "texte", [], undefined]) expect(readService(wrong, today).kind).toBe("refused");
});

test("the report counts what the format can't say", () => {
  const directory = takenIn({ structures: [structure], services: [service] });
  const [card] = publicCards(directory);
  if (card === undefined) throw new Error("no card");
  const rich = {
    ...card,
    service: {
      ...card.service,
      forWhom: { ...card.service.forWhom, minMonths: 2 },
      fees: parts.fees.parse({ fee: "family_quotient" }),
    },
  };
  const counted = Object.fromEntries(unsaidIn([card, rich]).map(({ field, services }) => [field, services]));
  expect(counted).toMatchObject({ kind: 2, organisation: 2, ages: 1, familyQuotient: 1 });
  expect(counted).not.toHaveProperty("capacity");
});

test("the directory of the demonstration goes out valid, and each example says that it is one", () => {
  const file = toDataInclusion(exampleDirectory(), producer);
  expect(checkDataInclusion(file, today)).toEqual([]);
  const examples = file.services.filter(({ source }) => source === "maillage-essai-exemple");
  expect(examples.length).toBeGreaterThan(50);
  for (const { description } of examples) expect(description).toMatch(/^Exemple inventé/);
  expect(file.services.filter(({ source }) => source === "france-services")).toHaveLength(2);
});

test("a card as short as forms allow goes out valid", () => {
  const directory = takenIn({ structures: [structure], services: [service] });
  const [card] = publicCards(directory);
  if (card === undefined) throw new Error("no card");
  const bare = { origin: null, provenance: { kind: "entered" as const } };
  const place = { ...card.place, ...bare, name: "X", description: "bref", networks: ["reseau-local"] };
  const short = {
    ...card.service,
    ...bare,
    offer: { ...card.service.offer, name: "Ré", description: null },
    where: { ...card.service.where, area: { kind: "codes" as const, codes: ["Vosges", "88498"] } },
    fees: parts.fees.parse({ fee: "family_quotient" }),
  };
  const file = toDataInclusion(
    { ...directory, places: new Map([[place.id, place]]), services: new Map([[short.id, short]]) },
    producer,
  );
  expect(checkDataInclusion(file, today)).toEqual([]);
  expect(file).toMatchObject({
    structures: [{ nom: "X – lieu d’accueil", description: null, reseaux_porteurs: null, source: "maillage-essai" }],
    services: [
      { nom: "Ré – service", zone_eligibilite: ["88498"], frais: "payant", frais_precisions: "Selon le quotient familial." },
    ],
  });
});
