import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { z } from "zod";
import { installationFolder } from "../root.ts";
import { StartRefusal } from "./server/start-refusal.ts";

const Journal = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })).min(1) });

const migrationsFolder = (): string => join(installationFolder(), "migrations");

/** The last migration that this version of Maillage knows. */
export function lastMigration(): { readonly tag: string; readonly when: number } {
  const journal = Journal.parse(JSON.parse(readFileSync(join(migrationsFolder(), "meta", "_journal.json"), "utf8")));
  const last = journal.entries.at(-1);
  if (last === undefined) throw new Error("the journal of migrations is empty");
  return last;
}

/**
 * Brings a database to this version: role, extensions, tables, walls. Does nothing in one query when it is there already.
 * Refuses a database that a newer Maillage has written: an older program would lose what it does not know.
 */
export async function prepareDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const reached = await reachedMigration(client);
    const known = lastMigration().when;
    if (reached === known) return;
    if (reached > known) {
      throw new StartRefusal(
        "La base de données vient d’une version plus récente de Maillage : installez cette version, ou restaurez une sauvegarde faite avec celle-ci.",
      );
    }
    // Two nodes that start together: one prepares, the other waits and finds it done.
    await client.query("select pg_advisory_lock(7355608)");
    await client.query(roleAndExtensions);
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
    await client.query(grants);
    await client.query(moveVersions);
  } finally {
    await client.end();
  }
}

async function reachedMigration(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as there",
  );
  if (rows[0]?.there !== true) return 0;
  const last = await client.query<{ created_at: string }>(
    "select created_at from drizzle.__drizzle_migrations order by created_at desc limit 1",
  );
  return Number(last.rows[0]?.created_at ?? 0);
}

const roleAndExtensions = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'maillage_app') then
      begin create role maillage_app nologin; exception when duplicate_object or unique_violation then null; end;
    end if;
    execute format('grant maillage_app to %I', current_user);
  end $$;
  create extension if not exists unaccent;
  create extension if not exists pg_trgm;
`;

// The role reads and writes rows, no more: the walls and the tables belong to the owner.
const grants = `
  grant usage on schema public to maillage_app;
  grant select, insert, update, delete on all tables in schema public to maillage_app;
  grant usage, select on all sequences in schema public to maillage_app;
`;

// Every table, those of the next migration too, moves the version of what it belongs to. A migration that changes rows of a table and then
// the table itself says `SET CONSTRAINTS ALL IMMEDIATE` in between.
const moveVersions = `
  do $$ declare one record; begin
    for one in
      select c.oid::regclass as name,
        exists (select from pg_attribute where attrelid = c.oid and attname = 'territory_id' and not attisdropped) as in_territory
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and not exists (select from pg_trigger where tgrelid = c.oid and tgname = 'moves_version')
    loop
      execute format(
        'create constraint trigger moves_version after insert or update or delete on %s deferrable initially deferred
         for each row execute function kept.move_version(%s)',
        one.name, case when one.in_territory then '' else 'instance' end);
      execute format(
        'create trigger moves_all_versions after truncate on %s for each statement execute function kept.move_version()', one.name);
    end loop;
  end $$;
`;
