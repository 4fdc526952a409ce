import type { KnownPlan } from "../../wings/plan/import/known.ts";
import { axes } from "./example-plans.ts";

const communes = [
  ["88148", "Dommartin-lès-Remiremont"],
  ["88158", "Éloyes"],
  ["88205", "Girmont-Val-d’Ajol"],
  ["88351", "Plombières-les-Bains"],
  ["88383", "Remiremont"],
  ["88409", "Saint-Amé"],
  ["88415", "Saint-Étienne-lès-Remiremont"],
  ["88429", "Saint-Nabord"],
  ["88487", "Le Val-d’Ajol"],
  ["88498", "Vecoux"],
] as const;

/** What the CCPVM's instance knows when an example file is tried: the fourteen signatories, the communes, the axes, the fields of the Caf. */
export const exampleTerritory: KnownPlan = {
  organisations: [
    { id: "ccpvm", name: "Communauté de communes de la Porte des Vosges Méridionales", aliases: ["CCPVM"] },
    { id: "caf", name: "Caf des Vosges" },
    { id: "departement", name: "Conseil départemental des Vosges" },
    { id: "msa", name: "MSA Lorraine" },
    ...communes.map(([code, name]) => ({ id: `commune-${code}`, name: `Commune de ${name}` })),
  ],
  communes: communes.map(([id, name]) => ({ id, name })),
  axes: axes.map((name, index) => ({ id: `axis-${String(index + 1)}`, name, number: index + 1 })),
  objectives: [],
  themes: ["Accès aux droits", "Petite enfance", "Enfance", "Jeunesse", "Animation de la vie sociale", "Parentalité"].map(
    (name) => ({ id: name, name }),
  ),
};
