import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "../src/platform/database/database.ts";
import { territoryTables } from "./trial.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
let tables: readonly string[];
beforeAll(async () => {
  world = await makeWorld();
  tables = await world.runtime.database.owner.transaction(territoryTables);
});
afterAll(() => world.close());

const countIn = async (tx: Tx, table: string, territory?: string): Promise<number> => {
  const where = territory === undefined ? sql`` : sql` where territory_id = ${territory}`;
  const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}${where}`);
  return rows[0]!.n;
};
const forEach = async (check: (table: string) => Promise<unknown>): Promise<Record<string, unknown>> => {
  const found: Record<string, unknown> = {};
  for (const table of tables) found[table] = await check(table);
  return found;
};
const all = (value: unknown): Record<string, unknown> => Object.fromEntries(tables.map((table) => [table, value]));
/** The code with which the database refuses, or what it did. */
const answerTo = (query: Promise<unknown>): Promise<unknown> =>
  query.then(
    () => "done",
    (error: unknown) =>
      error instanceof Error && error.cause instanceof Error && "code" in error.cause ? error.cause.code : error,
  );
const refusedByTheWall = "42501";

describe("row-level security", () => {
  test("each table of territories holds rows of both: nothing below is true of empty tables", async () => {
    expect(tables.length).toBeGreaterThan(20);
    const { owner } = world.runtime.database;
    const both = await owner.transaction((tx) =>
      forEach(async (table) => [
        (await countIn(tx, table, world.here.territory)) > 0,
        (await countIn(tx, table, world.elsewhere.territory)) > 0,
      ]),
    );
    expect(both).toEqual(all([true, true]));
  });

  test("every other table that the application reaches is known, and is no one's territory", async () => {
    const { rows } = await world.runtime.database.owner.execute<{ table_name: string }>(sql`
      select table_schema || '.' || table_name as table_name from information_schema.tables
      where table_type = 'BASE TABLE' and has_table_privilege('maillage_app', format('%I.%I', table_schema, table_name), 'select')
        and table_schema not in ('pg_catalog', 'information_schema')
      order by 1`);
    const others = rows.map(({ table_name }) => table_name).filter((name) => !tables.includes(name.replace("public.", "")));
    expect(others).toEqual(["public.framework", "public.framework_axis", "public.territory"]);
  });

  test("a query that forgot its territory returns nothing", async () => {
    const { database } = world.runtime;
    expect(await database.inInstance((tx) => forEach((table) => countIn(tx, table)))).toEqual(all(0));
  });

  test("a query in one territory sees no row of another, even when it asks for them", async () => {
    const { database } = world.runtime;
    const seen = await database.inTerritory(world.elsewhere.territory, (tx) =>
      forEach(async (table) => [await countIn(tx, table, world.here.territory), (await countIn(tx, table)) > 0]),
    );
    expect(seen).toEqual(all([0, true]));
  });

  /** A row that exists, as its own table would take it back. */
  const aRow = async (table: string): Promise<string> => {
    const { rows } = await world.runtime.database.owner.execute<{ row: string }>(sql`
      select to_json(t)::text as row from ${sql.identifier(table)} t where territory_id = ${world.here.territory} limit 1`);
    return rows[0]!.row;
  };

  test("inserting into another territory is refused, from a territory or from none", async () => {
    const { database } = world.runtime;
    const insert = (table: string, row: string) => (tx: Tx) =>
      tx.execute(sql`
        insert into ${sql.identifier(table)} select * from json_populate_record(null::${sql.identifier(table)}, ${row}::json)`);
    const answers = await forEach(async (table) => {
      const work = insert(table, await aRow(table));
      return [
        await answerTo(database.inTerritory(world.elsewhere.territory, work)),
        await answerTo(database.inInstance(work)),
        // The same row in its own territory meets its double, and no wall.
        await answerTo(database.inTerritory(world.here.territory, work)),
      ];
    });
    expect(answers).toEqual(all([refusedByTheWall, refusedByTheWall, "23505"]));
  });

  test("rows of another territory are neither changed nor deleted, and none is moved there", async () => {
    const { database } = world.runtime;
    const answers = await forEach(async (table) => {
      const name = sql.identifier(table);
      const { here, elsewhere } = world;
      const touched = await database.inTerritory(elsewhere.territory, async (tx) => {
        const changed = await tx.execute(
          sql`update ${name} set territory_id = territory_id where territory_id = ${here.territory}`,
        );
        const deleted = await tx.execute(sql`delete from ${name} where territory_id = ${here.territory}`);
        return (changed.rowCount ?? 0) + (deleted.rowCount ?? 0);
      });
      const moved = await answerTo(
        database.inTerritory(elsewhere.territory, async (tx) => {
          const { rowCount } = await tx.execute(sql`update ${name} set territory_id = ${here.territory}`);
          // Rows that nobody may change at all are not moved either.
          if (rowCount === 0) throw new Error("nothing moved", { cause: Object.assign(new Error(), { code: refusedByTheWall }) });
        }),
      );
      return [touched, moved];
    });
    expect(answers).toEqual(all([0, refusedByTheWall]));
  });
});
