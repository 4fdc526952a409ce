import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../../../../platform/database/database.ts";
import { insertMany } from "../../../../platform/database/insert-many.ts";
import type { TerritoryId } from "../../../../platform/model.ts";
import type { ImportId } from "../../../../platform/import-draft/model.ts";
import { linkKey, type Link } from "./plan-import.ts";
import { importLink } from "./tables.ts";

type Asked = Pick<Link, "kind" | "source" | "externalId">;

/** A link as it is kept, with the import that first brought it. */
export type KeptLink = Link & { readonly broughtBy: ImportId };

/** What earlier imports said of these things, by `linkKey`. */
export async function linksOf(tx: Tx, asked: readonly Asked[]): Promise<ReadonlyMap<string, KeptLink>> {
  const found = new Map<string, KeptLink>();
  for (const [kind, ofKind] of Map.groupBy(asked, (each) => each.kind))
    for (const [source, things] of Map.groupBy(ofKind, (each) => each.source)) {
      const ids = [...new Set(things.map(({ externalId }) => externalId))];
      const rows = await tx
        .select()
        .from(importLink)
        .where(and(eq(importLink.kind, kind), eq(importLink.source, source), inArray(importLink.externalId, ids)));
      for (const { territoryId: _, ...link } of rows) found.set(linkKey(link), link);
    }
  return found;
}

/** The services that these imports brought, by the id of each: what they may miss is theirs. */
export async function servicesBroughtBy(tx: Tx, imports: readonly ImportId[]): Promise<readonly string[]> {
  if (imports.length === 0) return [];
  const rows = await tx
    .select({ id: importLink.objectId })
    .from(importLink)
    .where(and(eq(importLink.kind, "service"), inArray(importLink.broughtBy, [...imports])));
  return rows.map(({ id }) => id);
}

/** Remembers what a file said. Who first brought a thing stays. */
export async function saveLinks(tx: Tx, territoryId: TerritoryId, broughtBy: ImportId, links: readonly Link[]): Promise<void> {
  await insertMany(
    tx,
    importLink,
    links.map((link) => ({ territoryId, broughtBy, ...link })),
    sql`on conflict (territory_id, kind, source, external_id) do update set object_id = excluded.object_id, said = excluded.said`,
  );
}
