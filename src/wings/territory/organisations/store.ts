import { asc, eq } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import { insertMany } from "../../../platform/database/insert-many.ts";
import type { OrganisationId, TerritoryId } from "../../../platform/model.ts";
import type { Provenance } from "../territories/model.ts";
import type { Organisation, OrganisationFields } from "./model.ts";
import { organisation } from "./tables.ts";
import { unlessNamed } from "../../../platform/database/unless-named.ts";

export const listOrganisations = keptRead(async (tx: Tx): Promise<readonly Organisation[]> => {
  const rows = await tx.select().from(organisation).orderBy(asc(organisation.name));
  return rows.map(({ territoryId: _, ...row }) => row);
});

export const organisationById = keptRead(async (tx: Tx, id: OrganisationId): Promise<Organisation | undefined> => {
  const [row] = await tx.select().from(organisation).where(eq(organisation.id, id));
  if (row === undefined) return undefined;
  const { territoryId: _, ...fields } = row;
  return fields;
});

export async function saveOrganisation(
  tx: Tx,
  territoryId: TerritoryId,
  id: OrganisationId,
  fields: OrganisationFields,
  provenance: Provenance,
): Promise<void> {
  await tx
    .insert(organisation)
    .values({ territoryId, id, ...fields, provenance })
    .onConflictDoUpdate({ target: [organisation.territoryId, organisation.id], set: { ...fields, provenance } });
}

/** Writes organisations that are new, many at once. */
export async function insertOrganisations(tx: Tx, territoryId: TerritoryId, rows: readonly Organisation[]): Promise<void> {
  await insertMany(
    tx,
    organisation,
    rows.map((each) => ({ territoryId, ...each })),
  );
}

/**
 * Takes an organisation away, unless something still names it: the database is asked, which knows every table that does.
 * Returns whether it is gone.
 */
export const removeOrganisation = (tx: Tx, id: OrganisationId): Promise<boolean> =>
  unlessNamed(tx, (inner) => inner.delete(organisation).where(eq(organisation.id, id)));
