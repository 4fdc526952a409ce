import type { Role } from "../../platform/actor.ts";
import type { OrganisationKind } from "../../wings/territory/organisations/model.ts";
import type { OrganisationKey } from "./example.ts";

/** Bodies invented for the demonstration: they say so in their name. */
export const exampleOrganisations: Readonly<
  Record<
    Extract<OrganisationKey, `exemple-${string}`>,
    { readonly kind: OrganisationKind; readonly name: string; readonly shortName: string }
  >
> = {
  "exemple-centre-social": { kind: "association", name: "Centre social Les Passerelles (exemple)", shortName: "Les Passerelles" },
  "exemple-creche": { kind: "association", name: "Association Les Premiers Pas (exemple)", shortName: "Les Premiers Pas" },
  "exemple-relais": { kind: "public_body", name: "Relais petite enfance des Vallées (exemple)", shortName: "Relais des Vallées" },
  "exemple-jeunesse": { kind: "association", name: "Association Cap Jeunes (exemple)", shortName: "Cap Jeunes" },
  "exemple-parents": { kind: "association", name: "Collectif Paroles de parents (exemple)", shortName: "Paroles de parents" },
  "exemple-numerique": { kind: "association", name: "Atelier du clic (exemple)", shortName: "Atelier du clic" },
  "exemple-mobilite": { kind: "association", name: "Roule village (exemple)", shortName: "Roule village" },
};

export interface ExamplePerson {
  readonly role: Exclude<Role, "public" | "operator">;
  readonly name: string;
  readonly email: string;
  readonly organisation: OrganisationKey;
  readonly function: string;
  /** Number of the fiche that is entrusted to a contributor. */
  readonly entrusted?: string;
}

/** One invented person for each way of using Maillage. The domain `.invalid` can't receive mail, by construction. */
export const examplePeople: readonly ExamplePerson[] = [
  {
    role: "coordinator",
    name: "Camille Aubry (exemple)",
    email: "coordination@exemple.invalid",
    organisation: "ccpvm",
    function: "Chargée de coopération CTG",
  },
  {
    role: "party",
    name: "Sofia Lambert (exemple)",
    email: "conseil-caf@exemple.invalid",
    organisation: "caf",
    function: "Conseillère territoriale",
  },
  {
    role: "elected",
    name: "Bernard Claudel (exemple)",
    email: "elu@exemple.invalid",
    organisation: "vecoux",
    function: "Élu municipal",
  },
  {
    role: "contributor",
    name: "Inès Marchal (exemple)",
    email: "contribution@exemple.invalid",
    organisation: "exemple-relais",
    function: "Responsable du relais",
    entrusted: "1.2",
  },
  {
    role: "reader",
    name: "Noé Grandjean (exemple)",
    email: "lecture@exemple.invalid",
    organisation: "msa",
    function: "Chargé de mission",
  },
];

/** Objectives invented for the demonstration, under the real axes: `1.A` is the first of axis 1. */
export const exampleObjectives: Readonly<Record<string, string>> = {
  "1.A": "Faire connaître ce qui existe aux familles (exemple)",
  "1.B": "Mieux orienter, dès le premier contact (exemple)",
  "2.A": "Ouvrir des places là où elles manquent (exemple)",
  "2.B": "Faire venir le service quand la famille ne peut pas se déplacer (exemple)",
  "3.A": "Accueillir chaque enfant et chaque parent (exemple)",
  "3.B": "Faire progresser les équipes ensemble (exemple)",
  "4.A": "Écouter avant de décider (exemple)",
  "4.B": "Rendre compte et relier (exemple)",
};
