import { sql } from "drizzle-orm";
import type { ListedUseCase, Outcome, Runtime } from "../src/platform/use-case.ts";
import type { Actor } from "../src/platform/actor.ts";
import type { Tx } from "../src/platform/database/database.ts";
import type { TerritoryId } from "../src/platform/model.ts";

/** What a use case did before it was taken back. */
export interface Trial {
  readonly outcome: Outcome<unknown>;
  /** Rows inserted, changed or deleted, of any table. */
  readonly rows: number;
  readonly events: number;
  readonly files: number;
  /** What another territory holds at the end, in one hash; `null` when nothing was written anywhere. */
  readonly watched: string | null;
}

interface Asked {
  readonly runtime: Runtime;
  readonly watch: TerritoryId;
  readonly useCase: ListedUseCase;
  readonly actor: Actor;
  readonly raw: unknown;
}

class TakenBack extends Error {
  readonly give: () => void;
  constructor(give: () => void) {
    super("taken back");
    this.give = give;
  }
}

/** Runs a use case as it runs for people, and takes back all that it did: the next trial finds the same world. */
export async function tryOut({ runtime, watch, useCase, actor, raw }: Asked): Promise<Trial> {
  let [rows, events, files] = [0, 0, 0];
  let watched: string | null = null;
  const { database } = runtime;
  const inTrial: Runtime = {
    ...runtime,
    files: {
      ...runtime.files,
      put: (territory, bytes) => {
        files += 1;
        return runtime.files.put(territory, bytes);
      },
      putStream: (territory, bytes) => {
        files += 1;
        return runtime.files.putStream(territory, bytes);
      },
    },
    database: {
      ...database,
      inTerritory: <Result>(territory: TerritoryId, work: (tx: Tx) => Promise<Result>) =>
        new Promise<Result>((resolve, reject) => {
          database
            .inTerritory(territory, async (tx) => {
              const before = await written(tx);
              const value = await work(tx);
              const after = await written(tx);
              [rows, events] = [after.rows - before.rows, after.events - before.events];
              if (rows > 0 && territory !== watch) watched = await contentOf(tx, watch);
              throw new TakenBack(() => resolve(value));
            })
            .catch((error: unknown) =>
              error instanceof TakenBack ? error.give() : reject(error instanceof Error ? error : new Error(String(error))),
            );
        }),
    },
  };
  const outcome = await useCase.perform(inTrial, actor, raw);
  return { outcome, rows, events, files, watched };
}

/** Counts of the database itself, so that nothing written through any path is missed. */
async function written(tx: Tx): Promise<{ readonly rows: number; readonly events: number }> {
  const { rows } = await tx.execute<{ rows: number; events: number }>(sql`
    select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as rows,
      (sum(n_tup_ins) filter (where relname = 'event'))::int as events
    from pg_stat_xact_user_tables`);
  return rows[0]!;
}

/** The tables that hold rows of territories, as the database knows them. */
export async function territoryTables(tx: Tx): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ table_name: string }>(sql`
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'territory_id' order by table_name`);
  return rows.map((row) => row.table_name);
}

/** All that a territory holds, in one hash, seen by the owner of the database whoever is asking. */
export async function contentOf(tx: Tx, territory: TerritoryId): Promise<string> {
  await tx.execute(sql`select set_config('role', 'none', true)`);
  const hashes = (await territoryTables(tx)).map(
    (name) =>
      sql`select md5(string_agg(t::text, '|' order by t::text)) as hash from ${sql.identifier(name)} t where territory_id = ${territory}`,
  );
  const { rows } = await tx.execute<{ hash: string | null }>(sql.join(hashes, sql` union all `));
  return rows.map(({ hash }) => hash).join();
}
