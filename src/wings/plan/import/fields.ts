import { z } from "zod";
import type { MappingMemory } from "../../../platform/import-draft/memory.ts";

/** How a column is read. */
export type FieldKind = "text" | "prose" | "list" | "lines" | "period" | "status" | "amount" | "value";

export interface FieldDefinition {
  readonly kind: FieldKind;
  /** Headings that mean it in the plans of French territories. Compared without case, accents or articles. */
  readonly headings: readonly string[];
  /** Several columns may feed it; else the surest one does. */
  readonly several?: true;
}

const among = (headings: string): readonly string[] => headings.trim().split(/\s*\|\s*/);

/** What can be read from a spreadsheet of actions. A territory's own headings are learnt in its memory, not added here. */
export const importFields = {
  number: {
    kind: "text",
    headings: among(`N° | Numéro | No | Num | N° action | N° de l'action | Numéro de l'action | N° fiche | N° de fiche |
      Fiche n° | Réf | Référence | Code | Code action | Id`),
  },
  title: {
    kind: "text",
    headings: among(`Action | Actions | Intitulé | Intitulé de l'action | Titre | Titre de l'action | Nom de l'action |
      Libellé | Libellé de l'action | Fiche action | Fiches actions | Actions prévues | Actions à mener |
      Projet | Intitulé du projet | Action title`),
  },
  axis: {
    kind: "text",
    headings: among(`Axe | Axes | Axe stratégique | Axe CTG | Axe de la CTG | Orientation | Orientation stratégique |
      Enjeu / axe | Volet | Priorité`),
  },
  objective: {
    kind: "text",
    headings: among(`Objectif | Objectif opérationnel | Objectif général | Objectif stratégique | Objectif de rattachement |
      Sous-axe | N° objectif`),
  },
  themes: {
    kind: "list",
    headings: among(`Thématique | Thématiques | Thème | Thèmes | Champ | Champs | Champ d'intervention | Domaine | Domaines |
      Secteur | Politique`),
  },
  lead: {
    kind: "list",
    headings: among(`Porteur | Porteurs | Porteur de l'action | Porteur du projet | Pilote | Pilote de l'action |
      Structure porteuse | Structure pilote | Pilotage | Maître d'ouvrage | Maîtrise d'ouvrage | Responsable |
      Chef de file | Organisme porteur | Gestionnaire | Lead`),
  },
  leadPerson: {
    kind: "text",
    headings: among(`Référent | Référent technique | Référent·e | Contact | Agent référent | Personne référente |
      Responsable technique | Nom du pilote | Interlocuteur | Chargé de mission | Technicien référent`),
  },
  partners: {
    kind: "list",
    several: true,
    headings: among(`Partenaires | Partenaire | Partenaires associés | Partenaires mobilisés | Partenaires techniques |
      Partenariat | Partenariats | Acteurs | Acteurs associés | Co-porteurs | Structures associées | Partners`),
  },
  leadAndPartners: {
    kind: "list",
    headings: among(`Porteur / Partenaires | Porteur et partenaires | Porteurs et partenaires | Pilote / Partenaires |
      Pilote et partenaires | Acteurs (porteur, partenaires)`),
  },
  sponsor: {
    kind: "text",
    headings: among(`Élu référent | Élu·e référent·e | Élue référente | Élu | Élu pilote | Élu en charge |
      Vice-président référent | Portage politique`),
  },
  period: {
    kind: "period",
    headings: among(`Échéancier | Calendrier | Période | Période de réalisation | Calendrier prévisionnel | Planning | Durée |
      Échéances | Temporalité | Années | Année de réalisation | Dates | Mise en œuvre | Quand`),
  },
  start: {
    kind: "period",
    headings: among(`Début | Date de début | Démarrage | Date de démarrage | Lancement | Date de lancement | Début prévu |
      Start`),
  },
  end: {
    kind: "period",
    headings: among(`Fin | Date de fin | Échéance | Date d'échéance | Fin prévue | Date de fin prévue | Terme | End`),
  },
  status: {
    kind: "status",
    headings: among(`État | État d'avancement | Avancement | Statut | Niveau d'avancement | Où en est-on | Réalisation |
      Situation | % d'avancement | Taux de réalisation | Status`),
  },
  totalCost: {
    kind: "amount",
    headings: among(`Coût | Coût prévisionnel | Coût total | Budget | Budget prévisionnel | Budget total | Montant |
      Montant prévisionnel | Coût estimé | Coût estimatif | Enveloppe | Dépenses | Dépenses prévisionnelles |
      Plan de financement total | Total`),
  },
  /** "2024", "Budget 2025", "BP 2026": the year is part of the column. */
  costOfYear: { kind: "amount", several: true, headings: [] },
  funders: {
    kind: "list",
    headings: among(`Financeur | Financeurs | Financements | Financement | Cofinanceurs | Co-financeurs |
      Sources de financement | Plan de financement | Moyens financiers`),
  },
  fundingAmounts: {
    kind: "lines",
    headings: among(`Montant des financements | Montants financés | Montant par financeur | Participation des financeurs |
      Montant accordé | Subvention | Subventions | Montant de la subvention`),
  },
  communes: {
    kind: "list",
    headings: among(`Commune | Communes | Communes concernées | Territoire | Territoire concerné | Périmètre | Lieu |
      Localisation | Secteur géographique | Lieux`),
  },
  audiences: {
    kind: "list",
    headings: among(`Public | Publics | Public cible | Publics cibles | Public visé | Publics visés | Bénéficiaires |
      Public concerné | Tranche d'âge | Audiences`),
  },
  description: {
    kind: "prose",
    several: true,
    headings: among(`Description | Description de l'action | Descriptif | Contenu | Contenu de l'action | Modalités |
      Modalités de mise en œuvre | Détail | Présentation | Résumé`),
  },
  goals: {
    kind: "prose",
    headings: among(`Objectifs | Objectifs de l'action | Objectifs visés | Objectifs poursuivis | Objectifs opérationnels |
      Finalité | Finalités | But`),
  },
  findings: {
    kind: "prose",
    headings: among(`Constat | Constats | Constats du diagnostic | Contexte | Diagnostic | Éléments de diagnostic | Besoins |
      Besoins repérés | Enjeu | Enjeux | Problématique`),
  },
  expectedResults: {
    kind: "prose",
    headings: among(`Résultats attendus | Résultat attendu | Résultats | Effets attendus | Impacts attendus | Livrables |
      Plus-value attendue`),
  },
  measures: {
    kind: "lines",
    headings: among(`Indicateurs | Indicateur | Indicateurs d'évaluation | Indicateurs de suivi | Indicateurs de résultat |
      Indicateurs de réalisation | Critères d'évaluation | Évaluation | Modalités d'évaluation | Mesure`),
  },
  baseline: {
    kind: "value",
    headings: among(`Valeur de référence | Valeur initiale | T0 | Situation de départ | Valeur de départ | Référence 2022 |
      Valeur 2023 | Baseline`),
  },
  target: {
    kind: "value",
    headings: among(`Cible | Cible 2027 | Valeur cible | Objectif chiffré | Objectif quantitatif | Valeur visée | Target`),
  },
  milestones: {
    kind: "lines",
    headings: among(`Étapes | Jalons | Étapes clés | Étapes de réalisation | Prochaines étapes | Déroulement | Phases |
      Phasage | Milestones`),
  },
  notes: {
    kind: "prose",
    several: true,
    headings: among(`Observations | Observation | Remarques | Remarque | Commentaires | Commentaire | Notes | Bilan |
      Points de vigilance | Freins et leviers | Suites à donner | À noter`),
  },
} as const satisfies Readonly<Record<string, FieldDefinition>>;

export type ImportField = keyof typeof importFields;

export const isImportField = (text: string): text is ImportField => Object.hasOwn(importFields, text);
export const importFieldNames: readonly ImportField[] = Object.keys(importFields).filter(isImportField);
export const definitionOf = (field: ImportField): FieldDefinition => importFields[field];

/** What a column feeds: a field, and what its heading adds: "Budget 2025 (k€ TTC)". */
export const ColumnTarget = z.object({
  field: z.custom<ImportField>((name) => typeof name === "string" && isImportField(name)),
  year: z.number().nullable(),
  /** 1000 when amounts are written in k€ under the heading. */
  scale: z.union([z.literal(1), z.literal(1000)]),
  tax: z.enum(["excluding_tax", "including_tax"]).nullable(),
});
export type ColumnTarget = Readonly<z.infer<typeof ColumnTarget>>;

/** What people of a territory corrected in earlier imports of a plan. */
export type PlanMemory = MappingMemory<ColumnTarget>;
