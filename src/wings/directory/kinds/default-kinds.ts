import { ThemeKey } from "../../territory/territories/model.ts";
import { ServiceKindKey, type ServiceKind } from "./model.ts";

interface Said {
  readonly fr: string;
  readonly en: string;
}

const kind = (
  key: string,
  name: Said,
  plain: Said,
  themes: readonly string[],
  ages: readonly [min: number | null, max: number | null] | null = null,
): ServiceKind => ({
  key: ServiceKindKey.parse(key),
  name,
  plain,
  themes: themes.map((theme) => ThemeKey.parse(theme)),
  ages: ages && { minMonths: ages[0], maxMonths: ages[1] },
});

const year = 12;

/** The kinds of services that a CTG speaks of, in the order of a life. A territory adds its own. */
export const defaultKinds: readonly ServiceKind[] = [
  kind(
    "pmi",
    { fr: "Protection maternelle et infantile (PMI)", en: "Mother and child health service (PMI)" },
    { fr: "Consultations pour les bébés et les futures mères", en: "Check-ups for babies and mothers-to-be" },
    ["petite-enfance", "parentalite"],
    [0, 6 * year - 1],
  ),
  kind(
    "eaje",
    { fr: "Établissement d’accueil du jeune enfant (EAJE)", en: "Childcare centre (EAJE)" },
    { fr: "Crèche, micro-crèche ou halte-garderie", en: "Nursery or crèche" },
    ["petite-enfance"],
    [2, 47],
  ),
  kind(
    "assistant_maternel",
    { fr: "Assistant·e maternel·le", en: "Registered childminder" },
    { fr: "Garde de jeunes enfants chez une assistante maternelle", en: "Care of young children at a childminder’s" },
    ["petite-enfance"],
    [2, 6 * year - 1],
  ),
  kind(
    "mam",
    { fr: "Maison d’assistants maternels (MAM)", en: "Childminders’ house (MAM)" },
    { fr: "Assistantes maternelles réunies dans une maison", en: "Childminders together in one house" },
    ["petite-enfance"],
    [2, 6 * year - 1],
  ),
  kind(
    "rpe",
    { fr: "Relais petite enfance (RPE)", en: "Early childhood hub (RPE)" },
    { fr: "Aide pour trouver une garde ou une assistante maternelle", en: "Help to find childcare or a childminder" },
    ["petite-enfance", "parentalite"],
    [0, 6 * year - 1],
  ),
  kind(
    "laep",
    { fr: "Lieu d’accueil enfants-parents (LAEP)", en: "Parent and child drop-in place (LAEP)" },
    { fr: "Lieu pour jouer et parler avec son tout-petit", en: "A place to play and talk with your toddler" },
    ["petite-enfance", "parentalite"],
    [0, 6 * year - 1],
  ),
  kind(
    "periscolaire",
    { fr: "Accueil périscolaire", en: "Before and after school care" },
    { fr: "Garderie du matin, du midi et du soir", en: "Care before and after school, and at noon" },
    ["enfance"],
    [3 * year - 6, 12 * year - 1],
  ),
  kind(
    "alsh",
    { fr: "Accueil de loisirs sans hébergement (ALSH)", en: "Day leisure centre (ALSH)" },
    { fr: "Centre de loisirs, mercredis et vacances", en: "Leisure centre, Wednesdays and holidays" },
    ["enfance", "jeunesse"],
    [3 * year, 18 * year - 1],
  ),
  kind(
    "clas",
    { fr: "Contrat local d’accompagnement à la scolarité (CLAS)", en: "Local homework support (CLAS)" },
    { fr: "Aide aux devoirs", en: "Homework help" },
    ["enfance", "jeunesse", "parentalite"],
    [6 * year, 18 * year - 1],
  ),
  kind(
    "accueil_jeunes",
    { fr: "Accueil de jeunes", en: "Youth club" },
    { fr: "Lieu pour les adolescents", en: "A place for teenagers" },
    ["jeunesse"],
    [11 * year, 18 * year - 1],
  ),
  kind(
    "mission_locale",
    { fr: "Mission locale", en: "Youth employment service (mission locale)" },
    { fr: "Emploi, formation et logement des 16-25 ans", en: "Work, training and housing for 16 to 25" },
    ["jeunesse", "logement"],
    [16 * year, 26 * year - 1],
  ),
  kind(
    "ludotheque",
    { fr: "Ludothèque", en: "Toy library" },
    { fr: "Jouer sur place et emprunter des jeux", en: "Play there and borrow games" },
    ["enfance", "parentalite", "animation-vie-sociale"],
  ),
  kind(
    "soutien_parental",
    { fr: "Action de soutien à la parentalité (REAAP)", en: "Parenting support (REAAP)" },
    { fr: "Rencontres et groupes de parents", en: "Meetings and groups of parents" },
    ["parentalite"],
  ),
  kind(
    "mediation_familiale",
    { fr: "Médiation familiale", en: "Family mediation" },
    { fr: "Aide en cas de séparation ou de conflit", en: "Help with a separation or a conflict" },
    ["parentalite"],
  ),
  kind(
    "centre_social",
    { fr: "Centre social", en: "Community centre" },
    { fr: "Activités et entraide pour tous les âges", en: "Activities and mutual help for all ages" },
    ["animation-vie-sociale", "parentalite"],
  ),
  kind(
    "evs",
    { fr: "Espace de vie sociale (EVS)", en: "Community space (EVS)" },
    { fr: "Lieu de rencontre d’un quartier ou d’un village", en: "Meeting place of a district or a village" },
    ["animation-vie-sociale"],
  ),
  kind(
    "france_services",
    { fr: "France services", en: "France services" },
    {
      fr: "Aide pour les démarches : Caf, impôts, retraite, santé",
      en: "Help with public services: benefits, tax, pension, health",
    },
    ["acces-aux-droits", "inclusion-numerique"],
  ),
  kind(
    "ccas",
    { fr: "Centre communal d’action sociale (CCAS)", en: "Municipal social centre (CCAS)" },
    { fr: "Aide sociale de la mairie", en: "Social help at the town hall" },
    ["acces-aux-droits", "logement"],
  ),
  kind(
    "conseiller_numerique",
    { fr: "Conseiller numérique", en: "Digital adviser" },
    { fr: "Apprendre à se servir d’un ordinateur et d’internet", en: "Learning to use a computer and the internet" },
    ["inclusion-numerique"],
  ),
  kind(
    "mobilite",
    { fr: "Transport et mobilité solidaire", en: "Transport and shared mobility" },
    { fr: "Se déplacer sans voiture", en: "Getting about without a car" },
    ["mobilite"],
  ),
  kind("autre", { fr: "Autre service", en: "Another service" }, { fr: "Autre service", en: "Another service" }, []),
];
