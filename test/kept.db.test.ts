import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database, type Tx } from "../src/platform/database/database.ts";
import type { State } from "../src/platform/kept/state.ts";
import { keptRead } from "../src/platform/kept/kept-read.ts";
import type { TerritoryId } from "../src/platform/model.ts";
import { listOrganisations } from "../src/wings/territory/organisations/store.ts";
import { listTerritories } from "../src/wings/territory/territories/store.ts";
import { territoryTables } from "./trial.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
let database: Database;
beforeAll(async () => {
  world = await makeWorld();
  database = world.runtime.database;
});
afterAll(() => world.close());

const stateOf = async (territory: TerritoryId, of: Database = database): Promise<State> => {
  const { territory: state } = await of.arrive({ session: null, territory, now: new Date() });
  if (state === null) throw new Error("a territory has no state");
  return state;
};
const both = async () => [await stateOf(world.here.territory), await stateOf(world.elsewhere.territory)] as const;
/** Which of the two territories are in another state after this. */
const movedBy = async (work: () => Promise<unknown>): Promise<readonly boolean[]> => {
  const before = await both();
  await work();
  return (await both()).map((state, at) => state !== before[at]);
};
const inHere = (tx: Tx, table: string, what: (name: ReturnType<typeof sql.identifier>) => ReturnType<typeof sql>) =>
  tx.execute(sql`${what(sql.identifier(table))} where territory_id = ${world.here.territory}`);

describe("the state of a territory", () => {
  test("moves with any row of any of its tables, whoever writes it and though no event tells it; no other moves", async () => {
    const moved: Record<string, unknown> = {};
    const tables = await database.owner.transaction(territoryTables);
    for (const table of tables)
      moved[table] = await movedBy(() =>
        database.owner.transaction((tx) => inHere(tx, table, (name) => sql`update ${name} set territory_id = territory_id`)),
      );
    expect(moved).toEqual(Object.fromEntries(tables.map((table) => [table, [true, false]])));
  });

  test("moves when rows come and go, through the walls of the territory", async () => {
    const row = sql`json_populate_record(null::saved_view, json_build_object('territory_id', ${world.here.territory}::text,
      'id', gen_random_uuid(), 'person_id', ${world.here.persons.reader}::text, 'name', 'Vue', 'query', ''))`;
    const add = (tx: Tx) => tx.execute(sql`insert into saved_view select * from ${row}`);
    expect(await movedBy(() => database.inTerritory(world.here.territory, add))).toEqual([true, false]);
    const remove = (tx: Tx) => inHere(tx, "saved_view", (name) => sql`delete from ${name}`);
    expect(await movedBy(() => database.inTerritory(world.here.territory, remove))).toEqual([true, false]);
  });

  test.each(["framework", "framework_axis", "territory"])(
    "moves everywhere when %s changes, which all may see",
    async (table) => {
      const touch = sql`update ${sql.identifier(table)} set id = id`;
      expect(await movedBy(() => database.owner.execute(touch))).toEqual([true, true]);
    },
  );

  test("stays when nothing is written, or when what was written is taken back", async () => {
    const takenBack = database.inTerritory(world.here.territory, async (tx) => {
      await inHere(tx, "person", (name) => sql`update ${name} set name = 'Personne'`);
      throw new Error("taken back");
    });
    expect(await movedBy(() => takenBack.catch(() => undefined))).toEqual([false, false]);
    expect(await movedBy(() => database.inTerritory(world.here.territory, listOrganisations))).toEqual([false, false]);
  });

  test("moves everywhere when a table is emptied at once", async () => {
    expect(await movedBy(() => database.owner.execute(sql`truncate import_link`))).toEqual([true, true]);
  });

  test("is seen by each node as soon as a transaction has ended, and not before", async () => {
    const other = openDatabase(world.url);
    try {
      const before = await stateOf(world.here.territory, other);
      await database.inTerritory(world.here.territory, async (tx) => {
        await inHere(tx, "person", (name) => sql`update ${name} set phone = null`);
        expect(await stateOf(world.here.territory, other)).toBe(before);
      });
      expect(await stateOf(world.here.territory, other)).not.toBe(before);
    } finally {
      await other.close();
    }
  });
});

describe("what was read in a state", () => {
  test("is not read again in it, is read again in the next, and never kept by what may write", async () => {
    let reads = 0;
    const counted = keptRead(async (_: Tx, word: string) => {
      reads += 1;
      return `${word} ${reads}`;
    });
    const state = await stateOf(world.here.territory);
    const read = (of: State, word: string) => database.reading(of, (tx) => counted(tx, word));
    expect([await read(state, "a"), await read(state, "a"), await read(state, "b")]).toEqual(["a 1", "a 1", "b 2"]);
    expect(await database.inTerritory(world.here.territory, (tx) => counted(tx, "a"))).toBe("a 3");
    await database.owner.execute(sql`update person set phone = null`);
    expect(await read(await stateOf(world.here.territory), "a")).toBe("a 4");
    expect(await read(await stateOf(world.elsewhere.territory), "a")).toBe("a 5");
  });

  test("is asked again when it failed", async () => {
    let fails = true;
    const shaky = keptRead(async (tx: Tx) => (fails ? tx.execute(sql`select 1 / 0`) : "well"));
    const state = await stateOf(world.here.territory);
    await expect(database.reading(state, (tx) => shaky(tx))).rejects.toThrow();
    fails = false;
    expect(await database.reading(state, (tx) => shaky(tx))).toBe("well");
  });

  test("is asked of the role that sees one territory, and of no connection when it is there", async () => {
    const who = await database.inTerritory(world.here.territory, (tx) =>
      tx.execute(sql`select current_user as role, current_setting('maillage.territory') as territory`),
    );
    expect(who.rows).toEqual([{ role: "maillage_app", territory: world.here.territory }]);
    const node = openDatabase(world.url);
    const { instance } = await node.arrive({ session: null, territory: null, now: new Date() });
    const territories = await node.reading(instance, listTerritories);
    await node.close();
    expect(await node.reading(instance, listTerritories)).toBe(territories);
  });
});
