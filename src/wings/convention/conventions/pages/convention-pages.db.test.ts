import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { perform } from "../../../../platform/use-case.ts";
import type { Actor } from "../../../../platform/actor.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { editConvention } from "../use-cases/edit-convention.ts";
import { signForParty } from "../../parties/use-cases/sign-for-party.ts";
import type { ConventionId } from "../model.ts";
import type { PartyId } from "../../parties/model.ts";
import {
  coordinator,
  elsewhere,
  here,
  neighbour,
  openTestInstance,
  partyMember,
  pdf,
  type TestInstance,
} from "../instance.fixture.ts";
import { conventionWing } from "../../wing.ts";

let instance: TestInstance;
beforeAll(async () => {
  instance = await openTestInstance();
});
afterAll(() => instance.close());

const passerBy: Actor = { role: "public", territory: here };

/** The pages as this person meets them. */
function as(actor: Actor, lang: "fr" | "en" = "fr") {
  const { runtime } = instance;
  const app = new Hono<TerritoryEnv>();
  app.use(async (c, next) => {
    const visit: TerritoryVisit = {
      lang,
      account: actor.role === "public" ? null : { id: "1", email: "a@exemple.fr", name: actor.name, operator: false },
      address: new URL(c.req.url).pathname,
      theme: "auto",
      demo: false,
      runtime,
      flash: null,
      state: null,
      territory: { id: actor.territory, siren: "200068377", slug: "ici", name: "Ici", accentHue: null },
      actor,
      nav: [],
      at: (path) => `/ici${path}`,
      read: (query) => runtime.database.inTerritory(actor.territory, query),
      perform: (action, raw) => perform(runtime, action, actor, raw, lang),
    };
    c.set("visit", visit);
    await next();
  });
  for (const pages of conventionWing.pages ?? []) app.route("/", pages());
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await app.request(path, init);
    return { status: answer.status, to: answer.headers.get("location"), text: await answer.text(), headers: answer.headers };
  };
  const post = (path: string, fields: Readonly<Record<string, string | File>>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return ask(path, { method: "POST", body });
  };
  return { get: (path: string) => ask(path), post };
}

async function signed(): Promise<{ readonly id: ConventionId; readonly parties: readonly [PartyId, PartyId] }> {
  const ready = await instance.readyToSign();
  for (const partyId of ready.parties) await instance.done(signForParty, { partyId, signedOn: "2023-11-28" });
  return ready;
}

describe("the page of a convention", () => {
  it("is closed to passers-by until everyone has signed, then public without its drafts", async () => {
    const { id, parties } = await instance.readyToSign();
    expect((await as(passerBy).get(`/convention/${id}`)).status).toBe(403);
    for (const partyId of parties) await instance.done(signForParty, { partyId, signedOn: "2023-11-28" });
    const page = await as(passerBy).get(`/convention/${id}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("2 signataires, tous ont signé");
    expect(page.text).toContain("avril\u00A02023");
    expect(page.text).not.toContain("1er avril");
    expect(page.text).not.toContain("/modifier/");
    for (const path of ["depuis-la-signature", "historique", "avenants", `parties/${parties[0]}`, "modifier/dates"]) {
      expect((await as(passerBy).get(`/convention/${id}/${path}`)).status).toBe(403);
    }
  });

  it("is nowhere to be found from another territory, nor by an address that is no id", async () => {
    const { id } = await signed();
    expect((await as(neighbour).get(`/convention/${id}`)).status).toBe(404);
    expect((await as(coordinator).get("/convention/42")).status).toBe(404);
    expect((await as({ ...neighbour, territory: elsewhere }).get("/convention")).text).toContain("pas encore de convention");
  });

  it("speaks English whole", async () => {
    const { id } = await signed();
    const page = await as(coordinator, "en").get(`/convention/${id}`);
    expect(page.text).toContain("The 2023-2027 convention is in force: year 4 of 5");
    expect(page.text).not.toContain("ont signé");
  });

  it("shows every move, open or closed with its reason, and takes the open ones", async () => {
    const { id } = await signed();
    const team = as(coordinator);
    expect((await team.post(`/convention/${id}/etape`, { move: "renew" })).status).toBe(422);
    expect(await team.post(`/convention/${id}/etape`, { move: "start_evaluation" })).toMatchObject({
      status: 303,
      to: `/ici/convention/${id}`,
    });
    const page = await team.get(`/convention/${id}`);
    expect(page.text).toContain("Le bilan n’est pas daté");
    expect(page.text).toContain("/modifier/bilan");
    expect((await as(partyMember(instance.caf)).post(`/convention/${id}/etape`, { move: "resume" })).status).toBe(403);
  });
});

describe("forms", () => {
  it("keep what was typed and name the field", async () => {
    const { id } = await instance.readyToSign();
    const answer = await as(coordinator).post(`/convention/${id}/modifier/dates`, {
      seen: "0",
      periodStart: "printemps 2023",
      periodEnd: "2027",
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="printemps 2023"');
    expect(answer.text).toContain("avril 2023 ou 2023");
  });

  it("show both versions to the second of two people, and keep the choice", async () => {
    const { id } = await instance.readyToSign();
    await instance.done(editConvention, { conventionId: id, part: "texts", seen: 0, value: { purpose: "Le premier objet" } });
    const team = as(coordinator);
    const conflict = await team.post(`/convention/${id}/modifier/textes`, {
      seen: "0",
      purpose: "Le second objet",
      preamble: "Mon préambule",
    });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("Le premier objet");
    const seen = /name="seen" value="(\d+)"/.exec(conflict.text)?.[1] ?? "";
    const chosen = { seen, "choice.purpose": "theirs", purpose: "Le second objet", preamble: "Mon préambule" };
    expect((await team.post(`/convention/${id}/modifier/textes`, chosen)).status).toBe(303);
    expect(await instance.read(id)).toMatchObject({ purpose: "Le premier objet", preamble: "Mon préambule" });
  });

  it("show text as text, whatever it holds", async () => {
    const { id } = await instance.readyToSign();
    const team = as(coordinator);
    await team.post(`/convention/${id}/modifier/textes`, { seen: "0", purpose: "<script>alert(1)</script> 👪 مرحبا" });
    const page = await team.get(`/convention/${id}`);
    expect(page.text).not.toContain("<script>alert");
    expect(page.text).toContain("👪 مرحبا");
  });
});

describe("a party", () => {
  it("signs for itself, and finds its deliberation again, which passers-by do not", async () => {
    const { id, parties } = await instance.readyToSign();
    const own = `/convention/${id}/parties/${parties[1]}`;
    const member = as(partyMember(instance.caf));
    expect((await member.get(own)).text).toContain("Noter la signature");
    expect((await member.get(`/convention/${id}/parties/${parties[0]}`)).text).not.toContain("Noter la signature");
    expect((await member.post(`/convention/${id}/parties/${parties[0]}/signer`, { signedOn: "2023-11-28" })).status).toBe(403);
    expect((await member.post(`${own}/signer`, { signedOn: "2027-01-01" })).text).toContain("pas encore passée");
    expect((await member.post(`${own}/signer`, { signedOn: "2023-11-28" })).status).toBe(303);
    expect((await member.post(`${own}/deliberation`, { file: pdf("MZ") })).status).toBe(422);
    expect((await member.post(`${own}/deliberation`, { file: pdf() })).status).toBe(303);
    const file = await member.get(`${own}/deliberation.pdf`);
    expect(file).toMatchObject({ status: 200, text: "%PDF-1.7 …" });
    expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
    expect((await as(passerBy).get(`${own}/deliberation.pdf`)).status).toBe(403);
  });
});

describe("what changed since the signature", () => {
  it("is one click away, field by field, with the text checked", async () => {
    const { id } = await signed();
    const team = as(coordinator);
    expect((await team.get(`/convention/${id}`)).text).toContain(`/convention/${id}/depuis-la-signature`);
    expect((await team.get(`/convention/${id}/depuis-la-signature`)).text).toContain("Rien n’a changé depuis la signature");
    await instance.done(editConvention, { conventionId: id, part: "texts", seen: 0, value: { purpose: "Servir les familles" } });
    const page = await team.get(`/convention/${id}/depuis-la-signature`);
    expect(page.text).toContain("Un changement depuis la signature");
    expect(page.text).toContain("Servir les familles");
    expect(page.text).toContain("Le texte figé est intact");
    await instance.runtime.database.owner.execute(
      `update snapshot set content = replace(content, 'CTG', 'XTG') where convention_id = '${id}'`,
    );
    expect((await team.get(`/convention/${id}/depuis-la-signature`)).text).toContain("ne correspond plus à son empreinte");
  });
});

describe("a scheme", () => {
  it("is entered row by row without a script, and corrected by the territory that owns it only", async () => {
    const team = as(coordinator);
    const typed = {
      name: "Schéma",
      departementCode: "88",
      signedIn: "décembre 2021",
      source: "Département",
      "axes.0.number": "1",
      "axes.0.title": "Connaître",
    };
    expect(
      (await team.post("/convention/schemas/nouveau", { ...typed, _add: "axes" })).text.match(/name="axes\.\d\.title"/g),
    ).toHaveLength(3);
    expect((await team.post("/convention/schemas/nouveau", { ...typed, _remove: "axes.0" })).text).not.toContain("Connaître");
    const saved = await team.post("/convention/schemas/nouveau", typed);
    expect(saved.status).toBe(303);
    const address = (saved.to ?? "").replace("/ici", "");
    expect((await as(passerBy).get(address)).text).toContain("décembre\u00A02021");
    expect((await as(neighbour).get(address)).status).toBe(200);
    expect((await as(neighbour).get(`${address}/modifier`)).status).toBe(403);
    expect((await as(neighbour).post(`${address}/modifier`, typed)).status).toBe(403);
  });
});
