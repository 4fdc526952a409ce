import { asc, eq } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { PersonId, TerritoryId } from "../../../platform/model.ts";
import type { SavedView, SavedViewId } from "./model.ts";
import { savedView } from "./tables.ts";

const toView = ({ id, name, query }: typeof savedView.$inferSelect): SavedView => ({ id, name, query });

/** The views that a person saved, by name. */
export const listViews = keptRead(async (tx: Tx, personId: PersonId): Promise<readonly SavedView[]> => {
  const rows = await tx.select().from(savedView).where(eq(savedView.personId, personId)).orderBy(asc(savedView.name));
  return rows.map(toView);
});

/** Writes a view of a person; one of the same name is replaced. Returns the id that it now has. */
export async function saveViewRow(
  tx: Tx,
  territoryId: TerritoryId,
  personId: PersonId,
  { id, name, query }: SavedView,
): Promise<SavedViewId> {
  const [row] = await tx
    .insert(savedView)
    .values({ territoryId, personId, id, name, query })
    .onConflictDoUpdate({ target: [savedView.territoryId, savedView.personId, savedView.name], set: { query } })
    .returning({ id: savedView.id });
  return row?.id ?? id;
}

export async function viewById(tx: Tx, id: SavedViewId): Promise<(SavedView & { readonly personId: PersonId }) | undefined> {
  const [row] = await tx.select().from(savedView).where(eq(savedView.id, id));
  return row && { ...toView(row), personId: row.personId };
}

export async function removeView(tx: Tx, id: SavedViewId): Promise<void> {
  await tx.delete(savedView).where(eq(savedView.id, id));
}
