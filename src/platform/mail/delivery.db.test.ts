import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { systemClock } from "../clock.ts";
import { openDatabase, type Database } from "../database/database.ts";
import { folderFileStore } from "../files/file-store.ts";
import { startInstanceWork } from "../../app/instance-work.ts";
import { queueSignInMail } from "../identity/store.ts";
import { v7 } from "../id.ts";
import { TerritoryId } from "../model.ts";
import { deliverWaiting } from "./delivery.ts";
import { readOutbox } from "./outbox.ts";
import { queueMail } from "./store.ts";
import { openTransport, type Transport } from "./transport.ts";

const origin = "https://ctg.exemple.fr";
const territory = TerritoryId.parse(v7(new Date()));
let test: TestDatabase;
let database: Database;
let folder: string;
beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.url);
  folder = await mkdtemp(join(tmpdir(), "maillage-mail-"));
});
afterAll(async () => {
  await database.close();
  await test.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await database.pool.query("delete from mail; delete from identity.mail");
});

const later =
  (minutes: number): (() => Date) =>
  () =>
    new Date(Date.now() + minutes * 60_000);
const queue = (to: string, text = "Bonjour,\n\nvoilà : https://ctg.exemple.fr/connexion\n") =>
  database.inTerritory(territory, (tx) => queueMail(tx, territory, new Date(), { to, subject: "Réunion à Éloyes", text }));

const deliver = (transport: Transport, now: () => Date) =>
  deliverWaiting({ owner: database.owner, transport, now, origin, writers: [] });

describe("mails that stay on this machine", () => {
  it("are one file each, whole, and kept to be read on the screen", async () => {
    const transport = await openTransport({ smtp: undefined, from: undefined, folder, origin });
    await queue("a@exemple.fr");
    await queueSignInMail(database.owner, new Date(), { to: "b@exemple.fr", subject: "Lien", text: "secret" });
    expect(await deliver(transport, later(0))).toEqual({ sent: 2, failed: 0 });
    expect(await deliver(transport, later(600))).toEqual({ sent: 0, failed: 0 });
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
    expect(files).toHaveLength(2);
    expect(files.find((file) => file.includes("To: a@exemple.fr"))).toMatch(/^Subject: =\?UTF-8\?/m);
    expect((await readOutbox(database.owner)).map(({ to, text, sentAt }) => [to, text.length > 0, sentAt !== null])).toEqual([
      ["b@exemple.fr", true, true],
      ["a@exemple.fr", true, true],
    ]);
  });

  it("leave with their change, or not at all", async () => {
    const transport = await openTransport({ smtp: undefined, from: undefined, folder, origin });
    const undone = database.inTerritory(territory, async (tx) => {
      await queueMail(tx, territory, new Date(), { to: "c@exemple.fr", subject: "s", text: "t" });
      throw new Error("the change is taken back");
    });
    await expect(undone).rejects.toThrow("taken back");
    expect(await deliver(transport, later(0))).toEqual({ sent: 0, failed: 0 });
  });
});

describe("mails that a server takes", () => {
  it("are sent once by several nodes at the same time, and secrets do not stay", async () => {
    const server = await smtp(() => "250 OK");
    const nodes = await Promise.all(
      [1, 2, 3].map(() => openTransport({ smtp: server.url, from: "Maillage <m@exemple.fr>", folder, origin })),
    );
    for (let n = 0; n < 12; n += 1) await queue(`n${n}@exemple.fr`);
    await queueSignInMail(database.owner, new Date(), { to: "lien@exemple.fr", subject: "Lien", text: "token=SECRET" });
    const ends = await Promise.all(nodes.map((node) => deliver(node, later(0))));
    expect(ends.reduce((sum, { sent }) => sum + sent, 0)).toBe(13);
    expect(server.taken.length).toBe(13);
    expect(new Set(server.taken.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1])).size).toBe(13);
    const kept = (await readOutbox(database.owner)).find(({ to }) => to === "lien@exemple.fr");
    expect(kept?.text).toBe("");
    for (const node of nodes) node.close();
    await server.close();
  });

  it("wait for a server that is away, and leave when it is back", async () => {
    const away = await smtp(() => "250 OK");
    await away.close();
    const lost = await openTransport({ smtp: away.url, from: undefined, folder, origin });
    await queue("d@exemple.fr");
    await queue("e@exemple.fr");
    // The first failure is enough: the second mail is not even tried.
    expect(await deliver(lost, later(0))).toEqual({ sent: 0, failed: 1 });
    const back = await smtp(() => "250 OK");
    const found = await openTransport({ smtp: back.url, from: undefined, folder, origin });
    expect(await deliver(found, later(0))).toEqual({ sent: 1, failed: 0 });
    expect(await deliver(found, later(2))).toEqual({ sent: 1, failed: 0 });
    expect((await readOutbox(database.owner)).every(({ sentAt, failure }) => sentAt !== null && failure === null)).toBe(true);
    found.close();
    lost.close();
    await back.close();
  });

  it("are given up at once when their address is refused, and the others leave", async () => {
    const server = await smtp((line) => (line.includes("inconnu@") ? "550 No such user" : "250 OK"));
    const transport = await openTransport({ smtp: server.url, from: undefined, folder, origin });
    await queue("inconnu@exemple.fr");
    await queue("connue@exemple.fr");
    expect(await deliver(transport, later(0))).toEqual({ sent: 1, failed: 1 });
    expect(await deliver(transport, later(10_000))).toEqual({ sent: 0, failed: 0 });
    expect((await readOutbox(database.owner)).find(({ to }) => to === "inconnu@exemple.fr")?.failure).toContain("550");
    transport.close();
    await server.close();
  });

  it("leave by themselves once the instance is at work", async () => {
    const server = await smtp(() => "250 OK");
    const transport = await openTransport({ smtp: server.url, from: undefined, folder, origin });
    const errors: unknown[] = [];
    await queue("avant@exemple.fr");
    const work = await startInstanceWork({
      runtime: { database, clock: systemClock, files: folderFileStore(folder), origin, undoMinutes: 0, wings: [] },
      wings: [],
      transport,
      onError: (error) => errors.push(error),
    });
    await queue("apres@exemple.fr");
    await expect.poll(() => server.taken.length, { timeout: 20_000 }).toBe(2);
    expect(errors).toEqual([]);
    // The connection on which it listens is lost: it listens again, and asks what was missed.
    await database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike '%listen%' and pid <> pg_backend_pid()",
    );
    await queue("entre-temps@exemple.fr");
    await expect.poll(() => server.taken.length, { timeout: 20_000 }).toBe(3);
    await work.stop();
    await server.close();
  });
});

/** The least server that takes mails: it answers each command, and keeps what it was given. */
async function smtp(answer: (line: string) => string) {
  const taken: string[] = [];
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
    let buffer = "";
    let body: string[] | null = null;
    const say = (line: string): boolean => socket.write(`${line}\r\n`);
    say("220 test");
    socket.on("data", (data) => {
      const lines = (buffer + data.toString("utf8")).split("\r\n");
      buffer = lines.pop() ?? "";
      for (const line of lines) {
        if (body !== null && line !== ".") body.push(line);
        else if (body !== null) {
          taken.push(body.join("\n"));
          body = null;
          say("250 taken");
        } else if (/^DATA/i.test(line)) {
          body = [];
          say("354 go on");
        } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else say(/^(?:EHLO|HELO)/i.test(line) ? "250 test" : answer(line));
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    taken,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
}
