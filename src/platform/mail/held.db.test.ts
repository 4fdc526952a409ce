import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { openDatabase, type Database, type Tx } from "../database/database.ts";
import { v7 } from "../id.ts";
import { TerritoryId } from "../model.ts";
import { deliverWaiting } from "./delivery.ts";
import type { MailWriter } from "./model.ts";
import { readOutbox } from "./outbox.ts";
import { cancelMails, mailsNotGone, queueMail, queueUnwritten, rewriteMails } from "./store.ts";
import { Undeliverable, type Letter } from "./transport.ts";

const territory = TerritoryId.parse(v7(new Date()));
const start = new Date("2026-11-02T09:00:00Z");
const at = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
let test_: TestDatabase;
let database: Database;
beforeAll(async () => {
  test_ = await createTestDatabase();
  database = openDatabase(test_.url);
});
afterAll(async () => {
  await database.close();
  await test_.drop();
});

let left: Letter[];
let refuses: (letter: Letter) => Error | null;
let said: string | null;
beforeEach(async () => {
  await database.pool.query("delete from mail");
  left = [];
  refuses = () => null;
  said = "Bonjour";
});

/** Says what stands in `said` at that moment, as the role that sees one territory. */
const writer: MailWriter = {
  name: "test",
  write: async ({ tx }) => {
    const { rows } = await tx.execute<{ role: string }>("select current_user::text as role");
    expect(rows).toEqual([{ role: "maillage_app" }]);
    if (said === "a fault") throw new Error("a fault of the writer");
    return said === null ? null : { subject: "Une question", text: said };
  },
};
const deliver = (minutes: number, writers: readonly MailWriter[] = [writer]) =>
  deliverWaiting({
    owner: database.owner,
    transport: {
      kind: "smtp",
      send: async (letter) => {
        const refusal = refuses(letter);
        if (refusal !== null) throw refusal;
        left.push(letter);
      },
      close: () => undefined,
    },
    now: () => at(minutes),
    origin: "https://ctg.exemple.fr",
    writers,
  });
const here = <Result>(work: (tx: Tx) => Promise<Result>) => database.inTerritory(territory, work);
const cause = v7(start);
const ask = (...to: string[]) =>
  here((tx) =>
    queueUnwritten(
      tx,
      territory,
      start,
      to.map((each) => ({ to: each, writer: "test", lang: "fr" as const })),
      { cause, minutes: 30 },
    ),
  );

test("a mail waits as long as its cause can be undone, and says what is so when it leaves", async () => {
  await ask("a@exemple.fr");
  expect(await deliver(29)).toEqual({ sent: 0, failed: 0 });
  said = "Ce qui est vrai à la demie";
  expect(await deliver(30)).toEqual({ sent: 1, failed: 0 });
  expect(left.map(({ to, text }) => [to, text])).toEqual([["a@exemple.fr", "Ce qui est vrai à la demie"]]);
  expect(await deliver(600)).toEqual({ sent: 0, failed: 0 });
});

test("asked, taken back, asked again in the meantime: one mail", async () => {
  await ask("a@exemple.fr", "b@exemple.fr");
  await here((tx) => cancelMails(tx, at(5), cause, "a@exemple.fr"));
  await ask("a@exemple.fr");
  await ask("a@exemple.fr", "b@exemple.fr");
  expect(await deliver(60)).toEqual({ sent: 2, failed: 0 });
  expect(left.map(({ to }) => to).toSorted()).toEqual(["a@exemple.fr", "b@exemple.fr"]);
});

test("what is taken back never leaves, and shows nowhere", async () => {
  await ask("a@exemple.fr", "b@exemple.fr");
  await here((tx) => cancelMails(tx, at(5), cause));
  expect(await deliver(600)).toEqual({ sent: 0, failed: 0 });
  expect(await readOutbox(database.owner)).toEqual([]);
  expect(await here((tx) => mailsNotGone(tx, cause))).toEqual([]);
});

test("with nothing left to say, no mail leaves", async () => {
  await ask("a@exemple.fr");
  said = null;
  expect(await deliver(60)).toEqual({ sent: 0, failed: 0 });
  said = "Trop tard";
  expect(await deliver(61)).toEqual({ sent: 0, failed: 0 });
});

test("the last words of a mail that is held count; another cause has a mail of its own", async () => {
  const send = (text: string, of: string) =>
    here((tx) => queueMail(tx, territory, start, { to: "a@exemple.fr", subject: "s", text }, { cause: of, minutes: 30 }));
  await send("d’abord", cause);
  await send("enfin", cause);
  await send("autre chose", v7(start));
  await deliver(60);
  expect(left.map(({ text }) => text).toSorted()).toEqual(["autre chose", "enfin"]);
});

test("a mail that failed is seen with its reason, and written anew when it is tried again", async () => {
  await ask("a@exemple.fr");
  refuses = () => new Error("no server today");
  expect(await deliver(30)).toEqual({ sent: 0, failed: 1 });
  expect(await here((tx) => mailsNotGone(tx, cause))).toEqual([
    { to: "a@exemple.fr", dueAt: at(31), failure: "no server today" },
  ]);
  refuses = () => null;
  said = "Ce qui a changé depuis";
  expect(await deliver(31)).toEqual({ sent: 1, failed: 0 });
  expect(left.map(({ text }) => text)).toEqual(["Ce qui a changé depuis"]);
});

test("a writer that fails, or that is not here, keeps back its mail and no other", async () => {
  await ask("a@exemple.fr");
  await here((tx) => queueMail(tx, territory, at(30), { to: "b@exemple.fr", subject: "s", text: "t" }));
  said = "a fault";
  expect(await deliver(30)).toEqual({ sent: 1, failed: 1 });
  expect(await deliver(35, [])).toEqual({ sent: 0, failed: 1 });
  expect(await here((tx) => mailsNotGone(tx, cause))).toMatchObject([{ failure: "no one writes test here" }]);
  said = "Bonjour";
  expect(await deliver(60)).toEqual({ sent: 1, failed: 0 });
});

test("an address that is refused for good is given up, and asked anew by another mail alone", async () => {
  await ask("a@exemple.fr");
  refuses = () => new Undeliverable("550 No such user");
  await deliver(30);
  expect(await here((tx) => mailsNotGone(tx, cause))).toEqual([{ to: "a@exemple.fr", dueAt: null, failure: "550 No such user" }]);
  refuses = () => null;
  expect(await deliver(10_000)).toEqual({ sent: 0, failed: 0 });
});

test("words that were found before a stop are found again if they are old, or no longer so", async () => {
  for (const isOld of [true, false]) {
    await ask("a@exemple.fr");
    await database.pool.query("update mail set text = 'avant', written_at = $1 where due_at is not null", [at(isOld ? 20 : 29)]);
    if (!isOld) await here((tx) => rewriteMails(tx, cause, "a@exemple.fr"));
    await deliver(30);
  }
  expect(left.map(({ text }) => text)).toEqual(["Bonjour", "Bonjour"]);
});

test("several nodes write and send each mail once", async () => {
  const everyone = Array.from({ length: 20 }, (_, n) => `n${n}@exemple.fr`);
  await ask(...everyone);
  const ends = await Promise.all([deliver(30), deliver(30), deliver(30)]);
  // A node that finds the last mails held by the others goes home.
  expect(ends.reduce((sum, { sent }) => sum + sent, 0) + (await deliver(30)).sent).toBe(20);
  expect(left.map(({ to }) => to).toSorted()).toEqual(everyone.toSorted());
});
