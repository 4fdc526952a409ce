import { and, eq } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Competence } from "./model.ts";
import type { ConventionId } from "../conventions/model.ts";
import { competence } from "./tables.ts";

/** Writes a cell of the matrix. */
export async function saveCompetence(
  tx: Tx,
  territoryId: TerritoryId,
  conventionId: ConventionId,
  cell: Competence,
): Promise<void> {
  await tx
    .insert(competence)
    .values({ territoryId, conventionId, ...cell })
    .onConflictDoUpdate({
      target: [competence.territoryId, competence.conventionId, competence.theme, competence.holder],
      set: { note: cell.note },
    });
}

export async function deleteCompetence(
  tx: Tx,
  conventionId: ConventionId,
  { theme, holder }: Pick<Competence, "theme" | "holder">,
): Promise<void> {
  await tx
    .delete(competence)
    .where(and(eq(competence.conventionId, conventionId), eq(competence.theme, theme), eq(competence.holder, holder)));
}
