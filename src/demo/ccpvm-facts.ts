import type { OrganisationKind } from "../wings/territory/organisations/model.ts";

/**
 * What is public about the CTG of the Porte des Vosges Méridionales, and nothing else: what was not published is `null`
 * or absent, and the screens say so. Dates are written as precisely as they are known.
 */

const site =
  "Communauté de communes de la Porte des Vosges Méridionales et ses partenaires : informations publiques sur la convention territoriale globale (2019, 2022, 2023)";
const register = "Code officiel géographique 2026 (INSEE) : la communauté de communes et ses dix communes";

export const factsSource = site;

export const framework = {
  name: "Schéma départemental des services aux familles des Vosges",
  departementCode: "88",
  signedIn: "2021-12",
  source: "Schéma départemental des services aux familles (SDSF) des Vosges, signé en décembre 2021",
  axes: [
    {
      number: 1,
      title: "Améliorer la connaissance et renforcer la lisibilité des offres disponibles sur le territoire",
      plainWords: "Savoir ce qui existe près de chez vous, et le trouver facilement.",
    },
    {
      number: 2,
      title: "Favoriser une répartition équilibrée des offres de service sur le territoire",
      plainWords: "Trouver un service à une distance raisonnable, où que vous habitiez.",
    },
    {
      number: 3,
      title: "Développer et soutenir une offre de qualité aux familles",
      plainWords: "Des services de qualité pour vos enfants et pour vous.",
    },
    {
      number: 4,
      title: "Impulser une dynamique de mobilisation et d’expression des habitants",
      plainWords: "Dire ce que vous pensez, et prendre part à ce qui se décide.",
    },
  ],
} as const;

interface SignatoryFact {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string | null;
  readonly communeCode: string | null;
  /** Functions are those that the law gives; names of people were not published. */
  readonly representativeFunction: string | null;
}

const commune = (communeCode: string, name: string): SignatoryFact => ({
  kind: "commune",
  name,
  shortName: null,
  communeCode,
  representativeFunction: "Maire",
});

const body = (kind: OrganisationKind, name: string, shortName: string): SignatoryFact => ({
  kind,
  name,
  shortName,
  communeCode: null,
  representativeFunction: null,
});

/** The fourteen signatories of the convention 2023-2027. */
export const signatories: readonly SignatoryFact[] = [
  body("epci", "Communauté de communes de la Porte des Vosges Méridionales", "CCPVM"),
  commune("88148", "Commune de Dommartin-lès-Remiremont"),
  commune("88158", "Commune d’Éloyes"),
  commune("88205", "Commune de Girmont-Val-d’Ajol"),
  commune("88487", "Commune du Val-d’Ajol"),
  commune("88351", "Commune de Plombières-les-Bains"),
  commune("88383", "Commune de Remiremont"),
  commune("88409", "Commune de Saint-Amé"),
  commune("88415", "Commune de Saint-Étienne-lès-Remiremont"),
  commune("88429", "Commune de Saint-Nabord"),
  commune("88498", "Commune de Vecoux"),
  body("caf", "Caisse d’allocations familiales des Vosges", "Caf des Vosges"),
  body("departement", "Conseil départemental des Vosges", "Département des Vosges"),
  body("msa", "Mutualité sociale agricole Lorraine", "MSA Lorraine"),
];

/** Signed on 15 January 2019 for four years. Who signed it then, its themes and its axes were not published. */
export const firstConvention = {
  title: "Convention territoriale globale 2019-2022",
  periodStart: "2019",
  periodEnd: "2022",
  signedOn: "2019-01-15",
  reviewedOn: "2022-12",
  reviewSummary: "Bilan très positif, malgré la crise sanitaire.",
  sources: [site],
} as const;

/** The plan was validated in April 2023, on a day that was not published, and the convention signed on 28 November 2023. */
export const secondConvention = {
  title: "Convention territoriale globale 2023-2027",
  periodStart: "2023",
  periodEnd: "2027",
  planValidatedOn: "2023-04",
  signedOn: "2023-11-28",
  signingNote: "Signée à la mairie de Saint-Étienne-lès-Remiremont.",
  themes: ["acces-aux-droits", "petite-enfance", "enfance", "jeunesse", "animation-vie-sociale", "parentalite"],
  sources: [site, framework.source, register],
} as const;
