import pg from "pg";

/** What a client is where nothing was asked yet: one that is never connected. */
const nobody = new pg.Client();

/**
 * A client for one transaction, which takes a connection with its first query only: a transaction that found in memory all that it
 * wanted asks nothing of the database. `opening` is sent with `begin`, in one go.
 */
export function lazyClient(pool: pg.Pool, opening: string): pg.Client {
  let taken: Promise<pg.PoolClient> | undefined;
  const take = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect();
    try {
      await client.query(`begin; ${opening}`);
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      taken = undefined;
      throw error;
    }
    return client;
  };
  const end = async (how: string): Promise<unknown> => {
    const client = await taken;
    if (client === undefined) return nothing;
    taken = undefined;
    try {
      return await client.query(how);
    } finally {
      client.release();
    }
  };
  const query = async (config: pg.QueryConfig, values: unknown[]): Promise<unknown> => {
    if (config.text === "begin") return nothing;
    if (config.text === "commit" || config.text === "rollback") return end(config.text);
    return (await (taken ??= take())).query(config, values);
  };
  return new Proxy(nobody, {
    get: (client, name): unknown => (name === "query" ? query : Reflect.get(client, name)),
  });
}

const nothing = { rows: [], rowCount: 0, fields: [], command: "", oid: 0 };
