import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, dropDatabase, inDatabase } from "./database-admin.ts";

export type TestDatabase = { url: string; drop(): Promise<void> };

/** A database of this test's own, with every table and nothing in it: a copy of the one prepared for the run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("databaseUrl");
  const name = `maillage_test_${randomBytes(6).toString("hex")}`;
  await createDatabase(server, name, inject("templateDatabase"));
  return { url: inDatabase(server, name), drop: () => dropDatabase(server, name) };
}
