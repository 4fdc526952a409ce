import type { Cell, Sheet } from "../../../platform/spreadsheet/sheet.ts";
import type { KnownPlan } from "./known.ts";
import type { ExistingAction, PlanChanges } from "./plan-changes.ts";
import { resolveNames } from "./plan-fields.ts";
import { type ImportRequest, proposeImport } from "./propose-import.ts";

/** What the tests of this folder share: a small territory, small sheets, and what a plan holds once a proposal was accepted. */
export type Value = string | number | null | Cell;
export const cellOf = (value: Value): Cell =>
  value === null || value === ""
    ? { kind: "empty" }
    : typeof value === "object"
      ? value
      : typeof value === "number"
        ? { kind: "number", value, format: "plain" }
        : { kind: "text", text: value };
export const sheetOf = (rows: readonly (readonly Value[])[]): Sheet => ({
  name: "Plan",
  hidden: false,
  rows: rows.map((row) => row.map(cellOf)),
});
export const below = (text: string, row: number, column: number): Cell => ({ kind: "text", text, mergedFrom: { row, column } });

export const known: KnownPlan = {
  organisations: [
    { id: "ccpvm", name: "Communauté de communes de la Porte des Vosges Méridionales", aliases: ["CCPVM"] },
    { id: "caf", name: "Caf des Vosges" },
    { id: "msa", name: "MSA Lorraine" },
  ],
  communes: [
    { id: "88498", name: "Vecoux" },
    { id: "88158", name: "Éloyes" },
  ],
  axes: [
    { id: "a1", number: 1, name: "Améliorer la connaissance des offres" },
    { id: "a2", number: 2, name: "Favoriser une répartition équilibrée" },
  ],
  objectives: [],
  themes: [{ id: "enfance", name: "Enfance" }],
};

export function changesOf(rows: readonly (readonly Value[])[], more: Partial<ImportRequest> = {}): PlanChanges {
  const proposal = proposeImport({ sheets: [sheetOf(rows)], known, existing: [], ...more });
  if (proposal.kind !== "proposal") throw new Error(JSON.stringify(proposal));
  return proposal.changes;
}
export const fieldsOf = (changes: PlanChanges) => changes.rows.map(({ action }) => action.fields);
export const doubtsOf = (changes: PlanChanges) =>
  changes.rows.flatMap(({ action }) => action.doubts.map(({ code, place }) => `${place ?? ""} ${code}`));

/** What the plan holds once a proposal was accepted: what is new has an id, and the import is remembered. */
export function accepted(changes: PlanChanges, before: readonly ExistingAction[] = []): ExistingAction[] {
  const ids = new Map(changes.created.map(({ ref }) => [ref, `id of ${ref}`]));
  const done = changes.rows.map((row): ExistingAction => ({
    id: row.kind === "create" ? `action ${row.key}` : row.id,
    importKey: row.key,
    fields: resolveNames(row.to, ids),
    imported: resolveNames(row.action.fields, ids),
  }));
  return [...done, ...before.filter(({ id }) => !done.some((each) => each.id === id))];
}
export function knowing(changes: PlanChanges): KnownPlan {
  const resolved = (ref: string): string => (changes.created.some((each) => each.ref === ref) ? `id of ${ref}` : ref);
  const made = (kind: string) =>
    changes.created
      .filter((each) => each.kind === kind)
      .map(({ ref, name, number, axis }) => ({
        id: `id of ${ref}`,
        name,
        number,
        axisId: axis === null ? null : resolved(axis),
      }));
  return {
    ...known,
    organisations: [...known.organisations, ...made("organisation")],
    axes: [
      ...known.axes,
      ...made("axis").map((axis) => ({ ...axis, number: axis.number === null ? null : Number(axis.number) })),
    ],
    objectives: made("objective"),
  };
}

export const heading = ["N°", "Action", "Axe", "Porteur", "Partenaires", "Période", "Coût", "Statut", "Communes"];
export const relay = ["1.1", "Relais du soir", "Axe 1", "CCPVM", "Caf, MSA Lorraine", "2025", "12 k€", "En cours", "Vecoux"];
export const guide = ["1.2", "Guide des familles", "Axe 1", "Asso. Les Lutins", "", "S1 2025", "800 €", "À venir", "Toutes"];
