import type pg from "pg";
import type { Runtime } from "../use-case.ts";
import { openArchive } from "../archive/archive.ts";
import { lastMigration } from "../database/prepare.ts";
import { hashOf } from "../files/file-store.ts";
import { TerritoryId } from "../model.ts";
import { BackupFacts } from "./backup.ts";
import { carriedTables, foreignKeys, quoted, alignSequences } from "./tables.ts";

export type Restored =
  | { readonly kind: "restored"; readonly tables: number; readonly rows: number; readonly files: number }
  | { readonly kind: "refused"; readonly sentence: string };

interface CheckedBackup {
  readonly tables: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly { readonly territory: TerritoryId; readonly bytes: Uint8Array }[];
}

const batch = 1_000;

/** Puts a backup back. All of it is checked first; then one transaction replaces everything, or nothing. */
export async function restore({ database, files }: Runtime, bytes: Uint8Array): Promise<Restored> {
  const checked = check(bytes);
  if ("sentence" in checked) return { kind: "refused", sentence: checked.sentence };
  // Files are named by their content: putting them first replaces nothing.
  for (const file of checked.files) await files.put(file.territory, file.bytes);
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    const rows = await replaceRows(client, checked.tables);
    await client.query("commit");
    return { kind: "restored", tables: checked.tables.size, rows, files: checked.files.length };
  } catch (error) {
    await client.query("rollback");
    if (error instanceof UnknownTable) return { kind: "refused", sentence: error.message };
    throw error;
  } finally {
    client.release();
  }
}

class UnknownTable extends Error {}

function check(bytes: Uint8Array): CheckedBackup | { readonly sentence: string } {
  const archive = openArchive(bytes);
  if (archive.kind === "refused")
    return { sentence: "Ce fichier n’est pas une sauvegarde de Maillage, ou il est abîmé : rien n’a été changé." };
  const read = (path: string): string => new TextDecoder().decode(archive.entries.get(path));
  const facts = BackupFacts.safeParse(archive.entries.has("backup.json") ? JSON.parse(read("backup.json")) : null);
  if (!facts.success) return { sentence: "Ce fichier n’est pas une sauvegarde de Maillage : rien n’a été changé." };
  if (facts.data.migration !== lastMigration().tag) {
    return {
      sentence: `Cette sauvegarde vient d’une autre version de Maillage (${facts.data.migration}) : restaurez-la avec cette version, puis mettez à jour. Rien n’a été changé.`,
    };
  }
  const tables = new Map<string, readonly string[]>();
  const files: CheckedBackup["files"][number][] = [];
  for (const [path, content] of archive.entries) {
    const table = /^tables\/(.+)\.jsonl$/.exec(path)?.[1];
    if (table !== undefined)
      tables.set(
        table,
        read(path)
          .split("\n")
          .filter((line) => line !== ""),
      );
    const [, territory, hash] = /^files\/([^/]+)\/([0-9a-f]{64})$/.exec(path) ?? [];
    if (territory === undefined) continue;
    if (hashOf(content) !== hash)
      return { sentence: `Un fichier de cette sauvegarde est abîmé (${hash}) : rien n’a été changé.` };
    files.push({ territory: TerritoryId.parse(territory), bytes: content });
  }
  return { tables, files };
}

async function replaceRows(client: pg.ClientBase, tables: CheckedBackup["tables"]): Promise<number> {
  const known = await carriedTables(client);
  const names = new Set(known.map(({ schema, name }) => `${schema}.${name}`));
  const stranger = [...tables.keys()].find((name) => !names.has(name));
  if (stranger !== undefined)
    throw new UnknownTable(`La sauvegarde contient une table inconnue (${stranger}) : rien n’a été changé.`);
  const keys = await foreignKeys(client);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  await client.query(`truncate ${known.map(quoted).join(", ")}`);
  let rows = 0;
  for (const table of known) {
    const lines = tables.get(`${table.schema}.${table.name}`) ?? [];
    for (let from = 0; from < lines.length; from += batch) {
      const part = lines.slice(from, from + batch);
      await client.query(
        `insert into ${quoted(table)} select * from jsonb_populate_recordset(null::${quoted(table)}, $1::jsonb)`,
        [`[${part.join(",")}]`],
      );
      rows += part.length;
    }
  }
  // What waits for the end of the transaction would keep the tables from changing.
  await client.query("set constraints all immediate");
  // Adding the keys again checks every reference of what came back.
  for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  await alignSequences(client);
  return rows;
}
