import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linksPerAddress } from "../../platform/identity/rules.ts";
import { openTestInstance, origin } from "./instance.fixture.ts";

let instance: Awaited<ReturnType<typeof openTestInstance>>;
beforeAll(async () => {
  instance = await openTestInstance();
});
afterAll(() => instance.close());

const fieldsOf = (link: string): Record<string, string> => Object.fromEntries(new URL(link, origin).searchParams);

describe("a link by mail", () => {
  it("is not used by a program that opens it, and enters with one press", async () => {
    const someone = instance.visitor();
    await someone.post("/connexion", { email: "Jeanne@Exemple.FR", retour: "/plan?axis=2" });
    const link = await instance.linkTo("jeanne@exemple.fr");
    for (let scan = 0; scan < 3; scan += 1) {
      const page = await someone.get(link);
      expect(page.status).toBe(200);
      expect(page.headers.getSetCookie().join()).not.toContain("session");
      expect(await page.text()).toContain("jeanne@exemple.fr");
    }
    const entered = await someone.post("/connexion/lien", fieldsOf(link));
    expect(entered.status).toBe(303);
    expect(entered.headers.get("location")).toBe("/plan?axis=2");
    const cookie = entered.headers.getSetCookie().find((line) => line.startsWith("maillage.session_token"));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect((await someone.get("/compte")).status).toBe(200);
  });

  it("opens once: the second press is told why, and offered another link", async () => {
    const [first, second] = [instance.visitor(), instance.visitor()];
    await first.post("/connexion", { email: "rejeu@exemple.fr" });
    const link = await instance.linkTo("rejeu@exemple.fr");
    expect((await first.post("/connexion/lien", fieldsOf(link))).status).toBe(303);
    const replayed = await second.post("/connexion/lien", fieldsOf(link));
    expect(replayed.status).toBe(410);
    expect(await replayed.text()).toContain("a déjà servi");
    expect(second.cookies.has("maillage.session_token")).toBe(false);
    expect((await second.get(link)).status).toBe(410);
  });

  it("pressed twice at the same time, lets one in", async () => {
    await instance.visitor().post("/connexion", { email: "deuxfois@exemple.fr" });
    const link = await instance.linkTo("deuxfois@exemple.fr");
    const presses = await Promise.all(
      Array.from({ length: 6 }, () => instance.visitor().post("/connexion/lien", fieldsOf(link))),
    );
    expect(presses.map(({ status }) => status).toSorted()).toEqual([303, 410, 410, 410, 410, 410]);
  });

  it("opens no more after its time", async () => {
    const someone = instance.visitor();
    await someone.post("/connexion", { email: "tard@exemple.fr" });
    const link = await instance.linkTo("tard@exemple.fr");
    await instance.runtime.database.owner.execute(sql`update identity.verification set expires_at = now() - interval '1 second'`);
    expect((await someone.get(link)).status).toBe(410);
    expect((await someone.post("/connexion/lien", fieldsOf(link))).status).toBe(410);
  });

  it("is kept as a hash: the database does not hold what opens", async () => {
    await instance.visitor().post("/connexion", { email: "hache@exemple.fr" });
    const { token = "" } = fieldsOf(await instance.linkTo("hache@exemple.fr"));
    const { rows } = await instance.runtime.database.owner.execute(sql`select * from identity.verification`);
    expect(token.length).toBeGreaterThan(20);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("says the same thing of a known and of an unknown address", async () => {
    await instance.enter("connue@exemple.fr");
    const answers = await Promise.all(
      ["connue@exemple.fr", "inconnu@exemple.fr"].map(async (email) => {
        const answer = await instance.visitor().post("/connexion", { email });
        const text = (await answer.text()).replaceAll(email, "…");
        return [answer.status, text];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  it("is asked for five times an hour at most for one address", async () => {
    const statuses: number[] = [];
    for (let time = 0; time <= linksPerAddress; time += 1)
      statuses.push((await instance.visitor().post("/connexion", { email: "cible@exemple.fr" })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await instance.mails()).filter(({ to }) => to === "cible@exemple.fr")).toHaveLength(linksPerAddress);
    expect((await instance.visitor().post("/connexion", { email: "autre@exemple.fr" })).status).toBe(200);
  });

  it.each(["//evil.example", "https://evil.example/x", "/\\evil.example", "javascript:alert(1)"])(
    "never leads to %s",
    async (retour) => {
      const email = `retour-${retour.length}@exemple.fr`;
      const someone = instance.visitor();
      await someone.post("/connexion", { email, retour });
      const link = await instance.linkTo(email);
      expect(link).not.toContain("evil");
      const entered = await someone.post("/connexion/lien", { ...fieldsOf(link), retour });
      expect(entered.headers.get("location")).toMatch(/^\/(?![/\\])/);
      expect(entered.headers.get("location")).not.toContain("evil");
    },
  );

  const wrong = {
    blank: "",
    noAddress: "x y",
    noDomain: "a@b",
    header: "x@exemple.fr\r\nBcc: y@exemple.fr",
    long: `${"a".repeat(100_000)}@x.fr`,
  };
  it.each(Object.entries(wrong))("refuses a wrong address in words: %s", async (_, email) => {
    const sentBefore = (await instance.mails()).length;
    const answer = await instance.visitor().post("/connexion", { email });
    expect(answer.status).toBe(422);
    expect(/class="field-error"/.test(await answer.text())).toBe(true);
    expect(await instance.mails()).toHaveLength(sentBefore);
  });
});

describe("doors that stay closed", () => {
  it("takes no post from another site", async () => {
    const someone = instance.visitor();
    for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }, {}]) {
      expect((await someone.post("/connexion", { email: "x@exemple.fr" }, headers)).status).toBe(403);
    }
    expect((await instance.mails()).some(({ to }) => to === "x@exemple.fr")).toBe(false);
  });

  it("lets through to the library only what a browser needs", async () => {
    const someone = instance.visitor();
    await someone.post("/connexion", { email: "bibli@exemple.fr" });
    const { token = "" } = fieldsOf(await instance.linkTo("bibli@exemple.fr"));
    for (const path of [
      `magic-link/verify?token=${token}`,
      "ok",
      "list-sessions",
      "get-session",
      "enter-as",
      "passkey/list-user-passkeys",
    ]) {
      expect([path, (await someone.get(`/connexion/auth/${path}`)).status]).toEqual([path, 404]);
    }
    for (const path of [
      "sign-up/email",
      "sign-in/magic-link",
      "sign-in/social",
      "update-user",
      "change-email",
      "delete-user",
      "enter-as",
    ]) {
      expect([path, (await someone.post(`/connexion/auth/${path}`, { email: "z@exemple.fr" })).status]).toEqual([path, 404]);
    }
    expect(someone.cookies.size).toBe(0);
  });

  it("has no demonstration and no outbox outside of the demonstration", async () => {
    const someone = instance.visitor();
    expect((await someone.get("/demonstration")).status).toBe(404);
    expect((await someone.post("/demonstration", { as: "operator" })).status).toBe(404);
    expect((await someone.get("/courriels")).status).toBe(404);
    expect(someone.cookies.size).toBe(0);
  });

  it("leads whoever has no session from their account to the door", async () => {
    expect((await instance.visitor().get("/compte")).headers.get("location")).toBe("/connexion?retour=%2Fcompte");
    const forged = instance.visitor();
    forged.cookies.set("maillage.session_token", "forged.AAAA");
    expect((await forged.get("/compte")).status).toBe(303);
  });

  it("shows nothing of the identities to the role that serves pages", async () => {
    await expect(
      instance.runtime.database.inInstance((tx) => tx.execute(sql`select * from identity.user`)),
    ).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  });
});

describe("a session", () => {
  it("ends with the way out, here and in the database", async () => {
    const someone = await instance.enter("sortie@exemple.fr");
    const kept = new Map(someone.cookies);
    expect((await someone.post("/deconnexion")).status).toBe(303);
    expect(someone.cookies.has("maillage.session_token")).toBe(false);
    const replay = instance.visitor();
    for (const [name, value] of kept) replay.cookies.set(name, value);
    expect((await replay.get("/compte")).status).toBe(303);
  });

  it("can be closed from another device, and nobody closes someone else's", async () => {
    const [office, phone, stranger] = [
      await instance.enter("deux@exemple.fr"),
      await instance.enter("deux@exemple.fr"),
      await instance.enter("tiers@exemple.fr"),
    ];
    const others = [...(await (await phone.get("/compte")).text()).matchAll(/name="id" value="([^"]+)"/g)].map(
      ([, id = ""]) => id,
    );
    const theirs = others.find((id) => id !== "others") ?? "";
    await stranger.post("/compte/appareils", { id: theirs });
    expect((await office.get("/compte")).status).toBe(200);
    await phone.post("/compte/appareils", { id: theirs });
    expect((await office.get("/compte")).status).toBe(303);
    expect((await phone.get("/compte")).status).toBe(200);
  });
});
