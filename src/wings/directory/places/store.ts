import { asc, inArray } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { insertMany } from "../../../platform/database/insert-many.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Place, PlaceId } from "./model.ts";
import { placeColumns, toPlace } from "./rows.ts";
import { place } from "./tables.ts";

export async function selectPlaces(tx: Tx, ids?: readonly PlaceId[]): Promise<readonly Place[]> {
  const rows = await tx
    .select()
    .from(place)
    .where(ids === undefined ? undefined : inArray(place.id, [...ids]))
    .orderBy(asc(place.id));
  return rows.map(toPlace);
}

export async function placeById(tx: Tx, id: PlaceId): Promise<Place | undefined> {
  const [found] = await selectPlaces(tx, [id]);
  return found;
}

/** Writes a place whole, new or known. */
export async function savePlace(tx: Tx, territoryId: TerritoryId, fields: Place): Promise<void> {
  const { id, ...row } = placeColumns(fields);
  await tx
    .insert(place)
    .values({ territoryId, id, ...row })
    .onConflictDoUpdate({ target: [place.territoryId, place.id], set: row });
}

/** Writes places that are new, many at once. */
export async function insertPlaces(tx: Tx, territoryId: TerritoryId, places: readonly Place[]): Promise<void> {
  await insertMany(
    tx,
    place,
    places.map((each) => ({ territoryId, ...placeColumns(each) })),
  );
}

export async function removePlaces(tx: Tx, ids: readonly PlaceId[]): Promise<void> {
  if (ids.length > 0) await tx.delete(place).where(inArray(place.id, [...ids]));
}
