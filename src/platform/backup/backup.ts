import type pg from "pg";
import { z } from "zod";
import type { Runtime } from "../use-case.ts";
import { createArchive, type ArchiveEntry } from "../archive/archive.ts";
import { lastMigration } from "../database/prepare.ts";
import { TerritoryId } from "../model.ts";
import { carriedTables, quoted, type CarriedTable } from "./tables.ts";

/** What a backup says of itself, first in the archive. */
export const BackupFacts = z.object({
  kind: z.literal("maillage-backup"),
  format: z.literal(1),
  migration: z.string(),
  takenAt: z.string(),
});

export interface Backup {
  readonly bytes: Uint8Array;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

const batch = 2_000;

/** The whole instance in one archive: every table as JSON lines, every file under its hash, in one consistent view. */
export async function backup({ database, files, clock }: Runtime): Promise<Backup> {
  const counts = { tables: 0, rows: 0, files: 0 };
  const client = await database.pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const entries = async function* (): AsyncGenerator<ArchiveEntry> {
      const facts: z.infer<typeof BackupFacts> = {
        kind: "maillage-backup",
        format: 1,
        migration: lastMigration().tag,
        takenAt: clock.now().toISOString(),
      };
      yield { path: "backup.json", bytes: text(JSON.stringify(facts)) };
      for (const table of await carriedTables(client)) {
        const lines = await rowsOf(client, table);
        counts.tables += 1;
        counts.rows += lines.length;
        yield { path: `tables/${table.schema}.${table.name}.jsonl`, bytes: text(lines.join("\n")) };
      }
      for (const { territory, hash } of await keptFiles(client)) {
        const bytes = await files.get(territory, hash);
        // A file that is missing from the folder is missing from the backup: restoring says so, and the rest is saved.
        if (bytes === undefined) continue;
        counts.files += 1;
        yield { path: `files/${territory}/${hash}`, bytes };
      }
    };
    const bytes = await createArchive(entries());
    await client.query("commit");
    return { bytes, ...counts };
  } finally {
    client.release();
  }
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

async function rowsOf(client: pg.ClientBase, table: CarriedTable): Promise<string[]> {
  const lines: string[] = [];
  const Lines = z.array(z.object({ line: z.string() }));
  await client.query(`declare rows_of_table no scroll cursor for select to_jsonb(t)::text as line from ${quoted(table)} t`);
  for (;;) {
    const { rows } = await client.query(`fetch ${batch} from rows_of_table`);
    if (rows.length === 0) break;
    lines.push(...Lines.parse(rows).map(({ line }) => line));
  }
  await client.query("close rows_of_table");
  return lines;
}

async function keptFiles(client: pg.ClientBase): Promise<readonly { readonly territory: TerritoryId; readonly hash: string }[]> {
  const { rows } = await client.query("select distinct territory_id as territory, hash from file order by 1, 2");
  return z.array(z.object({ territory: TerritoryId, hash: z.string() })).parse(rows);
}
