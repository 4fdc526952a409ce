import pg from "pg";
import { openBeside } from "../../src/platform/database/server/beside-server.ts";
import { parentOf } from "./processor.ts";

/** Tables of an action's rows, and which of their columns name what is copied with it. */
const rowsOfActions = [
  ["action_partner", ["action_id"]],
  ["milestone", ["id", "action_id"]],
  ["funding_line", ["id", "action_id"]],
  ["measure", ["id", "action_id"]],
  ["measure_result", ["id", "action_id", "measure_id"]],
] as const;

/** The id of the nth copy of what an id names: the same wherever it is named. */
const copied = (column: string): string => `'${column}', md5((r.${column})::text || n)::uuid`;

/**
 * Copies the examples of the demonstration, with all their rows, until the plan has so many actions and the directory so many published
 * services. Written in SQL, so that the same serves an earlier version and its tables. Returns the longest of the original actions.
 */
export async function growInstance(
  dataFolder: string,
  size: { readonly actions: number; readonly services: number },
): Promise<{ readonly fiche: string; readonly postmaster: number }> {
  const server = await openBeside({ dataFolder, databaseUrl: undefined });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    const one = async (query: string): Promise<string> => {
      const { rows } = await client.query<{ value: unknown }>(query);
      return String(rows[0]?.value);
    };
    const missing = async (table: string, wanted: number): Promise<number> =>
      wanted - Number(await one(`select count(*) as value from ${table}`));
    const copies = (table: string, order: string, count: number): string =>
      `select r.*, n from generate_series(0, ${count - 1}) n
       join (select t.*, row_number() over (order by ${order}) - 1 as place, count(*) over () as many from ${table} t) r on r.place = n % r.many`;
    const insert = (table: string, changed: string, from: string): Promise<unknown> =>
      client.query(
        `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(r) || jsonb_build_object(${changed}))).* from ${from}`,
      );
    const fiche = await one("select id as value from action order by length(action::text) desc, id limit 1");
    await client.query("begin");
    await client.query(
      `create temporary table copies on commit drop as ${copies("action", "number", await missing("action", size.actions))}`,
    );
    for (const [table] of rowsOfActions)
      await client.query(`create temporary table ${table}_before on commit drop as select * from ${table}`);
    await insert("action", `${copied("id")}, 'number', r.number || '.' || n, 'title', r.title || ' (' || n || ')'`, "copies r");
    for (const [table, columns] of rowsOfActions)
      await insert(
        table,
        columns.map(copied).join(", "),
        `${table}_before r join (select id as of, n from copies) c on c.of = r.action_id`,
      );
    const services = copies("service", "id", await missing("service", size.services));
    await insert("service", `${copied("id")}, 'external_id', null`, `(${services}) r`);
    await client.query("commit");
    await client.query("analyze");
    return { fiche, postmaster: parentOf(Number(await one("select pg_backend_pid() as value"))) };
  } finally {
    await client.end();
    await server.close();
  }
}
