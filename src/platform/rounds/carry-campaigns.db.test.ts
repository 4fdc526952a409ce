import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { z } from "zod";
import { createDatabase, dropDatabase, inDatabase } from "../../../test/database-admin.ts";
import { openDatabase } from "../database/database.ts";
import { prepareDatabase } from "../database/prepare.ts";
import { v7 } from "../id.ts";
import { TerritoryId } from "../model.ts";
import { linkStateOf, standingsOf } from "./rules.ts";
import { linkByDigest, listLinks, listRounds } from "./store.ts";

const Journal = z.looseObject({ entries: z.array(z.looseObject({ idx: z.number() })) });

/** A database as it was before this migration, on the server of the tests. */
async function databaseBefore(first: number): Promise<string> {
  const server = inject("databaseUrl");
  const name = `maillage_test_before_${first}_${process.pid}`;
  const folder = await mkdtemp(join(tmpdir(), "maillage-migrations-"));
  await cp(join(import.meta.dirname, "../../../migrations"), folder, { recursive: true });
  const path = join(folder, "meta", "_journal.json");
  const journal = Journal.parse(JSON.parse(await readFile(path, "utf8")));
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.filter(({ idx }) => idx < first) }));
  await createDatabase(server, name);
  onTestFinished(async () => {
    await dropDatabase(server, name);
    await rm(folder, { recursive: true });
  });
  const url = inDatabase(server, name);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("create extension if not exists unaccent; create extension if not exists pg_trgm");
  await migrate(drizzle(client), { migrationsFolder: folder });
  await client.end();
  return url;
}

test("campaigns that run when an instance is renewed go on, and each link that was mailed opens what it opened", async () => {
  const url = await databaseBefore(7);
  const [territory, running, ended, crèche, club] = [1, 2, 3, 4, 5].map(() => v7(new Date())) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // What links point to is not what is tried here.
  await client.query("set session_replication_role = replica");
  for (const [id, endedAt] of [
    [running, null],
    [ended, "2026-10-01"],
  ])
    await client.query(
      `insert into campaign (territory_id, id, name, kinds, communes, started_at, started_by, closes_on, ended_at)
       values ($1, $2, 'Rentrée', '{eaje}', '{}', '2026-09-01', 'Alix', '2026-11-30', $3)`,
      [territory, id, endedAt],
    );
  const link = (digest: string, service: string, campaign: string | null, sent: string, more: object = {}) => {
    const { email = "a@exemple.fr", revoked = null, answer = null } = more as Record<string, string | null>;
    return client.query(
      `insert into keeper_link (territory_id, id, service_id, campaign_id, email, digest, sent_at, expires_at, revoked_at, answered_at, answer)
       values ($1, $2, $3, $4, $5, $6, $7, '2026-12-30', $8, $9, $10)`,
      [territory, v7(new Date()), service, campaign, email, digest, sent, revoked, answer === null ? null : "2026-09-20", answer],
    );
  };
  await link("first", crèche, running, "2026-09-01");
  await link("reminder", crèche, running, "2026-09-10", { email: "A@exemple.fr" });
  await link("answered", club, running, "2026-09-01", { answer: "corrected" });
  await link("answered-again", club, running, "2026-09-10", { email: "b@exemple.fr", answer: "confirmed" });
  await link("taken-back", crèche, ended, "2026-09-01", { revoked: "2026-10-01" });
  await link("of-none", club, null, "2026-09-01");
  await client.end();

  await prepareDatabase(url);
  const database = openDatabase(url);
  onTestFinished(() => database.close());
  const now = new Date("2026-11-02T09:00:00Z");
  await database.inTerritory(TerritoryId.parse(territory), async (tx) => {
    const rounds = await listRounds(tx, "directory.upkeep");
    expect(rounds.filter(({ startedBy }) => startedBy === "Alix")).toMatchObject(
      [running, ended]
        .toSorted()
        .map((id) => ({ id, about: { kinds: ["eaje"], communes: [] }, closesOn: "2026-11-30" }))
        .toReversed(),
    );
    const opens = async (digest: string) => {
      const found = await linkByDigest(tx, digest);
      return found && [found.objectId, linkStateOf(found, now), found.answer];
    };
    expect(await opens("first")).toEqual([crèche, "open", null]);
    expect(await opens("reminder")).toEqual([crèche, "open", null]);
    expect(await opens("answered")).toEqual([club, "open", "corrected"]);
    expect(await opens("answered-again")).toEqual([club, "open", "confirmed"]);
    expect(await opens("taken-back")).toEqual([crèche, "revoked", null]);
    expect(await opens("of-none")).toEqual([club, "open", null]);
    const links = await listLinks(
      tx,
      rounds.filter(({ id }) => id === running).map(({ id }) => id),
    );
    expect(
      standingsOf(links, ["confirmed", "corrected"]).map(({ objectId, state, askedAt, remindedAt }) => [
        objectId,
        state,
        askedAt,
        remindedAt,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [crèche, "silent", new Date("2026-09-01T00:00:00Z"), new Date("2026-09-10T00:00:00Z")],
        [club, "confirmed", new Date("2026-09-01T00:00:00Z"), new Date("2026-09-10T00:00:00Z")],
      ]),
    );
  });
});
