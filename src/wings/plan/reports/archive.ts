import { jsonEntry, type ArchiveEntry } from "../../../platform/archive/archive.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Format } from "../../../platform/document/formats.ts";
import type { Document } from "../../../platform/document/model.ts";
import { renderDocument } from "../../../platform/document/render-document.ts";
import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import type { Action } from "../action/model.ts";
import type { WholeAction } from "../deletion/model.ts";
import { readReadablePlan } from "../views/pages/readable-plan.ts";
import { wholeOf } from "../deletion/store.ts";
import { partsOf } from "./report-parts.ts";
import { actionsTableReport, fichesReport, summaryReport } from "./reports.ts";

async function eachWhole(tx: Tx, actions: readonly Action[]): Promise<readonly WholeAction[]> {
  const whole: WholeAction[] = [];
  for (const action of actions) whole.push(await wholeOf(tx, action));
  return whole;
}

/** The plan in force, whole, and its documents in every format that people open. */
export async function* planArchive(visit: TerritoryVisit): AsyncGenerator<ArchiveEntry> {
  const read = await readReadablePlan(visit);
  if (read.kind === "unstarted") return;
  const { work } = read;
  const { plan } = work;
  const actions = await visit.read((tx) => eachWhole(tx, plan.actions));
  yield jsonEntry("plan.json", { conventionId: plan.conventionId, axes: plan.axes, objectives: plan.objectives, actions });
  const parts = partsOf(visit, work, plan.actions);
  const documents: readonly { readonly name: string; readonly document: Document; readonly formats: readonly Format[] }[] = [
    { name: "tableau-de-synthese", document: summaryReport(parts), formats: ["xlsx", "ods", "json", "docx", "pdf"] },
    { name: "actions", document: actionsTableReport(parts), formats: ["csv"] },
    { name: "fiches", document: fichesReport(parts), formats: ["docx", "pdf"] },
  ];
  for (const { name, document, formats } of documents)
    for (const format of formats) {
      const made = await renderDocument(document, format);
      if (made.kind === "file") yield { path: `documents/${name}.${made.extension}`, bytes: made.bytes };
    }
}
