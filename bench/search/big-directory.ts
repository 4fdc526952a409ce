import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { blankCard, blankInternal } from "../../src/wings/directory/card/blank-card.ts";
import { defaultKinds } from "../../src/wings/directory/kinds/default-kinds.ts";
import { Offer, ServiceId, type Directory, type Service } from "../../src/wings/directory/card/model.ts";
import { PlaceFields, PlaceId, type Place } from "../../src/wings/directory/places/model.ts";
import type { Named } from "../../src/wings/directory/search/search-index.ts";
import { OrganisationId } from "../../src/platform/model.ts";
import { CommuneCode } from "../../src/wings/territory/territories/model.ts";

/** Numbers drawn again the same from a seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const communesFile = join(import.meta.dirname, "../../node_modules/@etalab/decoupage-administratif/data/communes.json");
const Communes = z.array(z.object({ code: z.string(), nom: z.string(), type: z.string(), departement: z.string().optional() }));

/** The communes of the Vosges, for names that are real. */
export const communes: Named["communes"] = Communes.parse(JSON.parse(readFileSync(communesFile, "utf8")))
  .filter(({ type, departement }) => type === "commune-actuelle" && departement === "88")
  .map(({ code, nom }) => ({ code: CommuneCode.parse(code), name: nom }));

const beginnings: Readonly<Record<string, readonly string[]>> = {
  eaje: ["Crèche", "Multi-accueil", "Micro-crèche", "Halte-garderie"],
  assistant_maternel: ["Assistantes maternelles de", "Garde à domicile"],
  mam: ["Maison d’assistantes maternelles"],
  rpe: ["Relais petite enfance"],
  laep: ["Lieu d’accueil enfants-parents"],
  pmi: ["Consultations de PMI"],
  periscolaire: ["Accueil périscolaire", "Garderie"],
  alsh: ["Accueil de loisirs", "Centre de loisirs"],
  clas: ["Aide aux devoirs", "Accompagnement à la scolarité"],
  accueil_jeunes: ["Accueil de jeunes", "Local jeunes"],
  mission_locale: ["Permanence de la mission locale"],
  ludotheque: ["Ludothèque"],
  soutien_parental: ["Café des parents", "Groupe de parole"],
  mediation_familiale: ["Médiation familiale"],
  centre_social: ["Centre social"],
  evs: ["Espace de vie sociale"],
  france_services: ["France services"],
  ccas: ["Centre communal d’action sociale"],
  conseiller_numerique: ["Conseiller numérique"],
  mobilite: ["Transport solidaire"],
};
const endings =
  "des Tilleuls,du Lac,Les Petits Pas,de la Vallée,du Moulin,Arc-en-ciel,des Sources,La Ruche,du Parc,des Sapins,Pomme d’Api,Les Lutins".split(
    ",",
  );
const sentences = [
  "Accueil de {n} enfants, dans un bâtiment avec jardin.",
  "Sur inscription, selon les places disponibles.",
  "Une équipe de professionnels à l’écoute des familles.",
  "Ouvert à toutes et à tous, sans condition.",
  "Renseignements par téléphone aux heures d’ouverture.",
];

const idOf = (number: number): string => `01920000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

/** A directory of as many services as asked, of every kind, over the communes of the Vosges. */
export function bigDirectory(size: number): Directory {
  const draw = drawing(size);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(draw() * values.length)];
    if (value === undefined) throw new Error("nothing to draw from");
    return value;
  };
  const kinds = defaultKinds.filter(({ key }) => Object.hasOwn(beginnings, key));
  const at = new Date("2026-11-01T12:00:00Z");
  const organisationId = OrganisationId.parse(idOf(1));
  const places = new Map<PlaceId, Place>();
  const services = new Map<ServiceId, Service>();
  for (let number = 0; number < size; number += 1) {
    const kind = pick(kinds);
    const commune = pick(communes);
    const name = `${pick(beginnings[kind.key] ?? [kind.name.fr])} ${pick(endings)}`;
    const fields = PlaceFields.parse({
      organisationId,
      name: `${pick(["Maison", "École", "Mairie", "Salle", "Espace"])} ${pick(endings)}`,
      communeCode: commune.code,
      latitude: 47.8 + draw() * 0.7,
      longitude: 5.4 + draw() * 1.8,
      wheelchair: "unknown",
      networks: [],
    });
    const placeId = PlaceId.parse(idOf(10 + 2 * number));
    places.set(placeId, { ...fields, id: placeId, origin: null, provenance: { kind: "example" }, updatedAt: at });
    const id = ServiceId.parse(idOf(11 + 2 * number));
    const description = [pick(sentences), pick(sentences)].join(" ").replace("{n}", String(10 + Math.floor(draw() * 60)));
    const card = blankCard(Offer.parse({ name, kind: kind.key, themes: [], description }));
    services.set(id, {
      ...card,
      opening: {
        ...card.opening,
        periods: [{ season: "all_year", hours: pick(["Mo-Fr 08:00-18:00", "We 09:00-17:00", "Tu,Th 14:00-18:00"]) }],
      },
      id,
      placeId,
      internal: blankInternal,
      state: { kind: "published" },
      verifiedOn: null,
      updatedAt: at,
      origin: null,
      provenance: { kind: "example" },
    });
  }
  return { kinds: defaultKinds, synonyms: [], places, services };
}

/** What people type for each kind: half of it in everyday words. */
const asked: Readonly<Record<string, readonly string[]>> = {
  eaje: ["crèche", "micro crèche", "halte garderie", "place en crèche", "multi accueil"],
  assistant_maternel: ["assistante maternelle", "nounou", "ass mat", "nourrice"],
  mam: ["maison d'assistantes maternelles", "mam"],
  rpe: ["relais petite enfance", "relais assistantes maternelles"],
  laep: ["lieu accueil enfants parents", "laep", "café poussette"],
  pmi: ["pmi", "pesée bébé", "puéricultrice"],
  periscolaire: ["périscolaire", "garderie école", "péri scolaire", "accueil du matin"],
  alsh: ["centre de loisirs", "centre aéré", "accueil de loisirs", "activités vacances"],
  clas: ["aide aux devoirs", "soutien scolaire", "accompagnement scolaire"],
  accueil_jeunes: ["accueil jeunes", "local ados", "maison des jeunes"],
  mission_locale: ["mission locale", "emploi jeune"],
  ludotheque: ["ludothèque", "emprunter des jeux"],
  soutien_parental: ["café des parents", "groupe de parole parents", "soutien parentalité"],
  mediation_familiale: ["médiation familiale", "divorce", "séparation"],
  centre_social: ["centre social", "maison de quartier"],
  evs: ["espace de vie sociale", "jardin partagé"],
  france_services: ["france services", "papiers caf", "démarches retraite"],
  ccas: ["ccas", "aide sociale", "aide alimentaire"],
  conseiller_numerique: ["conseiller numérique", "cours informatique", "apprendre internet"],
  mobilite: ["transport solidaire", "covoiturage"],
};

export interface BenchQuery {
  readonly text: string;
  /** What the first three answers must hold: this kind, and this commune where one was typed. */
  readonly kind: string;
  readonly commune: string | null;
}

/** Queries as they are typed: half name a commune, half have an error, most have no accent. */
export function queries(count: number, directory: Directory): readonly BenchQuery[] {
  const draw = drawing(7);
  const there = new Map<string, string[]>();
  for (const { offer, placeId } of directory.services.values()) {
    const code = directory.places.get(placeId)?.communeCode ?? "";
    const list = there.get(offer.kind) ?? [];
    there.set(offer.kind, list);
    list.push(code);
  }
  const names = new Map(communes.map(({ code, name }): [string, string] => [code, name]));
  const kinds = Object.keys(asked);
  return Array.from({ length: count }, (): BenchQuery => {
    const kind = kinds[Math.floor(draw() * kinds.length)] ?? "";
    const words = asked[kind] ?? [];
    const codes = there.get(kind) ?? [];
    const commune = draw() < 0.5 ? (codes[Math.floor(draw() * codes.length)] ?? null) : null;
    const written = words[Math.floor(draw() * words.length)] ?? "";
    const said = commune === null ? written : `${written} ${names.get(commune) ?? ""}`;
    const plain = draw() < 0.7 ? said.normalize("NFD").replaceAll(/\p{M}/gu, "") : said;
    const cased = draw() < 0.6 ? plain.toLowerCase() : plain;
    return { text: draw() < 0.5 ? mistyped(cased, draw) : cased, kind, commune };
  });
}

/** One error in one word of five letters or more: a letter lost, doubled, changed, or two swapped. */
function mistyped(text: string, draw: () => number): string {
  const words = text.split(" ");
  const long = words.flatMap((word, at) => (word.length >= 5 ? [at] : []));
  const chosen = long[Math.floor(draw() * long.length)];
  if (chosen === undefined) return text;
  const word = words[chosen] ?? "";
  const at = 1 + Math.floor(draw() * (word.length - 2));
  const [start, letter, end] = [word.slice(0, at), word[at] ?? "", word.slice(at + 1)];
  const wrong = [start + end, start + letter + letter + end, `${start}e${end}`, start + (end[0] ?? "") + letter + end.slice(1)];
  words[chosen] = wrong[Math.floor(draw() * wrong.length)] ?? word;
  return words.join(" ");
}
