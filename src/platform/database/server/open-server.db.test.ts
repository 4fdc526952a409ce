import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openBeside } from "./beside-server.ts";
import { openServer, type DatabaseServer } from "./open-server.ts";
import { canUse, isAdministrator } from "./system-account.ts";

const fixture = join(import.meta.dirname, "hold-server.fixture.ts");
const nobody = { uid: 65_534, gid: 65_534 };
const answerSchema = z.union([z.object({ url: z.string(), notices: z.array(z.string()) }), z.object({ refusal: z.string() })]);

let root: string;
const children: ChildProcess[] = [];
const servers: DatabaseServer[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "maillage-server-"));
  await chmod(root, 0o711);
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) await kill(child, "SIGTERM");
  }
  for (const server of servers.splice(0)) await server.close();
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function open(dataFolder: string): Promise<DatabaseServer> {
  const server = await openServer({ dataFolder });
  servers.push(server);
  return server;
}

/** Another program that opens the folder, like a second `npm start`. */
async function hold(dataFolder: string, identity: { uid?: number; gid?: number } = {}) {
  const child = spawn(process.execPath, [fixture, dataFolder], { stdio: ["ignore", "pipe", "inherit"], cwd: "/", ...identity });
  children.push(child);
  const [line] = z.tuple([z.string()]).parse(await once(createInterface(child.stdout), "line"));
  return { child, answer: answerSchema.parse(JSON.parse(line)) };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmasterOf = async (dataFolder: string): Promise<number> =>
  Number((await readFile(join(dataFolder, "database/cluster/postmaster.pid"), "utf8")).split("\n")[0]);

const refusalOf = (dataFolder: string, databaseUrl?: string): Promise<unknown> =>
  openServer({ dataFolder, databaseUrl }).then(
    (server) => servers.push(server) && "opened",
    (error: unknown) => error,
  );

describe("one data folder, from its creation on", () => {
  const folder = (): string => join(root, "L'été au Val-d'Ajol");

  test("the database is created: sorted in French, durable, closed to the network, and told in UTF-8", async () => {
    const { url, kind, notices } = await open(folder());
    expect({ kind, notices }).toEqual({ kind: "embedded", notices: [] });
    await query(
      url,
      "create table word (word text primary key); insert into word values ('zone'), ('été'), ('ete'), ('étude'), ('Eté')",
    );
    const sorted = await query<{ word: string }>(url, "select word from word order by word");
    expect(sorted.map(({ word }) => word)).toEqual(["ete", "Eté", "été", "étude", "zone"]);
    const [tokens] = await query<{ words: string }>(url, "select to_tsvector('simple', 'L’été « éveil »')::text as words");
    expect(tokens?.words).toBe("'l':1 'été':2 'éveil':3");
    const names = ["fsync", "full_page_writes", "listen_addresses", "server_encoding"];
    const settings = await Promise.all(names.map((name) => query<Record<string, string>>(url, `show ${name}`)));
    expect(Object.assign({}, ...settings.flat())).toEqual({
      fsync: "on",
      full_page_writes: "on",
      listen_addresses: "",
      server_encoding: "UTF8",
    });
  });

  test("a wrong password does not open it", async () => {
    const { url } = await open(folder());
    const wrong = new URL(url);
    wrong.password = "autre";
    await expect(query(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
    expect((await stat(join(folder(), "database.json"))).mode & 0o077).toBe(0);
  });

  test("a second start is refused with the folder and the process, and passes once the first has ended", async () => {
    const first = await hold(folder());
    const refusal = await refusalOf(folder());
    expect(refusal).toMatchObject({ name: "StartRefusal", message: expect.stringContaining("tourne déjà") });
    expect(refusal).toMatchObject({ message: expect.stringContaining(`processus ${first.child.pid}`) });
    expect(refusal).toMatchObject({ message: expect.stringContaining(folder()) });
    await kill(first.child, "SIGTERM");
    await open(folder());
  });

  test("the same process cannot open it twice either", async () => {
    await open(folder());
    expect(await refusalOf(folder())).toMatchObject({ message: expect.stringContaining(`processus ${process.pid}`) });
  });

  test("of several starts at once, exactly one holds the folder", async () => {
    const starts = await Promise.all(Array.from({ length: 4 }, () => hold(folder())));
    expect(starts.filter(({ answer }) => "url" in answer)).toHaveLength(1);
    expect(starts.filter(({ answer }) => "refusal" in answer && answer.refusal.includes("tourne déjà"))).toHaveLength(3);
  });

  test("a command goes beside the running server and leaves it running; alone, it opens and stops its own", async () => {
    const running = await hold(folder());
    const before = await postmasterOf(folder());
    const beside = await openBeside({ dataFolder: folder() });
    expect(await query(beside.url, "select count(*)::int as words from word")).toEqual([{ words: 5 }]);
    await beside.close();
    expect(await postmasterOf(folder())).toBe(before);
    await kill(running.child, "SIGTERM");
    const alone = await openBeside({ dataFolder: folder() });
    expect(await query(alone.url, "select count(*)::int as words from word")).toEqual([{ words: 5 }]);
    await alone.close();
    expect(await readdir(join(folder(), "database/cluster"))).not.toContain("postmaster.pid");
  });

  test("after Maillage is killed, its server is found again, as it was", async () => {
    const killed = await hold(folder());
    const before = await postmasterOf(folder());
    await kill(killed.child, "SIGKILL");
    const { url } = await open(folder());
    expect(await postmasterOf(folder())).toBe(before);
    expect(await query(url, "select count(*)::int as words from word")).toEqual([{ words: 5 }]);
  });

  test("an adopted server is ours to stop", async () => {
    const killed = await hold(folder());
    await kill(killed.child, "SIGKILL");
    const server = await open(folder());
    await server.close();
    expect(await readdir(join(folder(), "database/cluster"))).not.toContain("postmaster.pid");
  });

  test("a server that no longer answers is replaced", async () => {
    const killed = await hold(folder());
    const before = await postmasterOf(folder());
    await kill(killed.child, "SIGKILL");
    await rm(join(folder(), "database/.s.PGSQL.5432"));
    const { url } = await open(folder());
    expect(await postmasterOf(folder())).not.toBe(before);
    expect(await query(url, "select count(*)::int as words from word")).toEqual([{ words: 5 }]);
  });

  test("after Maillage and PostgreSQL are killed together, what was acknowledged is there", async () => {
    const killed = await hold(folder());
    if (!("url" in killed.answer)) throw new Error(killed.answer.refusal);
    await query(killed.answer.url, "insert into word values ('acquis')");
    const postmaster = await postmasterOf(folder());
    await kill(killed.child, "SIGKILL");
    process.kill(postmaster, "SIGKILL");
    const { url } = await open(folder());
    expect(await postmasterOf(folder())).not.toBe(postmaster);
    expect(await query(url, "select count(*)::int as words from word")).toEqual([{ words: 6 }]);
  });

  test("a left process number that now belongs to another program is neither believed nor killed", async () => {
    const first = await open(folder());
    const file = join(folder(), "database/cluster/postmaster.pid");
    const text = await readFile(file, "utf8");
    await first.close();
    const { uid, gid } = await stat(join(folder(), "database/cluster"));
    const stranger = spawn("sleep", ["60"], { cwd: "/", uid, gid });
    children.push(stranger);
    await writeFile(file, text.replace(/^\d+/, String(stranger.pid)));
    const { url } = await open(folder());
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  test("the files of another version are refused, and left alone", async () => {
    const file = join(folder(), "database/cluster/PG_VERSION");
    await writeFile(file, "14\n");
    expect(await refusalOf(folder())).toMatchObject({ name: "StartRefusal", message: expect.stringContaining("PostgreSQL 14") });
    await writeFile(file, "18\n");
    await open(folder());
  });

  test("a server that cannot start says its last word", async () => {
    const file = join(folder(), "database/cluster/pg_hba.conf");
    const text = await readFile(file, "utf8");
    await writeFile(file, "n'importe quoi\n");
    expect(await refusalOf(folder())).toMatchObject({
      name: "StartRefusal",
      message: expect.stringMatching(/n'a pas démarré.*FATAL.*hba/),
    });
    await writeFile(file, text);
    await open(folder());
  });

  test("a password lost, or a cluster lost, is said and nothing is made anew", async () => {
    const note = join(folder(), "database.json");
    const text = await readFile(note, "utf8");
    await rm(note);
    expect(await refusalOf(folder())).toMatchObject({ message: expect.stringContaining("mot de passe a disparu") });
    await writeFile(note, text.replace('"database"', '"ailleurs"'));
    expect(await refusalOf(folder())).toMatchObject({ message: expect.stringContaining("n'existe plus") });
    await writeFile(note, text);
    await open(folder());
  });
});

describe("other folders", () => {
  test("a creation that was interrupted starts again; a path too long for a socket uses the loopback", async () => {
    const folder = join(root, "long".repeat(25));
    await mkdir(join(folder, "database/cluster.new/base"), { recursive: true, mode: 0o711 });
    await writeFile(join(folder, "database.json"), JSON.stringify({ home: "database", password: "mot-de-passe-choisi" }));
    const { url } = await open(folder);
    expect(url).toMatch(/^postgres:\/\/maillage:mot-de-passe-choisi@127\.0\.0\.1:\d+\/maillage$/);
    expect(await query(url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(await readdir(join(folder, "database"))).toEqual(["cluster"]);
  });

  test("a file in the place of the folder is refused", async () => {
    const file = join(root, "fichier");
    await writeFile(file, "");
    expect(await refusalOf(file)).toMatchObject({
      name: "StartRefusal",
      message: expect.stringContaining("un fichier porte déjà ce nom"),
    });
  });

  test("an external server is checked, and the folder is held all the same", async () => {
    const embedded = await open(join(root, "serveur"));
    const folder = join(root, "externe");
    const server = await openServer({ dataFolder: folder, databaseUrl: embedded.url });
    expect({ kind: server.kind, url: server.url }).toEqual({ kind: "external", url: embedded.url });
    expect(await refusalOf(folder, embedded.url)).toMatchObject({ message: expect.stringContaining("tourne déjà") });
    await expect(openBeside({ dataFolder: folder })).rejects.toThrow("tourne déjà");
    expect(await readdir(folder)).not.toContain("database.json");
    await server.close();
    const missing = embedded.url.replace("/maillage?", "/absente?");
    expect(await refusalOf(folder, missing)).toMatchObject({ message: expect.stringContaining("n'existe pas") });
    const wrong = new URL(embedded.url);
    wrong.password = "autre";
    expect(await refusalOf(folder, wrong.href)).toMatchObject({ message: expect.stringContaining("refuse le compte") });
    expect(await query(embedded.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  describe.runIf(isAdministrator())("by an ordinary account (seen when the tests run as the administrator)", () => {
    test("it opens its own folder with everything in it, and is refused the folders of others", async (context) => {
      const reachable = await canUse({ kind: "other", name: "nobody", ...nobody }, import.meta.dirname, [process.execPath]);
      if (!reachable) context.skip("the ordinary account cannot enter this checkout");
      const common = join(root, "commun");
      await mkdir(common);
      await chmod(common, 0o777);
      const own = join(common, "à moi");
      const { child, answer } = await hold(own, nobody);
      expect(answer).toMatchObject({ notices: [], url: expect.stringContaining("host=") });
      const owners = await Promise.all(
        ["lock", "database.json", "database", "database/cluster"].map((name) => stat(join(own, name))),
      );
      expect(new Set(owners.map(({ uid }) => uid))).toEqual(new Set([nobody.uid]));
      await kill(child, "SIGTERM");

      await open(own);
      expect((await stat(join(own, "database/cluster"))).uid).toBe(nobody.uid);

      const closed = join(root, "fermé");
      await mkdir(closed, { mode: 0o755 });
      expect((await hold(closed, nobody)).answer).toMatchObject({
        refusal: expect.stringMatching(/^StartRefusal: .*ne peut pas être écrit/),
      });
      expect((await hold(join(closed, "dedans"), nobody)).answer).toMatchObject({
        refusal: expect.stringMatching(/^StartRefusal: .*pas le droit/),
      });
    });
  });
});
