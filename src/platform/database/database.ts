import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { z } from "zod";
import { keepReads, openStates, type State } from "../kept/state.ts";
import type { TerritoryId } from "../model.ts";
import { lazyClient } from "./lazy-client.ts";

export type Tx = Parameters<Parameters<NodePgDatabase["transaction"]>[0]>[0];

/** Who comes, and what they come to: one question to the database at the beginning of a request. */
export interface Arrival {
  /** Whose session it is, if it is open and its address was proved. */
  readonly account: { readonly id: string; readonly email: string; readonly name: string; readonly operator: boolean } | null;
  readonly instance: State;
  readonly territory: State | null;
}

/** The only way to the data: every query runs in a transaction, as a role that sees one territory. */
export interface Database {
  readonly inTerritory: <Result>(territory: TerritoryId, work: (tx: Tx) => Promise<Result>) => Promise<Result>;
  /** For what belongs to no territory: the list of territories, frameworks, accounts. Sees no row of any territory. */
  readonly inInstance: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;
  /** Reads where a state was found: what was read in that state is not read again. For what writes nothing. */
  readonly reading: <Result>(state: State, query: (tx: Tx) => Promise<Result>) => Promise<Result>;
  /** The same in a territory as it stands now, for who has not arrived there. */
  readonly look: <Result>(territory: TerritoryId, query: (tx: Tx) => Promise<Result>) => Promise<Result>;
  readonly arrive: (asked: {
    readonly session: string | null;
    readonly territory: TerritoryId | null;
    readonly now: Date;
  }) => Promise<Arrival>;
  /** Full rights, for libraries that own their tables (sign-in, jobs) and for backups. Never for a page or an action. */
  readonly owner: NodePgDatabase;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

const arrivalColumns = "account, email, name, operator, instance_mark as instance, territory_mark as territory";
const Arrived = z.object({
  account: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  operator: z.boolean().nullable(),
  instance: z.string().nullable(),
  territory: z.string().nullable(),
});

export function openDatabase(url: string): Database {
  const pool = openPool({ connectionString: url, max: 8 });
  // Pages have connections of their own, which never act as the owner: the pool waits until it is so.
  const pages = openPool({
    connectionString: url,
    max: 12,
    onConnect: (client): object => client.query("set role maillage_app"),
  });
  const owner = drizzle(pool);
  const as = <Result>(territory: string, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    drizzle(lazyClient(pages, `set local maillage.territory = ${pg.escapeLiteral(territory)}`)).transaction(work);
  const states = openStates();
  const arrive: Database["arrive"] = async ({ session, territory, now }) => {
    const { rows } = await pages.query({
      name: "arrival",
      text: `select ${arrivalColumns} from kept.arrival($1, $2, $3)`,
      values: [session, now, territory],
    });
    const arrived = Arrived.parse(rows[0]);
    const { account, email, name, operator } = arrived;
    return {
      account:
        account === null || email === null
          ? null
          : { id: account, email, name: name === null || name.trim() === "" ? email : name, operator: operator === true },
      instance: states(null, arrived.instance ?? ""),
      // What belongs to the instance is seen in every territory.
      territory: territory && states(territory, `${arrived.instance ?? ""} ${arrived.territory ?? ""}`),
    };
  };
  const reading: Database["reading"] = (state, query) =>
    as(state.territory ?? "", (tx) => {
      keepReads(tx, state);
      return query(tx);
    });
  return {
    inTerritory: as,
    inInstance: (work) => as("", work),
    reading,
    look: async (territory, query) => {
      const { instance, territory: state } = await arrive({ session: null, territory, now: new Date(0) });
      return reading(state ?? instance, query);
    },
    arrive,
    owner,
    pool,
    close: async () => {
      await pages.end();
      await pool.end();
    },
  };
}

/** Gives up, until the end of the transaction, all rights but those on the rows of one territory. */
export const actIn = async (tx: Pick<Tx, "execute">, territory: string): Promise<void> => {
  await tx.execute(sql`select set_config('role', 'maillage_app', true), set_config('maillage.territory', ${territory}, true)`);
};

function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // A connection may be lost (the server restarts), idle or in the middle of a transaction: what waits for it fails, the next
  // query has a new one, and the process goes on.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
