import { getTableColumns, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "./database.ts";

/**
 * Writes many rows as one value: with a placeholder for each field, a statement costs more than the writing. A column that the first row
 * does not name keeps its default in all of them.
 */
export async function insertMany<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  onConflict: SQL = sql``,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  const written = JSON.stringify(
    rows.map((row: Readonly<Record<string, unknown>>) => Object.fromEntries(columns.map(([key, { name }]) => [name, row[key]]))),
  );
  await tx.execute(
    sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${written}::json) ${onConflict}`,
  );
}
