import type { Tx } from "../../../../platform/database/database.ts";
import type { ImportId, PlanImport } from "../kept-import.ts";
import { lockImport } from "../store.ts";

/** The import that still waits for someone's word, held until the end. One that was accepted or abandoned is no longer there to change. */
export async function findDraft(tx: Tx, id: ImportId): Promise<PlanImport | undefined> {
  const found = await lockImport(tx, id);
  return found?.state === "draft" ? found : undefined;
}

/** An import as the history names it. */
export const importObject = (id: ImportId, fileName: string) => ({ kind: "import", id, label: fileName });
