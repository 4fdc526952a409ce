import { createHash, createHmac } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAccounts } from "../src/app/account/open.ts";
import { createApp } from "../src/app/app.tsx";
import { wings } from "../src/app/wings.ts";
import { openDatabase, type Database } from "../src/platform/database/database.ts";
import type { InstanceEnv } from "../src/platform/http/visit.ts";
import type { State } from "../src/platform/kept/state.ts";
import type { Runtime } from "../src/platform/use-case.ts";
import { editBlock } from "../src/wings/plan/action/use-cases/edit-block.ts";
import { deleteAction } from "../src/wings/plan/deletion/use-cases/delete-action.ts";
import { entrustAction } from "../src/wings/plan/action/use-cases/entrust-action.ts";
import { done } from "../src/wings/plan/action/territory.fixture.ts";
import { addNote } from "../src/wings/plan/notes/use-cases/add-note.ts";
import { revokeAccess } from "../src/wings/territory/people/use-cases/revoke-access.ts";
import type { Membership } from "../src/wings/territory/people/model.ts";
import { known, makeWorld, people, type Who, type World } from "./world.ts";

const secret = "s".repeat(48);
const host = "ctg.example";

let world: World;
/** Two programs on one database, each with a memory of its own, and one that keeps nothing. */
let nodes: readonly { readonly app: Hono<InstanceEnv>; readonly database: Database }[];
let forgetful: Hono<InstanceEnv>;
let slug: string;

/** The same database, where nothing is ever found in the state in which it was. */
function forgetting(database: Database): Database {
  let states = 0;
  const anew = <S extends State | null>(state: S): S => state && { ...state, version: `never again ${(states += 1)}` };
  return {
    ...database,
    arrive: async (asked) => {
      const arrival = await database.arrive(asked);
      return { ...arrival, instance: anew(arrival.instance), territory: anew(arrival.territory) };
    },
    look: database.inTerritory,
  };
}

async function open(database: Database): Promise<Hono<InstanceEnv>> {
  const runtime: Runtime = { ...world.runtime, wings, origin: `https://${host}`, database };
  const settings = {
    dataFolder: "",
    secret,
    demo: false,
    oidc: undefined,
    smtp: undefined,
    mailFrom: undefined,
    behindProxy: true,
  };
  const identity = await openAccounts(runtime, settings, (error) => {
    throw error;
  });
  return createApp({ runtime, wings, databaseKind: "embedded", version: "test", demo: false, identity });
}

const tokenOf = (who: Who): string => `token-of-${who}`;
const cookieOf = (who: Who): string =>
  `__Secure-maillage.session_token=${encodeURIComponent(`${tokenOf(who)}.${createHmac("sha256", secret).update(tokenOf(who)).digest("base64")}`)}`;

/** Lets everyone of the world in by the door: an account and a session each, and what they may do in the address book. */
async function openDoors(): Promise<void> {
  const { owner } = world.runtime.database;
  const { here } = world;
  const may: Readonly<Record<(typeof known)[number], Membership>> = {
    coordinator: { role: "coordinator" },
    lead: { role: "party", organisationId: here.organisations.centre },
    partner: { role: "party", organisationId: here.organisations.caf },
    elected: { role: "elected", organisationId: here.organisations.epci },
    entrusted: { role: "contributor", actionIds: [here.shared] },
    contributor: { role: "contributor", actionIds: [here.coLed] },
    reader: { role: "reader" },
  };
  for (const who of known)
    await owner.execute(sql`update person set membership = ${JSON.stringify(may[who])}::jsonb where id = ${here.persons[who]}`);
  await owner.execute(sql`insert into identity.operator values ('operator@exemple.fr', now())`);
  for (const who of people.filter((each) => each !== "visitor")) {
    const email = `${who}@exemple.fr`;
    await owner.execute(sql`insert into identity."user" (id, name, email, email_verified, created_at, updated_at)
      values (${who}, ${`Prénom ${who}`}, ${email}, true, '2026-10-01', '2026-10-01')`);
    await owner.execute(sql`insert into identity.session (id, user_id, token, expires_at, created_at, updated_at)
      values (${who}, ${who}, ${tokenOf(who)}, '2027-06-01', '2026-10-01', '2026-10-01')`);
  }
}

beforeAll(async () => {
  world = await makeWorld();
  await openDoors();
  await world.runtime.database.owner.execute(sql`update action set confidentiality = 'public' where id = ${world.here.coLed}`);
  await world.runtime.database.owner.execute(sql`update territory set accent_hue = 120 where id = ${world.here.territory}`);
  nodes = await Promise.all(
    [0, 1].map(async () => {
      const database = openDatabase(world.url);
      return { database, app: await open(database) };
    }),
  );
  forgetful = await open(forgetting(world.runtime.database));
  const { rows } = await world.runtime.database.owner.execute<{ slug: string }>(
    sql`select slug from territory where id = ${world.here.territory}`,
  );
  slug = rows[0]?.slug ?? "";
});
afterAll(async () => {
  for (const { database } of nodes) await database.close();
  await world.close();
});

const ask = async (app: Hono<InstanceEnv>, path: string, who: Who, more: Readonly<Record<string, string>> = {}) => {
  const cookie = [...(who === "visitor" ? [] : [cookieOf(who)]), ...(more["cookie"] === undefined ? [] : [more["cookie"]])].join(
    "; ",
  );
  const headers = {
    host,
    "x-forwarded-for": "192.0.2.1",
    "accept-language": "fr",
    ...more,
    ...(cookie === "" ? {} : { cookie }),
  };
  return app.request(`https://${host}${path}`, { headers });
};
/** All that one learns from an answer. */
const seen = async (answer: Response) => ({
  status: answer.status,
  to: answer.headers.get("location"),
  policy: answer.headers.get("content-security-policy"),
  cookies: answer.headers.getSetCookie(),
  text: await answer.text(),
});

const pages = () => {
  const { here } = world;
  return [
    "",
    "/plan",
    `/plan/actions/${here.shared}`,
    `/plan/actions/${here.restricted}`,
    `/plan/actions/${here.coLed}`,
    "/annuaire",
    "/annuaire/services",
    `/annuaire/services/${here.directory.services.draft}`,
    "/convention",
    "/accueil",
    "/territoire",
  ].map((path) => `/${slug}${path}`);
};

/** Who sees on a node that keeps anything else than on one that keeps nothing. Each node meets people in another order. */
async function mistaken(whom: readonly Who[] = people): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const page of pages()) {
    const right = new Map<Who, string>();
    for (const who of whom) right.set(who, JSON.stringify(await seen(await ask(forgetful, page, who))));
    for (const [number, { app }] of nodes.entries())
      for (const who of number === 0 ? whom : whom.toReversed())
        for (const time of who === "visitor" || who === "coordinator" ? ["first", "second"] : ["first"])
          if (JSON.stringify(await seen(await ask(app, page, who))) !== right.get(who))
            wrong.push(`${who} ${page} ${number} ${time}`);
  }
  return wrong;
}

describe("never a page of someone else, nor of before", () => {
  test("everyone sees what they see where nothing is kept", { timeout: 180_000 }, async () => {
    expect(await mistaken()).toEqual([]);
    // Nobody sees what another sees: what is compared is not one and the same page.
    const homes = new Set<string>();
    for (const who of people) homes.add((await seen(await ask(forgetful, `/${slug}/plan`, who))).text);
    expect(homes.size).toBeGreaterThanOrEqual(people.length - 1);
  });

  const owner = () => world.runtime.database.owner;
  /** What some of them are shown. */
  const shown = async () => {
    const texts: string[] = [];
    for (const who of ["coordinator", "partner", "elected", "contributor", "visitor"] as const)
      for (const page of ["/plan", `/plan/actions/${world.here.shared}`, "/annuaire", "/convention", "/accueil"])
        texts.push((await seen(await ask(forgetful, `/${slug}${page}`, who))).text);
    return texts;
  };
  const changes: Readonly<Record<string, () => Promise<unknown>>> = {
    "a fiche is edited": async () => {
      const value = { status: "ongoing", strengths: "Une équipe" };
      done(
        await world.here.run(editBlock, world.here.as.coordinator, {
          actionId: world.here.coLed,
          seen: 1_000_000,
          part: "life",
          value,
        }),
      );
    },
    "a note is written": async () => {
      const note = { actionId: world.here.shared, body: "Une autre visite", confidentiality: "shared" };
      done(await world.here.run(addNote, world.here.actors.lead, note));
    },
    "a fiche is entrusted": async () =>
      done(
        await world.here.run(entrustAction, world.here.as.coordinator, {
          actionId: world.here.coLed,
          personId: world.here.persons.reader,
        }),
      ),
    "an access is closed": async () =>
      done(await world.here.run(revokeAccess, world.here.as.operator, { personId: world.here.persons.partner })),
    "the owner closes a fiche to others, without an event": () =>
      owner().execute(sql`update action set confidentiality = 'restricted' where id = ${world.here.shared}`),
    "the owner takes a fiche from passers-by, without an event": () =>
      owner().execute(sql`update action set confidentiality = 'shared' where id = ${world.here.coLed}`),
    "an organisation takes another name, without an event": () =>
      owner().execute(
        sql`update organisation set name = 'Exemple : un autre nom', short_name = null where id = ${world.here.organisations.centre}`,
      ),
    "someone becomes a coordinator, without an event": () =>
      owner().execute(sql`update person set membership = '{"role":"coordinator"}' where id = ${world.here.persons.elected}`),
    "a card is published, without an event": () =>
      owner().execute(
        sql`update service set state = (select state from service where id = ${world.here.directory.services.published}) where id = ${world.here.directory.services.draft}`,
      ),
    "a framework that all may see is cited, then renamed": async () => {
      const { conventionId, frameworkId } = world.here;
      await owner().execute(sql`update convention set framework_id = ${frameworkId} where id = ${conventionId}`);
      expect(await mistaken(["visitor"])).toEqual([]);
      await owner().execute(sql`update framework set name = 'Un autre schéma' where id = ${frameworkId}`);
    },
    "the territory takes another name and colour": () =>
      owner().execute(
        sql`update territory set name = 'Un autre territoire', accent_hue = 200 where id = ${world.here.territory}`,
      ),
    "a fiche is deleted": async () =>
      done(await world.here.run(deleteAction, world.here.as.coordinator, { actionId: world.here.coLed })),
    "a person is erased, with their session": async () => {
      await owner().execute(sql`delete from identity."user" where id = 'contributor'`);
      await owner().execute(sql`update person set email = null, membership = null where id = ${world.here.persons.contributor}`);
    },
    "a day passes": async () => {
      world.time.now = new Date(world.time.now.getTime() + 86_400_000);
    },
  };
  test.each(Object.keys(changes))("when %s, at once, on both nodes", { timeout: 180_000 }, async (name) => {
    const before = await shown();
    await changes[name]?.();
    expect(await mistaken()).toEqual([]);
    // A change that nobody could see would prove nothing.
    expect(await shown()).not.toEqual(before);
  });
});

describe("a page that is kept", () => {
  const home = () => `/${slug}`;
  const first = () => nodes[0]?.app ?? forgetful;

  test("is sent under a tag, and not again to who has it, until something is written", async () => {
    const answer = await ask(first(), home(), "visitor");
    const tag = answer.headers.get("etag") ?? "";
    const again = await ask(first(), home(), "visitor", { "if-none-match": tag });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
    expect(again.headers.get("content-security-policy")).toBe(answer.headers.get("content-security-policy"));
    await world.runtime.database.owner.execute(
      sql`update territory set name = 'Encore un nom' where id = ${world.here.territory}`,
    );
    expect((await ask(first(), home(), "visitor", { "if-none-match": tag })).status).toBe(200);
  });

  test("is the same, compressed or not, the first time and after", async () => {
    const plain = (await seen(await ask(first(), home(), "visitor"))).text;
    const codings = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const who of ["visitor", "coordinator"] as const)
      for (const [coding, open] of Object.entries(codings)) {
        const text = who === "visitor" ? plain : (await seen(await ask(first(), home(), who))).text;
        const answer = await ask(first(), home(), who, { "accept-encoding": coding });
        expect(answer.headers.get("content-encoding")).toBe(coding);
        expect(open(new Uint8Array(await answer.arrayBuffer())).toString()).toBe(text);
      }
    expect(
      (await ask(first(), home(), "visitor", { "accept-encoding": "br;q=0, identity" })).headers.get("content-encoding"),
    ).toBeNull();
  });

  test("names the one style that it carries by its hash", async () => {
    const { policy, text } = await seen(await ask(first(), home(), "visitor"));
    const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? "";
    expect(policy).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    expect(style).not.toBe("");
  });

  test("is another one in another language, in another theme, under another name of the server, a minute later", async () => {
    const tagOf = async (more: Readonly<Record<string, string>> = {}) =>
      (await ask(first(), home(), "visitor", more)).headers.get("etag");
    const own = await tagOf();
    const english = await seen(await ask(first(), home(), "visitor", { cookie: "lang=en" }));
    const dark = await seen(await ask(first(), home(), "visitor", { cookie: "appearance=dark" }));
    expect([english.text.includes('lang="en"'), dark.text.includes('data-theme="dark"')]).toEqual([true, true]);
    expect(await tagOf()).toBe(own);
    expect((await seen(await ask(first(), home(), "visitor", { "x-forwarded-host": "autre.example" }))).text).toBe(
      (await seen(await ask(forgetful, home(), "visitor", { "x-forwarded-host": "autre.example" }))).text,
    );
  });

  test("is not the one on which a message was left, and carries no cookie", async () => {
    const told = await seen(await ask(first(), home(), "visitor", { cookie: "flash=C%E2%80%99est%20fait" }));
    expect(told.text).toContain("C’est fait");
    expect(told.cookies).toHaveLength(1);
    const next = await seen(await ask(first(), home(), "visitor"));
    expect([next.text.includes("C’est fait"), next.cookies]).toEqual([false, []]);
  });

  test("is not shown to who has just signed out as if they were in, nor the other way round", async () => {
    const inside = (await seen(await ask(first(), home(), "reader"))).text;
    expect(inside).toContain("Prénom reader");
    await world.runtime.database.owner.execute(sql`delete from identity.session where id = 'reader'`);
    for (const { app } of nodes) {
      const outside = (await seen(await ask(app, home(), "reader"))).text;
      expect(outside).not.toContain("Prénom reader");
      expect(outside).toBe((await seen(await ask(app, home(), "visitor"))).text);
    }
  });

  test("is not read a second time, where a page of a person is", async () => {
    let reads = 0;
    const database = world.runtime.database;
    const counting = await open({
      ...database,
      reading: (state, query) => {
        if (state.territory !== null) reads += 1;
        return database.reading(state, query);
      },
    });
    const readsOf = async (who: Who): Promise<number> => {
      const before = reads;
      await ask(counting, home(), who);
      return reads - before;
    };
    expect(await readsOf("visitor")).toBeGreaterThan(0);
    expect([await readsOf("visitor"), (await readsOf("coordinator")) > 0, await readsOf("visitor")]).toEqual([0, true, 0]);
  });
});
