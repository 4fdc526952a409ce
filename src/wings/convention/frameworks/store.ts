import { asc, eq, inArray } from "drizzle-orm";
import { DrizzleQueryError } from "drizzle-orm/errors";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Framework, FrameworkAxisId, FrameworkFields, FrameworkId } from "./model.ts";
import { framework, frameworkAxis } from "./tables.ts";

/** The schemes of the instance, by name: they are shared by all territories. */
export const listFrameworks = keptRead(async (tx: Tx): Promise<readonly Framework[]> => {
  const rows = await tx.select().from(framework).orderBy(asc(framework.name), asc(framework.id));
  const axes = await tx.select().from(frameworkAxis).orderBy(asc(frameworkAxis.number));
  return rows.map(({ ownerTerritoryId: _, ...fields }) => ({
    ...fields,
    axes: axes.filter(({ frameworkId }) => frameworkId === fields.id).map(({ id, number, title }) => ({ id, number, title })),
  }));
});

export async function frameworkById(tx: Tx, id: FrameworkId): Promise<Framework | undefined> {
  return (await listFrameworks(tx)).find((each) => each.id === id);
}

/** The territory that entered a scheme: only it may change it. */
export const frameworkOwner = keptRead(async (tx: Tx, id: FrameworkId): Promise<TerritoryId | undefined> => {
  const [row] = await tx.select({ owner: framework.ownerTerritoryId }).from(framework).where(eq(framework.id, id));
  return row?.owner;
});

/**
 * Writes a scheme and its axes; an axis that is no longer given is removed, unless a plan cites it. The plans of other
 * territories can't be seen from here: only the database knows, and its refusal is the answer.
 */
export async function saveFramework(
  tx: Tx,
  ownerTerritoryId: TerritoryId,
  id: FrameworkId,
  fields: FrameworkFields,
  axes: readonly { readonly id: FrameworkAxisId; readonly number: number; readonly title: string }[],
): Promise<"saved" | "axis_cited"> {
  await tx
    .insert(framework)
    .values({ id, ownerTerritoryId, ...fields })
    .onConflictDoUpdate({ target: framework.id, set: fields });
  const known = await tx
    .select({ id: frameworkAxis.id, number: frameworkAxis.number })
    .from(frameworkAxis)
    .where(eq(frameworkAxis.frameworkId, id));
  const gone = known.filter((old) => axes.every((axis) => axis.id !== old.id)).map((each) => each.id);
  if (!(await removeAxes(tx, gone))) return "axis_cited";
  // Numbers move out of the way first, so that two axes may change places.
  for (const { id: axisId, number } of known)
    await tx.update(frameworkAxis).set({ number: -number }).where(eq(frameworkAxis.id, axisId));
  for (const axis of axes) {
    await tx
      .insert(frameworkAxis)
      .values({ ...axis, frameworkId: id, ownerTerritoryId })
      .onConflictDoUpdate({ target: frameworkAxis.id, set: { number: axis.number, title: axis.title } });
  }
  return "saved";
}

async function removeAxes(tx: Tx, ids: readonly FrameworkAxisId[]): Promise<boolean> {
  if (ids.length === 0) return true;
  try {
    await tx.transaction((step) => step.delete(frameworkAxis).where(inArray(frameworkAxis.id, [...ids])));
    return true;
  } catch (error) {
    if (error instanceof DrizzleQueryError && error.cause !== undefined && "code" in error.cause && error.cause.code === "23503")
      return false;
    throw error;
  }
}
