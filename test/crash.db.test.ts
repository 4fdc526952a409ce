import { readFileSync, readdirSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBeside } from "../src/platform/database/server/beside-server.ts";
import { folderFileStore } from "../src/platform/files/file-store.ts";
import { TerritoryId } from "../src/platform/model.ts";
import { buildServer } from "./build-server.ts";
import { enterAsCoordinator, freePort, openTestInstance, type Entry, type TestInstance, type InstancePlace } from "./instance.ts";

/** A multiple of five: each fifth kill takes PostgreSQL with it. */
const kills = process.env["MAILLAGE_TEST_DEEP"] === "on" ? 100 : 20;
/** Every fifth time, PostgreSQL is killed with the server; the other times the next server finds it running. */
const withDatabase = (round: number): boolean => round % 5 === 4;
const writers = 4;
/** How long the writes go on before each kill, in milliseconds. */
const delays = fc.sample(fc.nat(80), kills);

let root: string;
let built: string;
let place: InstancePlace;
let instance: TestInstance | undefined;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "maillage-crash-"));
  await chmod(root, 0o711);
  // Under the installation, where the server looks for its migrations and its libraries; apart from that of another run.
  const cache = join(import.meta.dirname, "..", "node_modules", ".cache");
  await mkdir(cache, { recursive: true });
  built = await mkdtemp(join(cache, "maillage-crash-"));
  const server = await buildServer(built);
  place = { server, dataFolder: join(root, "data"), port: await freePort() };
}, 120_000);
afterAll(async () => {
  await instance?.end("SIGTERM");
  for (const folder of [root, built]) await rm(folder, { recursive: true, force: true });
});

type Kind = "note" | "findings" | "file";
/** What the server said was done: each is known by a text of its own. */
type Acknowledged = Readonly<Record<Kind, Set<string>>>;

const sizeOf = ({ note, findings, file }: Acknowledged): number => note.size + findings.size + file.size;

interface Writing {
  readonly origin: string;
  readonly entry: Entry;
  readonly actionId: string;
  readonly acknowledged: Acknowledged;
  readonly text: string;
}

const forms: Readonly<Record<Kind, (text: string) => { readonly path: string; readonly fields: Record<string, string | File> }>> =
  {
    note: (text) => ({ path: "notes", fields: { body: text, confidentiality: "shared" } }),
    // Seen after everyone: each writer has a fiche to itself, and follows on what it wrote before the kill.
    findings: (text) => ({ path: "modifier/why", fields: { findings: text, seen: "2000000000" } }),
    file: (text) => ({ path: "fichiers", fields: { file: new File([text], `${text}.txt`), confidentiality: "shared" } }),
  };

/** Sends one form, as a browser does; acknowledged is what was answered by a redirection to the fiche. */
async function write({ origin, entry, actionId, acknowledged, text }: Writing, kind: Kind): Promise<void> {
  const { path, fields } = forms[kind](text);
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const address = `${origin}/${entry.slug}/plan/actions/${actionId}/${path}`;
  const answer = await fetch(address, { method: "POST", redirect: "manual", headers: entry.headers, body });
  await answer.arrayBuffer();
  if (answer.status !== 303) throw new Error(`${kind} was answered ${answer.status}`);
  acknowledged[kind].add(text);
}

const stopping = () => {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
};

/** Processes of the PostgreSQL of this instance: the first, then its children. */
async function databaseProcesses(dataFolder: string, home: string): Promise<readonly number[]> {
  const cluster = join(home.startsWith("/") ? home : join(dataFolder, home), "cluster");
  const first = Number((await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n")[0]);
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return (
          readFileSync(`/proc/${name}/stat`, "utf8")
            .replace(/^.*\) /s, "")
            .split(" ")[1] === String(first)
        );
      } catch {
        return false;
      }
    });
  return [first, ...children.map(Number)];
}

async function inDatabase<Result>(url: string, read: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await read(client);
  } finally {
    await client.end();
  }
}

/** All that must be true of the data whenever an instance opens again. */
async function expectWhole(client: pg.Client, acknowledged: Acknowledged): Promise<void> {
  const texts = async (sql: string): Promise<ReadonlySet<string>> =>
    new Set((await client.query<{ text: string }>(sql)).rows.map(({ text }) => text));
  const kept: Readonly<Record<Kind, readonly string[]>> = {
    note: ["select body as text from note", "select after->>'body' as text from event where block = 'notes'"],
    findings: ["select after->>'findings' as text from event where block = 'why' and verb = 'changed'"],
    file: [
      "select replace(name, '.txt', '') as text from action_file a join file f on f.id = a.file_id",
      "select replace(after->>'name', '.txt', '') as text from event where block = 'files'",
    ],
  };
  for (const kind of ["note", "findings", "file"] as const)
    for (const sql of kept[kind]) {
      const there = await texts(sql);
      expect([...acknowledged[kind]].filter((text) => !there.has(text))).toEqual([]);
    }
  // Each in one query, and so at one instant: a change without its event, or an event without its change.
  const half = await client.query<{ notes: number; files: number; findings: number }>(
    `select
      (select count(*)::int from (select body from note where body like 'coup %') n
        full join (select after->>'body' as body from event where block = 'notes' and after->>'body' like 'coup %') e using (body)
        where n.* is null or e.* is null) as notes,
      (select count(*)::int from (select id::text from file where name like 'coup %') f
        full join (select after->>'fileId' as id from event where block = 'files') e using (id)
        where f.* is null or e.* is null) as files,
      (select count(*)::int from action a
        join lateral (select after->>'findings' as said from event
          where block = 'why' and verb = 'changed' and object_id = a.id::text order by seq desc limit 1) e on true
        where a.findings is distinct from e.said) as findings`,
  );
  expect(half.rows).toEqual([{ notes: 0, files: 0, findings: 0 }]);
}

// It brings its own server: on another PostgreSQL (TEST_DATABASE_URL) it would prove the same thing again.
test.skipIf((process.env["TEST_DATABASE_URL"] ?? "") !== "")(
  `killed ${kills} times in the middle of writes, the server finds every acknowledged change`,
  { timeout: 900_000 },
  async ({ annotate }) => {
    instance = await openTestInstance(place);
    const { origin } = instance;
    const entry = await enterAsCoordinator(origin);
    const { url } = await openBeside({ dataFolder: place.dataFolder });
    const { home } = JSON.parse(await readFile(join(place.dataFolder, "database.json"), "utf8")) as { home: string };
    const actions = await inDatabase(url, (client) => client.query<{ id: string }>("select id from action order by id"));
    const files = folderFileStore(join(place.dataFolder, "files"));
    const acknowledged = { note: new Set<string>(), findings: new Set<string>(), file: new Set<string>() };
    let [unanswered, databaseKills] = [0, 0];

    for (let round = 0; round < kills; round += 1) {
      instance ??= await openTestInstance(place);
      await inDatabase(url, (client) => expectWhole(client, acknowledged));
      const { signal, abort } = stopping();
      const before = sizeOf(acknowledged);
      const work = Array.from({ length: writers }, async (_, writer) => {
        const actionId = actions.rows[writer]?.id ?? "";
        for (let count = 0; !signal.aborted; count += 1) {
          const kind = (["note", "findings", "note", "file"] as const)[(count + writer) % 4] ?? "note";
          const writing = { origin, entry, actionId, acknowledged, text: `coup ${round}-${writer}-${count}` };
          await write(writing, kind).catch((error: unknown) => {
            // Cut off in the middle of a write: whether it was kept, nobody was told. Before the kill, it is a fault.
            if (!signal.aborted) throw error;
            unanswered += 1;
          });
        }
      });
      const written = async (): Promise<void> => {
        while (!signal.aborted && sizeOf(acknowledged) === before) await pause(5);
        await pause(delays[round]);
      };
      await Promise.race([written(), Promise.all(work)]);
      const victims = withDatabase(round) ? await databaseProcesses(place.dataFolder, home) : [];
      abort();
      for (const victim of victims) process.kill(victim, "SIGKILL");
      databaseKills += victims.length > 0 ? 1 : 0;
      await instance.end("SIGKILL");
      instance = undefined;
      await Promise.all(work);
    }

    instance = await openTestInstance(place);
    const stored = await inDatabase(url, async (client) => {
      await expectWhole(client, acknowledged);
      return client.query<{ territory_id: string; hash: string; name: string }>("select territory_id, hash, name from file");
    });
    for (const { territory_id, hash, name } of stored.rows) {
      const bytes = await files.get(TerritoryId.parse(territory_id), hash);
      expect(bytes && `${new TextDecoder().decode(bytes)}.txt`).toBe(name);
    }
    const total = sizeOf(acknowledged);
    await annotate(
      `${total} changes acknowledged (${acknowledged.note.size} notes, ${acknowledged.findings.size} edits, ${acknowledged.file.size} files), ` +
        `${unanswered} cut off, ${kills} kills, ${databaseKills} of them with PostgreSQL`,
    );
    // Otherwise the kills came before or between the writes, and proved nothing.
    expect(total).toBeGreaterThan(kills);
    expect(unanswered).toBeGreaterThan(kills);
    expect(databaseKills).toBe(kills / 5);
  },
);
