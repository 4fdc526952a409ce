import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "./database.ts";

test("two test databases are prepared, apart from each other, and dropped under an open connection", async () => {
  const [one, other] = [await createTestDatabase(), await createTestDatabase()];
  const client = new pg.Client({ connectionString: one.url });
  const closed = new Promise((resolve) => client.on("error", resolve));
  await client.connect();
  await client.query("create table only_here (id int)");
  const neighbour = new pg.Client({ connectionString: other.url });
  await neighbour.connect();
  await expect(neighbour.query("select * from only_here")).rejects.toMatchObject({ code: "42P01" });
  await neighbour.end();
  await Promise.all([one.drop(), other.drop()]);
  await closed;
  await expect(new pg.Client({ connectionString: one.url }).connect()).rejects.toMatchObject({ code: "3D000" });
});
