import type pg from "pg";
import { z } from "zod";

/** A table of the instance that a backup carries. Sessions and jobs under way are not data: they start anew. */
export interface CarriedTable {
  readonly schema: string;
  readonly name: string;
}

const Named = z.object({ schema: z.string(), name: z.string() });
const carriedSchemas = ["public", "identity"];
const leftOut = new Set(["identity.session", "identity.verification"]);

export const quoted = ({ schema, name }: CarriedTable): string => `"${schema}"."${name}"`;

export async function carriedTables(client: pg.ClientBase): Promise<readonly CarriedTable[]> {
  const { rows } = await client.query(
    `select schemaname as schema, tablename as name from pg_tables where schemaname = any($1) order by 1, 2`,
    [carriedSchemas],
  );
  return z
    .array(Named)
    .parse(rows)
    .filter(({ schema, name }) => !leftOut.has(`${schema}.${name}`));
}

const Constraint = z.object({ table: z.string(), name: z.string(), definition: z.string() });

/** The foreign keys of the carried schemas, to be taken off while rows come back in any order, then checked all at once. */
export async function foreignKeys(client: pg.ClientBase): Promise<readonly z.infer<typeof Constraint>[]> {
  const { rows } = await client.query(
    `select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace::regnamespace::text = any($1)`,
    [carriedSchemas],
  );
  return z.array(Constraint).parse(rows);
}

/** Puts each sequence after the greatest number in use. */
export async function alignSequences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as "table", quote_ident(a.attname) as "column",
            pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) as sequence
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = any($1) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) is not null`,
    [carriedSchemas],
  );
  const Serial = z.array(z.object({ table: z.string(), column: z.string(), sequence: z.string() }));
  for (const { table, column, sequence } of Serial.parse(rows)) {
    await client.query(`select setval($1, coalesce((select max(${column}) from ${table}), 0) + 1, false)`, [sequence]);
  }
}
