import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { TerritoryId } from "../model.ts";

export type Tx = Parameters<Parameters<NodePgDatabase["transaction"]>[0]>[0];

/** The only way to the data: every query runs in a transaction, as a role that sees one territory. */
export interface Database {
  readonly inTerritory: <Result>(territory: TerritoryId, work: (tx: Tx) => Promise<Result>) => Promise<Result>;
  /** For what belongs to no territory: the list of territories, frameworks, accounts. Sees no row of any territory. */
  readonly inInstance: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;
  /** Full rights, for libraries that own their tables (sign-in, jobs) and for backups. Never for a page or an action. */
  readonly owner: NodePgDatabase;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

export function openDatabase(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 12 });
  // A connection may be lost (the server restarts), idle or in the middle of a transaction: what waits for it fails, the next
  // query has a new one, and the process goes on.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const owner = drizzle(pool);
  const as = <Result>(territory: string, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    owner.transaction(async (tx) => {
      await actIn(tx, territory);
      return work(tx);
    });
  return {
    inTerritory: as,
    inInstance: (work) => as("", work),
    owner,
    pool,
    close: () => pool.end(),
  };
}

/** Gives up, until the end of the transaction, all rights but those on the rows of one territory. */
export const actIn = async (tx: Pick<Tx, "execute">, territory: string): Promise<void> => {
  await tx.execute(sql`select set_config('role', 'maillage_app', true), set_config('maillage.territory', ${territory}, true)`);
};

/** Lets a transaction of the instance go on inside a territory that it has just found. */
export const enterTerritory = async (tx: Tx, territory: TerritoryId): Promise<void> => {
  await tx.execute(sql`select set_config('maillage.territory', ${territory}, true)`);
};
