import { asc } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import { defaultKinds } from "./default-kinds.ts";
import type { ServiceKind } from "./model.ts";
import { kindColumns, toKind } from "./rows.ts";
import { serviceKind } from "./tables.ts";

/** Kinds of every CTG, then those that the territory added. */
export const listKinds = keptRead(async (tx: Tx): Promise<readonly ServiceKind[]> => {
  const own = await tx.select().from(serviceKind).orderBy(asc(serviceKind.position), asc(serviceKind.key));
  return [...defaultKinds, ...own.map(toKind)];
});

export async function insertKind(tx: Tx, territoryId: TerritoryId, fields: ServiceKind, position: number): Promise<void> {
  await tx.insert(serviceKind).values({ territoryId, position, ...kindColumns(fields) });
}
