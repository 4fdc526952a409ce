import { asc, eq } from "drizzle-orm";
import type { ConventionId } from "../../convention/conventions/model.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Axis, AxisId, Objective, ObjectiveId } from "./model.ts";
import { action } from "../action/tables.ts";
import { axis, objective } from "./tables.ts";

export const toAxis = ({ territoryId: _, ...row }: typeof axis.$inferSelect): Axis => row;
export const toObjective = ({ territoryId: _, ...row }: typeof objective.$inferSelect): Objective => row;

export async function axisById(tx: Tx, id: AxisId): Promise<Axis | undefined> {
  const [row] = await tx.select().from(axis).where(eq(axis.id, id));
  return row && toAxis(row);
}

export const listAxes = keptRead(async (tx: Tx, conventionId: ConventionId): Promise<readonly Axis[]> => {
  const rows = await tx.select().from(axis).where(eq(axis.conventionId, conventionId)).orderBy(asc(axis.number));
  return rows.map(toAxis);
});

/** Writes an axis, new or known. */
export async function saveAxis(tx: Tx, territoryId: TerritoryId, { id, ...fields }: Axis): Promise<void> {
  await tx
    .insert(axis)
    .values({ territoryId, id, ...fields })
    .onConflictDoUpdate({ target: [axis.territoryId, axis.id], set: fields });
}

export async function removeAxis(tx: Tx, id: AxisId): Promise<void> {
  await tx.delete(axis).where(eq(axis.id, id));
}

export async function objectiveById(tx: Tx, id: ObjectiveId): Promise<Objective | undefined> {
  const [row] = await tx.select().from(objective).where(eq(objective.id, id));
  return row && toObjective(row);
}

/** Writes an objective, new or known. */
export async function saveObjective(tx: Tx, territoryId: TerritoryId, { id, ...fields }: Objective): Promise<void> {
  await tx
    .insert(objective)
    .values({ territoryId, id, ...fields })
    .onConflictDoUpdate({ target: [objective.territoryId, objective.id], set: fields });
}

export async function removeObjective(tx: Tx, id: ObjectiveId): Promise<void> {
  await tx.delete(objective).where(eq(objective.id, id));
}

/** How much stands under an axis or an objective: only an empty one may go. */
export async function countUnder(
  tx: Tx,
  at: { readonly axisId: AxisId } | { readonly objectiveId: ObjectiveId },
): Promise<number> {
  if ("objectiveId" in at) return tx.$count(action, eq(action.objectiveId, at.objectiveId));
  return (await tx.$count(objective, eq(objective.axisId, at.axisId))) + (await tx.$count(action, eq(action.axisId, at.axisId)));
}
