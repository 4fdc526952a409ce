import { sql } from "drizzle-orm";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { openDatabase, type Database, type Tx } from "./database.ts";

let made: TestDatabase;
let database: Database;
beforeAll(async () => {
  made = await createTestDatabase();
  database = openDatabase(made.url);
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

const processOf = async (tx: Tx): Promise<number> =>
  (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)).rows[0]!.pid;

test("a connection that is cut in the middle of a transaction fails this one, and neither the process nor the next", async () => {
  const work = database.inInstance(async (tx) => {
    const pid = await processOf(tx);
    await database.owner.execute(sql`select pg_terminate_backend(${pid}::int)`);
    // No query is under way when the news arrives: nobody but the connection itself can hear it.
    await pause(100);
    return processOf(tx);
  });
  await expect(work).rejects.toThrow();
  await expect(database.inInstance(processOf)).resolves.toBeGreaterThan(0);
});
