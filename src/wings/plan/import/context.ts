import type { ConventionId } from "../../convention/conventions/model.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { DraftMapping } from "../../../platform/import-draft/model.ts";
import { loadMemory } from "../../../platform/import-draft/store.ts";
import { lastSeq } from "../../../platform/history/store.ts";
import type { Sheet } from "../../../platform/spreadsheet/sheet.ts";
import { listOrganisations } from "../../territory/organisations/store.ts";
import { listCommunes, listThemes } from "../../territory/territories/store.ts";
import { listActionImports, type ActionImport } from "./store.ts";
import type { Action, Plan } from "../action/model.ts";
import { loadPlan } from "../action/store.ts";
import type { KnownPlan } from "./known.ts";
import { ColumnTarget, type PlanMemory } from "./fields.ts";
import type { ExistingAction, PlanChanges } from "./plan-changes.ts";
import { proposeImport, type ImportProposal } from "./propose-import.ts";
import { comparedFields } from "./to-action.ts";

/** What the columns of a plan feed, as drafts and memories of this kind keep it. */
export const planColumns = { name: "plan", target: ColumnTarget } as const;

/** What a file is compared with: the plan, the names that the territory knows, and what it has learnt. */
export interface ImportContext {
  readonly plan: Plan;
  readonly actions: ReadonlyMap<string, Action>;
  readonly imports: ReadonlyMap<string, ActionImport>;
  readonly known: KnownPlan;
  readonly existing: readonly ExistingAction[];
  readonly memory: PlanMemory;
  /** Number of the last event when it was read. */
  readonly seq: number;
}

export async function readImportContext(tx: Tx, conventionId: ConventionId): Promise<ImportContext> {
  const seq = await lastSeq(tx);
  const plan = await loadPlan(tx, conventionId);
  const imports = new Map<string, ActionImport>((await listActionImports(tx, conventionId)).map((each) => [each.actionId, each]));
  const organisations = await listOrganisations(tx);
  const communes = await listCommunes(tx);
  const themes = await listThemes(tx);
  return {
    plan,
    actions: new Map(plan.actions.map((action) => [action.id, action])),
    imports,
    known: {
      organisations: organisations.map(({ id, name, shortName }) => ({
        id,
        name,
        ...(shortName !== null && { aliases: [shortName] }),
      })),
      communes: communes.map(({ code, name }) => ({ id: code, name })),
      axes: plan.axes.map(({ id, number, title }) => ({ id, number, name: title })),
      objectives: plan.objectives.map(({ id, axisId, number, title }) => ({ id, axisId, number, name: title })),
      themes: themes.map(({ key, name }) => ({ id: key, name: name.fr, aliases: [name.en] })),
    },
    existing: plan.actions.map((action) => {
      const last = imports.get(action.id);
      return {
        id: action.id,
        importKey: last?.importKey ?? null,
        fields: comparedFields(action, last?.note ?? null, last?.imported ?? null),
        imported: last?.imported ?? null,
      };
    }),
    memory: await loadMemory(tx, planColumns),
    seq,
  };
}

/** What a file proposes in this context, with what a person has corrected of its columns. */
export function proposeOn(
  context: ImportContext,
  sheets: readonly Sheet[],
  mapping: DraftMapping<ColumnTarget> | null,
  memory: PlanMemory,
): ImportProposal {
  const proposal = proposeImport({
    sheets,
    known: context.known,
    existing: context.existing,
    memory,
    ...(mapping && {
      sheet: mapping.sheet,
      mapping: {
        headerTo: mapping.headerTo,
        columns: mapping.columns.map((column) => ({ ...column, target: column.target ?? undefined })),
      },
    }),
  });
  return proposal.kind === "proposal" ? { ...proposal, changes: ofItsFile(context, proposal.changes) } : proposal;
}

/** Only what came with actions that are still in the file is missing from it: another file is another part of the plan. */
function ofItsFile({ imports }: ImportContext, changes: PlanChanges): PlanChanges {
  const files = new Set(changes.rows.flatMap((row) => (row.kind === "create" ? [] : [imports.get(row.id)?.broughtBy])));
  const vanished = changes.vanished.filter(({ id }) => files.has(imports.get(id)?.broughtBy));
  return { ...changes, vanished, counts: { ...changes.counts, vanished: vanished.length } };
}
