import { folded } from "../../../../platform/french/plain.ts";
import { ServiceKindKey, type ServiceKind } from "../../kinds/model.ts";
import type { Thematique } from "../../card/data-inclusion-model.ts";
import type { Network } from "./networks.ts";
import type { DiService, DiStructure } from "./schema.ts";

// data·inclusion has no kind of service: what a kind says is told by its thématiques, and guessed from names on the way in.

const rights = [
  "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives",
  "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits",
] as const;
const parenting = "famille--soutien-a-la-parentalite-et-a-leducation";
const childcare = "famille--garde-denfants";

const thematiquesOfKind: Readonly<Record<string, readonly Thematique[]>> = {
  pmi: ["sante--acces-aux-soins", parenting],
  eaje: [childcare],
  assistant_maternel: [childcare],
  mam: [childcare],
  rpe: [childcare, parenting],
  laep: [parenting, "remobilisation--lien-social"],
  periscolaire: [childcare],
  alsh: [childcare, "remobilisation--activites-sportives-et-culturelles"],
  clas: [parenting],
  accueil_jeunes: ["remobilisation--activites-sportives-et-culturelles"],
  ludotheque: [parenting, "remobilisation--activites-sportives-et-culturelles"],
  soutien_parental: [parenting],
  mediation_familiale: ["famille--surmonter-conflits-separation-violence"],
  centre_social: ["remobilisation--lien-social"],
  evs: ["remobilisation--lien-social"],
  france_services: rights,
  ccas: rights,
  conseiller_numerique: ["numerique--maitriser-les-fondamentaux-du-numerique"],
  mobilite: ["mobilite--mobilite-douce-partagee-collective"],
};

/** What a kind of service is about, in the words of the format; nothing for a kind that the territory added. */
export const thematiquesOf = (kind: ServiceKindKey): readonly Thematique[] => thematiquesOfKind[kind] ?? [];

/** Words of a name that tell a kind, the surest first. */
const wordsOfKinds: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/\bfrance services?\b|\bmaisons? de services? au public\b/, "france_services"],
  [/\bpmi\b|protection maternelle/, "pmi"],
  [/\brpe\b|\bram\b|relais (?:petite enfance|assistante?s? maternel)/, "rpe"],
  [/\blaep\b|accueil enfants?[- ]parents?/, "laep"],
  [/\bmam\b|maison d'assistante?s? maternel/, "mam"],
  [/assistante?s? maternel/, "assistant_maternel"],
  [/\bcreches?\b|multi-?accueil|halte-?garderie|jardin d'enfants|\beaje\b/, "eaje"],
  [/periscolaire|garderie/, "periscolaire"],
  [/\balsh\b|centre de loisirs|accueil de loisirs/, "alsh"],
  [/\bclas\b|aide aux devoirs|accompagnement (?:a la scolarite|scolaire)/, "clas"],
  [/mission locale/, "mission_locale"],
  [/ludotheque/, "ludotheque"],
  [/mediation familiale/, "mediation_familiale"],
  [/\breaap\b|cafe des parents|groupe de parents/, "soutien_parental"],
  [/\bevs\b|espace de vie sociale/, "evs"],
  [/conseill(?:er|ere)s? numerique/, "conseiller_numerique"],
  [/\bcentre social\b|centre socio-?culturel/, "centre_social"],
  [/\bccas\b|\bcias\b|action sociale communal|centre communal d'action sociale/, "ccas"],
];

const kindsOfNetworks: { readonly [Of in Network]?: string } = {
  "france-service": "france_services",
  msap: "france_services",
  "ccas-cias": "ccas",
  "mission-locale": "mission_locale",
  "conseillers-numeriques": "conseiller_numerique",
};

/**
 * Which kind of service a record most likely is: by its own name, by the name and networks of its structure, else "another service". A guess,
 * for a person to correct.
 */
export function guessKind(
  service: Pick<DiService, "nom">,
  structure: Pick<DiStructure, "nom" | "reseaux_porteurs"> | undefined,
  kinds: readonly Pick<ServiceKind, "key">[],
): ServiceKindKey {
  const networks = structure?.reseaux_porteurs ?? [];
  const byName = (name: string) => wordsOfKinds.find(([pattern]) => pattern.test(folded(name)))?.[1];
  const guesses = [byName(service.nom), ...networks.map((each) => kindsOfNetworks[each]), structure && byName(structure.nom)];
  const known = new Set<string>(kinds.map(({ key }) => key));
  return ServiceKindKey.parse(guesses.find((guess) => guess !== undefined && known.has(guess)) ?? "autre");
}

const themesOfCategories: Readonly<Record<string, string>> = {
  famille: "parentalite",
  numerique: "inclusion-numerique",
  "logement-hebergement": "logement",
  mobilite: "mobilite",
  "difficultes-administratives-ou-juridiques": "acces-aux-droits",
  "difficultes-financieres": "acces-aux-droits",
};
const themesOfThematiques: { readonly [Of in Thematique]?: string } = {
  "famille--garde-denfants": "petite-enfance",
  "remobilisation--lien-social": "animation-vie-sociale",
};

/** The themes of a CTG that thématiques are about, among those that the territory has. */
export function guessThemes(thematiques: readonly Thematique[], known: ReadonlySet<string>): readonly string[] {
  const themes = thematiques.map((each) => themesOfThematiques[each] ?? themesOfCategories[each.split("--")[0] ?? ""]);
  return [...new Set(themes)].filter((theme): theme is string => theme !== undefined && known.has(theme));
}
