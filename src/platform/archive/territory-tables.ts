import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "../database/database.ts";
import type { TerritoryId } from "../model.ts";
import { jsonLinesEntry, type ArchiveEntry } from "./archive.ts";

const Named = z.object({ name: z.string() });
const Row = z.object({ row: z.record(z.string(), z.json()) });

/** Every table that holds rows of territories, by its name: a wing's new table is among them without being listed. */
export async function territoryTables(tx: Tx): Promise<readonly string[]> {
  const { rows } = await tx.execute(sql`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'territory_id' order by table_name`);
  return rows.map((row) => Named.parse(row).name);
}

/** One table of a territory, as it is stored: a line a row, ordered so that the same rows give the same file. */
export async function tableEntry(tx: Tx, territory: TerritoryId, table: string): Promise<ArchiveEntry> {
  const { rows } = await tx.execute(
    sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where territory_id = ${territory} order by to_jsonb(t)::text`,
  );
  return jsonLinesEntry(
    `donnees/${table}.jsonl`,
    rows.map((row) => Row.parse(row).row),
  );
}
