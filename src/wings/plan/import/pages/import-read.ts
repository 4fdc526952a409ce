import { fileById, filesById } from "../../../../platform/files/store.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { dayOf } from "../../../../platform/clock.ts";
import { decide } from "../../../../platform/rights.ts";
import { sayRefusal } from "../../../../platform/spreadsheet/refusal.ts";
import type { Sheet } from "../../../../platform/spreadsheet/sheet.ts";
import type { Found } from "../../../../ui/show.tsx";
import { ImportId, type Decisions, type PlanImport } from "../kept-import.ts";
import { proposeOn, readImportContext, sheetsOf, type ImportContext } from "../context.ts";
import type { ImportProposal } from "../propose-import.ts";
import { withNames } from "../decisions.ts";
import { importById, listDraftImports } from "../store.ts";
import { planRights } from "../../action/rights.ts";

/** A draft with its file, the plan of now, and what the one proposes to the other. */
export interface DraftView {
  readonly draft: PlanImport;
  readonly fileName: string;
  readonly sheets: readonly Sheet[];
  readonly context: ImportContext;
  readonly proposal: ImportProposal;
  readonly year: number;
}

export type ImportView =
  | { readonly kind: "draft"; readonly view: DraftView }
  | { readonly kind: "closed"; readonly draft: PlanImport; readonly fileName: string; readonly context: ImportContext };

/** The import of an address, for those who may import. `typed`: choices that came back with a form, not kept yet. */
export async function readImport(visit: TerritoryVisit, address: string, typed?: Decisions): Promise<Found<ImportView>> {
  const decision = decide(planRights.import, visit.actor, {});
  if (decision.kind === "refused") return decision;
  const id = ImportId.safeParse(address);
  if (!id.success) return { kind: "missing" };
  return visit.read(async (tx) => {
    const draft = await importById(tx, id.data);
    if (draft === undefined) return { kind: "missing" };
    const context = await readImportContext(tx, draft.conventionId);
    if (draft.state !== "draft") {
      const file = await fileById(tx, draft.fileId);
      return { kind: "found", value: { kind: "closed", draft, fileName: file?.name ?? "", context } };
    }
    const read = await sheetsOf(tx, visit.runtime.files, visit.territory.id, draft);
    const decisions = typed ?? draft.decisions;
    const sheets = read.kind === "refused" ? [] : read.sheets;
    const proposal =
      read.kind === "refused" ? read : proposeOn(context, sheets, draft.mapping, withNames(context.memory, decisions));
    const year = Number(dayOf(visit.runtime.clock.now()).slice(0, 4));
    const view = { draft: { ...draft, decisions }, fileName: read.name, sheets, context, proposal, year };
    return { kind: "found", value: { kind: "draft", view } };
  });
}

export interface WaitingDraft {
  readonly draft: PlanImport;
  readonly fileName: string;
}

/** The files that wait for someone's word, for those who may import. */
export async function readWaitingDrafts(visit: TerritoryVisit): Promise<Found<readonly WaitingDraft[]>> {
  const decision = decide(planRights.import, visit.actor, {});
  if (decision.kind === "refused") return decision;
  return visit.read(async (tx) => {
    const drafts = await listDraftImports(tx);
    const files = await filesById(
      tx,
      drafts.map(({ fileId }) => fileId),
    );
    return { kind: "found", value: drafts.map((draft) => ({ draft, fileName: files.get(draft.fileId)?.name ?? "" })) };
  });
}

/** Why the file can't be read any more, where that is what happened. */
export const refusalOf = ({ proposal }: DraftView, visit: TerritoryVisit): string | null =>
  proposal.kind === "refused" ? sayRefusal(proposal, visit.lang) : null;
