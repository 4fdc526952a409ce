import pg from "pg";

const CONNECT_TIMEOUT_MS = 10_000;

export type ServerFacts = { version: number; encoding: string };

/** Connects once and asks the server what it is. */
export async function probe(url: string): Promise<ServerFacts> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ version: number; encoding: string }>(
      "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
    );
    const [facts] = rows;
    if (facts === undefined) throw new Error("the server answered nothing");
    return facts;
  });
}

export async function createDatabase(maintenanceUrl: string, name: string): Promise<void> {
  await withClient(maintenanceUrl, (client) => client.query(`create database ${pg.escapeIdentifier(name)}`));
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // A connection that breaks outside of a query must not end the program: the query in hand reports it.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
