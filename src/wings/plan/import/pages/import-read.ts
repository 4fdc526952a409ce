import { dayOf } from "../../../../platform/clock.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { WaitingDraft } from "../../../../ui/import-draft/draft-pages.tsx";
import { ConventionId } from "../../../convention/conventions/model.ts";
import { proposeOn, readImportContext, type ImportContext } from "../context.ts";
import { withNames } from "../decisions.ts";
import { sheetsOf, type PlanImport } from "../draft-kind.ts";
import type { ColumnTarget } from "../fields.ts";
import type { Decisions, ImportResult } from "../kept-import.ts";
import type { ImportProposal } from "../propose-import.ts";

/** A draft with the plan of now, and what the one proposes to the other. */
export interface PlanView {
  readonly draft: PlanImport;
  readonly context: ImportContext;
  readonly proposal: ImportProposal;
  readonly year: number;
}

/** `decisions`: those that were kept, or that came back with a form and are not kept yet. */
export async function readView(
  visit: TerritoryVisit,
  { draft, reading }: WaitingDraft<ColumnTarget, Decisions, ImportResult>,
  decisions = draft.decisions,
): Promise<PlanView> {
  const context = await visit.read((tx) => readImportContext(tx, ConventionId.parse(draft.targetId)));
  const proposal = proposeOn(context, sheetsOf(reading), draft.mapping, withNames(context.memory, decisions));
  return { draft: { ...draft, decisions }, context, proposal, year: Number(dayOf(visit.runtime.clock.now()).slice(0, 4)) };
}
