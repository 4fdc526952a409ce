import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { dayOf } from "../clock.ts";
import { openDatabase, type Database, type Tx } from "../database/database.ts";
import { v7 } from "../id.ts";
import { deliverWaiting } from "../mail/delivery.ts";
import type { Letter } from "../mail/transport.ts";
import { Day, PersonId, TerritoryId } from "../model.ts";
import type { RoundKind } from "./kind.ts";
import type { Asked, Round, RoundId, RoundLink } from "./model.ts";
import { linkStateOf } from "./rules.ts";
import { endRound, passOn, remindRound, revokeObject, startRound } from "./run-round.ts";
import { digestOf } from "./secret.ts";
import { answerLink, linkByDigest, listLinks, roundById } from "./store.ts";
import { roundWriter } from "./writer.ts";

const territory = TerritoryId.parse(v7(new Date()));
const [measure, money, photo] = [1, 2, 3].map(() => v7(new Date())) as [string, string, string];
const minute = 60_000;
const day = 1_440;
let planted: TestDatabase;
let database: Database;
let now: Date;
let left: Letter[];
beforeAll(async () => {
  planted = await createTestDatabase();
  database = openDatabase(planted.url);
});
afterAll(async () => {
  await database.close();
  await planted.drop();
});
beforeEach(() => {
  now = new Date("2026-11-02T09:00:00Z");
  left = [];
});

const byObject = (a: RoundLink, b: RoundLink): number =>
  [measure, money, photo].indexOf(a.objectId) - [measure, money, photo].indexOf(b.objectId);
const reports: RoundKind = {
  name: "test.reports",
  write: async ({ links, look, secretOf }) => ({
    subject: look,
    text: links
      .toSorted(byObject)
      .map((link) => `${link.objectId} ${secretOf(link)}`)
      .join("\n"),
  }),
};
const wait = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * minute);
};
const post = () =>
  deliverWaiting({
    owner: database.owner,
    transport: { kind: "smtp", send: async (letter) => void left.push(letter), close: () => undefined },
    now: () => now,
    origin: "https://ctg.exemple.fr",
    writers: [roundWriter([reports])],
  });
const here = <Result>(work: (tx: Tx) => Promise<Result>) => database.inTerritory(territory, work);
const person = PersonId.parse(v7(new Date()));
const workOf = (tx: Tx) => ({
  tx,
  actor: { role: "coordinator" as const, territory, person, name: "Alix Exemple" },
  lang: "fr" as const,
  now,
  today: dayOf(now),
  undoMinutes: 30,
  newId: <Id extends z.ZodType>(id: Id) => z.parse(id, v7(now)),
});

const ada: Asked = { email: "ada@exemple.fr", name: "Ada", objectIds: [measure, money] };
const bob: Asked = { email: "bob@exemple.fr", name: null, objectIds: [photo] };
const start = (asked: readonly Asked[] = [ada, bob]): Promise<RoundId> =>
  here((tx) => {
    const fields = { kind: reports.name, name: "Bilan", about: {}, closesOn: Day.parse("2026-11-30"), startedBy: "Alix" };
    return startRound(workOf(tx), fields, asked);
  });
const theRound = async (id: RoundId): Promise<Round> => {
  const found = await here((tx) => roundById(tx, id));
  if (found === undefined) throw new Error("the round is not there");
  return found;
};
const linkOf = async (id: RoundId, email: string, objectId: string): Promise<RoundLink> => {
  const found = (await here((tx) => listLinks(tx, [id]))).find((link) => link.email === email && link.objectId === objectId);
  if (found === undefined) throw new Error("the link is not there");
  return found;
};
const remind = async (id: RoundId, asked: readonly Asked[] = [ada, bob]) => {
  const round = await theRound(id);
  return here((tx) =>
    remindRound(workOf(tx), round, (waited) =>
      asked
        .map((each) => ({ ...each, objectIds: each.objectIds.filter((objectId) => waited.has(objectId)) }))
        .filter(({ objectIds }) => objectIds.length > 0),
    ),
  );
};
/** What each mail that has left asked of whom. */
const asked = () =>
  left.map(({ to, subject, text }) => [to, subject, text.split("\n").map((line) => line.split(" ")[0])] as const);
const secretsOf = (letter: Letter | undefined) =>
  new Map(letter?.text.split("\n").map((line) => line.split(" ") as [string, string]));
/** The state of what a secret opens; `undefined`: it opens nothing. */
const open = async (secret: string | undefined) => {
  const link = await here((tx) => linkByDigest(tx, digestOf(secret ?? "")));
  return link && linkStateOf(link, now);
};

describe("a round", () => {
  test("sends each person one mail, once it can no longer be undone, and keeps no secret", async () => {
    const id = await start();
    wait(29);
    await post();
    expect(left).toEqual([]);
    wait(1);
    await post();
    expect(asked().toSorted()).toEqual([
      [ada.email, "first", [measure, money]],
      [bob.email, "first", [photo]],
    ]);
    const secrets = left.flatMap((letter) => [...secretsOf(letter).values()]);
    for (const secret of secrets) expect(await open(secret)).toBe("open");
    const kept = JSON.stringify([
      await here((tx) => listLinks(tx, [id])),
      (await database.pool.query("select * from round_secret")).rows,
    ]);
    for (const secret of secrets) expect(kept).not.toContain(secret);
  });

  test("reminds those who are silent of what they did not answer, once a day; what was mailed before still opens", async () => {
    const id = await start();
    wait(31);
    await post();
    const first = secretsOf(left.find(({ to }) => to === ada.email));
    await here(async (tx) => answerLink(tx, (await linkOf(id, ada.email, measure)).id, now, "yes"));
    expect(await remind(id)).toEqual({ kind: "closed", obstacle: "today" });
    wait(3 * day);
    expect(await remind(id)).toEqual({ kind: "reminded", people: 2 });
    left = [];
    wait(31);
    await post();
    expect(asked().toSorted()).toEqual([
      [ada.email, "reminder", [money]],
      [bob.email, "reminder", [photo]],
    ]);
    expect(await open(first.get(money))).toBe("open");
    expect(secretsOf(left.find(({ to }) => to === ada.email)).get(money)).not.toBe(first.get(money));
  });

  test("asks whoever is there now: one who has left is written to no more, their colleague has a link", async () => {
    const id = await start([bob]);
    wait(day);
    await post();
    left = [];
    const eve = { ...bob, email: "eve@exemple.fr" };
    expect(await remind(id, [eve])).toEqual({ kind: "reminded", people: 1 });
    wait(31);
    await post();
    expect(asked()).toEqual([[eve.email, "first", [photo]]]);
  });

  test("asks nobody who answered while their mail waited", async () => {
    const id = await start([bob]);
    await here(async (tx) => answerLink(tx, (await linkOf(id, bob.email, photo)).id, now, "yes"));
    wait(31);
    await post();
    expect(left).toEqual([]);
    wait(day);
    expect(await remind(id)).toEqual({ kind: "closed", obstacle: "nobody" });
  });

  test("once ended opens nothing, and nothing of it leaves", async () => {
    const id = await start();
    wait(31);
    await post();
    const secrets = secretsOf(left[0]);
    wait(day);
    await remind(id);
    const round = await theRound(id);
    await here((tx) => endRound(workOf(tx), round));
    left = [];
    wait(day);
    await post();
    expect(left).toEqual([]);
    for (const secret of secrets.values()) expect(await open(secret)).toBe("revoked");
    expect(await remind(id)).toEqual({ kind: "closed", obstacle: "over" });
  });

  test("says nothing of a thing that was taken back in time, and nothing at all when it was the only one", async () => {
    const id = await start();
    const round = await theRound(id);
    await here((tx) => revokeObject(workOf(tx), round, money));
    await here((tx) => revokeObject(workOf(tx), round, photo));
    wait(31);
    await post();
    expect(asked()).toEqual([[ada.email, "first", [measure]]]);
  });

  test("opens for thirty days after it closes, and is not asked about afterwards", async () => {
    const id = await start([bob]);
    wait(31);
    await post();
    const secret = secretsOf(left[0]).get(photo);
    now = new Date("2026-12-29T23:00:00Z");
    expect(await open(secret)).toBe("open");
    now = new Date("2026-12-30T00:00:00Z");
    expect(await open(secret)).toBe("expired");
    expect(await remind(id)).toEqual({ kind: "closed", obstacle: "nobody" });
  });
});

describe("a link that is passed on", () => {
  const passFrom = async (id: RoundId, email: string, to: string) => {
    const [round, link] = [await theRound(id), await linkOf(id, email, measure)];
    return here((tx) => passOn(workOf(tx), round, link, { email: to, name: null }));
  };

  test("can be read by the first, answered by the second, who alone is written to from then on", async () => {
    const id = await start([ada]);
    wait(31);
    await post();
    const first = secretsOf(left[0]).get(measure);
    left = [];
    expect(await passFrom(id, ada.email, "eve@exemple.fr")).not.toBeNull();
    wait(31);
    await post();
    expect(asked()).toEqual([["eve@exemple.fr", "first", [measure]]]);
    expect(await open(first)).toBe("passed");
    expect(await open(secretsOf(left[0]).get(measure))).toBe("open");
    wait(2 * day);
    left = [];
    await remind(id);
    wait(31);
    await post();
    expect(asked().toSorted()).toEqual([
      [ada.email, "reminder", [money]],
      ["eve@exemple.fr", "reminder", [measure]],
    ]);
  });

  test("before its mail left is asked of the second alone", async () => {
    const id = await start([ada]);
    await passFrom(id, ada.email, "eve@exemple.fr");
    wait(31);
    await post();
    expect(asked().toSorted()).toEqual([
      [ada.email, "first", [money]],
      ["eve@exemple.fr", "first", [measure]],
    ]);
  });

  test("is passed on once, not to oneself, not after the end; taken back, it opens for neither", async () => {
    const id = await start([ada]);
    expect(await passFrom(id, ada.email, ada.email)).toBeNull();
    expect(await passFrom(id, ada.email, "eve@exemple.fr")).not.toBeNull();
    expect(await passFrom(id, ada.email, "bob@exemple.fr")).toBeNull();
    wait(31);
    await post();
    const second = secretsOf(left.find(({ to }) => to === "eve@exemple.fr")).get(measure);
    const round = await theRound(id);
    await here((tx) => revokeObject(workOf(tx), round, measure));
    expect(await open(second)).toBe("revoked");
    await here((tx) => endRound(workOf(tx), round));
    expect(await passFrom(id, "eve@exemple.fr", "bob@exemple.fr")).toBeNull();
  });
});
