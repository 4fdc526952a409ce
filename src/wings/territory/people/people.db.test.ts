import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestInstance, type Visitor } from "../../../app/account/instance.fixture.ts";
import { addOperator } from "../../../platform/identity/store.ts";
import { readEvents } from "../../../platform/history/store.ts";
import type { PersonId } from "../territories/model.ts";
import { listInvitations, personById, savePerson } from "./store.ts";

const ccpvm = "200068377";
const neighbour = "200033868";
let instance: Awaited<ReturnType<typeof openTestInstance>>;
let home: Awaited<ReturnType<typeof instance.plant>>;
let epci: Awaited<ReturnType<typeof home.organisation>>;
let caf: typeof epci;
let chief: PersonId;
let coordinator: Visitor;
let reader: Visitor;

beforeAll(async () => {
  instance = await openTestInstance();
  home = await instance.plant(ccpvm);
  epci = await home.organisation("Communauté de communes");
  caf = await home.organisation("Caf des Vosges", "caf");
  chief = await home.person("Claire Coordo", "claire@exemple.fr", { role: "coordinator" }, epci);
  await home.person("Lise Lecture", "lise@exemple.fr", { role: "reader" });
  coordinator = await instance.enter("claire@exemple.fr");
  reader = await instance.enter("lise@exemple.fr");
});
afterAll(() => instance.close());

const at = (path: string): string => `/${home.slug}${path}`;
const inHome = <Result>(query: Parameters<typeof instance.runtime.database.inTerritory<Result>>[1]) =>
  instance.runtime.database.inTerritory(home.territory, query);
const statusOf = async (response: Promise<Response>): Promise<number> => (await response).status;

describe("the pages of a territory", () => {
  it("shows its ten communes with their population and edition", async () => {
    const page = await (await coordinator.get(at("/territoire"))).text();
    expect(page).toContain("10 communes, 28 940 habitants".replace(" 940", "\u202F940"));
    expect(page).toContain("Le Val-d&#39;Ajol");
    expect(page).toContain("COG 2026");
    expect(page).not.toContain("29017");
  });

  it.each(["", "/organisations", "/personnes", "/invitations", "/reglages", "/organisations/nouvelle", "/personnes/nouvelle"])(
    "opens /territoire%s to the coordinator, and not to a passer-by",
    async (path) => {
      expect(await statusOf(coordinator.get(at(`/territoire${path}`)))).toBe(200);
      expect(await statusOf(instance.visitor().get(at(`/territoire${path}`)))).toBe(403);
    },
  );

  it("lets a reader read the address book and change nothing", async () => {
    expect(await statusOf(reader.get(at("/territoire/personnes")))).toBe(200);
    expect(await statusOf(reader.get(at("/territoire/invitations")))).toBe(403);
    expect(await statusOf(reader.post(at("/territoire/organisations"), { name: "X", kind: "other" }))).toBe(403);
    expect(
      await statusOf(reader.post(at("/territoire/invitations"), { email: "y@exemple.fr", name: "Y", role: "coordinator" })),
    ).toBe(403);
    expect(await statusOf(reader.post(at(`/territoire/personnes/${chief}/acces/retirer`)))).toBe(403);
  });

  it("knows nothing of what another territory holds", async () => {
    const other = await instance.plant(neighbour);
    const theirs = await other.person("Paul Ailleurs", "paul@exemple.fr", { role: "reader" });
    const their = await other.organisation("Mairie d’ailleurs");
    expect(await statusOf(coordinator.get(at(`/territoire/personnes/${theirs}`)))).toBe(404);
    expect(await statusOf(coordinator.get(at(`/territoire/organisations/${their}`)))).toBe(404);
    for (const path of ["/acces", "/acces/retirer", "/retirer", "/mandats"]) {
      expect(
        await statusOf(
          coordinator.post(at(`/territoire/personnes/${theirs}${path}`), {
            role: "reader",
            "mandate.function": "Maire",
            "mandate.organisationId": epci,
          }),
        ),
      ).toBe(404);
    }
    expect(await statusOf(coordinator.post(at("/territoire/personnes"), { id: theirs, name: "Volé" }))).toBe(404);
    expect(await statusOf(coordinator.post(at(`/territoire/organisations/${their}/retirer`)))).toBe(404);
    const mine = await home.person("Marc Mandat", null, null);
    const refused = await coordinator.post(at(`/territoire/personnes/${mine}/mandats`), {
      "mandate.function": "Maire",
      "mandate.organisationId": their,
    });
    expect(refused.status).toBe(422);
    expect(await statusOf(coordinator.get(`/${other.slug}/territoire`))).toBe(403);
  });

  it("gives back what was typed, and names the field", async () => {
    const page = await coordinator.post(at("/territoire/organisations"), { name: "<b>Crèche</b> 😀 عربي", kind: "" });
    expect(page.status).toBe(422);
    const text = await page.text();
    expect(text).toContain("&lt;b&gt;Crèche&lt;/b&gt; 😀 عربي");
    expect(text).toContain('id="f-kind-error"');
  });
});

describe("organisations and people", () => {
  it("adds an organisation once, and removes it only while nothing names it", async () => {
    const added = await coordinator.post(at("/territoire/organisations"), { name: "Centre social", kind: "association" });
    const card = added.headers.get("location") ?? "";
    expect(added.status).toBe(303);
    expect(await statusOf(coordinator.post(at("/territoire/organisations"), { name: "centre SOCIAL", kind: "other" }))).toBe(422);
    const id = card.split("/").at(-1) ?? "";
    const member = await home.person("Ada Asso", "ada@exemple.fr", null);
    expect(
      await statusOf(coordinator.post(at(`/territoire/personnes/${member}/acces`), { role: "party", organisationId: id })),
    ).toBe(303);
    const used = await coordinator.post(`${card}/retirer`);
    expect(used.status).toBe(422);
    expect(await used.text()).toContain("elle reste au carnet d’adresses");
    expect(await statusOf(coordinator.post(at(`/territoire/personnes/${member}/acces`), { role: "reader" }))).toBe(303);
    expect(await statusOf(coordinator.post(`${card}/retirer`))).toBe(303);
    expect(await statusOf(coordinator.get(card))).toBe(404);
    const told = await inHome((tx) => readEvents(tx, { kind: "organisation", id }));
    expect(told.map(({ verb }) => verb)).toEqual(["deleted", "created"]);
    expect(told[0]?.before).toMatchObject({ name: "Centre social" });
  });

  it("dates mandates: one ends, stays, and does not end before it began", async () => {
    const id = await home.person("Élise Maire", null, null);
    const person = at(`/territoire/personnes/${id}`);
    const mandate = { "mandate.function": "Maire", "mandate.organisationId": epci, "mandate.from": "23/05/2020" };
    expect(await statusOf(coordinator.post(`${person}/mandats`, { ...mandate, "mandate.to": "01/01/2019" }))).toBe(422);
    expect(await statusOf(coordinator.post(`${person}/mandats`, { ...mandate, "mandate.from": "31/02/2020" }))).toBe(422);
    expect(await statusOf(coordinator.post(`${person}/mandats`, mandate))).toBe(303);
    const [held] = (await inHome((tx) => personById(tx, id)))?.mandates ?? [];
    const end = `${person}/mandats/${held?.id}/fin`;
    expect(await statusOf(coordinator.post(end, { [`to-${held?.id}`]: "2020-01-01" }))).toBe(422);
    expect(await statusOf(coordinator.post(end, { [`to-${held?.id}`]: "2026-03-22" }))).toBe(303);
    expect((await inHome((tx) => personById(tx, id)))?.mandates).toMatchObject([{ from: "2020-05-23", to: "2026-03-22" }]);
    expect(await (await coordinator.get(person)).text()).toContain("terminé");
  });

  it("keeps one person to one address", async () => {
    const taken = await coordinator.post(at("/territoire/personnes"), { name: "Autre Claire", email: "CLAIRE@exemple.fr" });
    expect(taken.status).toBe(422);
    expect(await taken.text()).toContain("déjà celle de Claire Coordo");
  });
});

describe("accesses", () => {
  it("never leaves the territory without coordination", async () => {
    const mine = at(`/territoire/personnes/${chief}`);
    for (const attempt of [
      coordinator.post(`${mine}/acces/retirer`),
      coordinator.post(`${mine}/acces`, { role: "reader" }),
      coordinator.post(`${mine}/retirer`),
      coordinator.post(at("/territoire/personnes"), { id: chief, name: "Claire Coordo", email: "" }),
    ]) {
      expect(await statusOf(attempt)).toBe(422);
    }
    expect((await inHome((tx) => personById(tx, chief)))?.membership).toEqual({ role: "coordinator" });
  });

  it("keeps the last of two coordinators who take each other's access at once", async () => {
    const second = await home.person("Denis Second", "denis@exemple.fr", { role: "coordinator" }, epci);
    const denis = await instance.enter("denis@exemple.fr");
    const statuses = await Promise.all([
      statusOf(coordinator.post(at(`/territoire/personnes/${second}/acces/retirer`))),
      statusOf(denis.post(at(`/territoire/personnes/${chief}/acces/retirer`))),
    ]);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    const left = await inHome(async (tx) => [await personById(tx, chief), await personById(tx, second)]);
    expect(left.filter((person) => person?.membership?.role === "coordinator")).toHaveLength(1);
    const fields = {
      name: "Claire Coordo",
      email: "claire@exemple.fr",
      phone: null,
      membership: { role: "coordinator" as const },
    };
    await inHome((tx) => savePerson(tx, home.territory, chief, { ...fields, provenance: { kind: "example" } }));
  });

  it("asks a party for an organisation of this territory", async () => {
    const person = await home.person("Pia Partie", "pia@exemple.fr", null);
    const access = at(`/territoire/personnes/${person}/acces`);
    expect(await statusOf(coordinator.post(access, { role: "party" }))).toBe(422);
    expect(
      await statusOf(coordinator.post(access, { role: "elected", organisationId: "0190a0a0-0000-7000-8000-000000000000" })),
    ).toBe(422);
    expect(await statusOf(coordinator.post(access, { role: "operator" }))).toBe(422);
    expect(await statusOf(coordinator.post(access, { role: "party", organisationId: caf }))).toBe(303);
  });
});

describe("invitations", () => {
  const invite = (email: string, more: Record<string, string> = {}) =>
    coordinator.post(at("/territoire/invitations"), {
      email,
      name: "Nora Nouvelle",
      role: "party",
      organisationId: caf,
      ...more,
    });

  it("says fixed words: nothing that the inviter types reaches the mail", async () => {
    const bait = "GAGNEZ 500 € sur https://evil.example";
    expect(
      await statusOf(
        invite("nora@exemple.fr", { name: bait, subject: bait, text: bait, message: bait, url: "https://evil.example" }),
      ),
    ).toBe(303);
    const mail = (await instance.mails()).find(({ to }) => to === "nora@exemple.fr");
    expect(mail?.text).toContain("Claire Coordo (Communauté de communes) vous invite");
    expect(mail?.text).toContain("CC de la Porte des Vosges Méridionales");
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/GAGNEZ|evil/);
    expect(
      [...(mail?.text ?? "").matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link).origin + new URL(link).pathname),
    ).toEqual(["http://localhost:3000/connexion"]);
  });

  it("is taken by whoever proves the address, and by them only", async () => {
    await invite("otto@exemple.fr");
    const stranger = await instance.enter("otto2@exemple.fr");
    expect(await statusOf(stranger.get(at("/territoire")))).toBe(403);
    const otto = await instance.enter("otto@exemple.fr");
    expect(await statusOf(otto.get(at("/territoire")))).toBe(200);
    const told = await inHome((tx) => readEvents(tx, { action: "territory.accept-invitation" }));
    expect(told[0]?.actor).toMatchObject({ role: "party" });
  });

  it("opens nothing once withdrawn or over, and says how each one stands", async () => {
    await invite("wanda@exemple.fr");
    await invite("xavier@exemple.fr");
    const sent = await inHome(listInvitations);
    const of = (email: string) => sent.find((each) => each.email === email)?.id ?? "";
    expect(await statusOf(coordinator.post(at(`/territoire/invitations/${of("wanda@exemple.fr")}/retirer`)))).toBe(303);
    await instance.runtime.database.pool.query("update invitation set expires_at = now() where id = $1", [
      of("xavier@exemple.fr"),
    ]);
    for (const email of ["wanda@exemple.fr", "xavier@exemple.fr"]) {
      expect(await statusOf((await instance.enter(email)).get(at("/territoire")))).toBe(403);
    }
    const page = await (await coordinator.get(at("/territoire/invitations"))).text();
    expect(page).toMatch(/retirée le/);
    expect(page).toMatch(/éteinte le/);
  });

  it("answers the same for an address that has an account as for one that has none", async () => {
    await instance.enter("avec-compte@exemple.fr");
    const answers = await Promise.all(["avec-compte@exemple.fr", "sans-compte@exemple.fr"].map((email) => invite(email)));
    const told = answers.map((answer) =>
      answer.headers
        .getSetCookie()
        .join()
        .replace(/avec-compte|sans-compte/g, "…"),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(told[0]).toBe(told[1]);
  });

  it("is not sent by someone without a mandate, nor under a name that reads as a link", async () => {
    await home.person("Sam Sansmandat", "sam@exemple.fr", { role: "coordinator" });
    const sly = await home.organisation("www.evil.example gagnez");
    await home.person("Rusé Malin", "ruse@exemple.fr", { role: "coordinator" }, sly);
    for (const email of ["sam@exemple.fr", "ruse@exemple.fr"]) {
      const someone = await instance.enter(email);
      const refused = await someone.post(at("/territoire/invitations"), {
        email: "cible@exemple.fr",
        name: "Cible",
        role: "reader",
      });
      expect(refused.status).toBe(422);
    }
    expect((await instance.mails()).some(({ to }) => to === "cible@exemple.fr")).toBe(false);
  });
});

describe("settings and instance", () => {
  it("shows a colour before saving it, and saves it on demand", async () => {
    const preview = await coordinator.post(at("/territoire/reglages"), { name: "Chez nous", hue: "252", _preview: "1" });
    expect(preview.status).toBe(200);
    expect(await preview.text()).toContain("Rien n’est encore enregistré");
    expect(await (await coordinator.get(at("/territoire"))).text()).not.toContain("Chez nous");
    expect(
      await statusOf(coordinator.post(at("/territoire/reglages"), { name: "Chez nous", hue: "own", accentHue: "400" })),
    ).toBe(422);
    expect(await statusOf(coordinator.post(at("/territoire/reglages"), { name: "Chez nous", hue: "252" }))).toBe(303);
    expect(await (await coordinator.get(at("/territoire"))).text()).toContain("Chez nous");
    expect(await statusOf(coordinator.post(at("/territoire/reglages/champs"), { nameFr: "Santé" }))).toBe(303);
    expect(await statusOf(coordinator.post(at("/territoire/reglages/champs"), { nameFr: "santé" }))).toBe(422);
  });

  it("opens the instance to its operator only, who finds and adds an EPCI", async () => {
    await addOperator(instance.runtime.database.owner, "ops@exemple.fr", new Date());
    const operator = await instance.enter("ops@exemple.fr");
    expect(await statusOf(coordinator.get("/instance"))).toBe(403);
    expect(await statusOf(coordinator.post("/instance", { siren: "248800302" }))).toBe(403);
    expect(await (await operator.get("/instance?q=ballons hautes vosges")).text()).toContain("Ballons");
    expect(await statusOf(operator.post("/instance", { siren: "000000000" }))).toBe(422);
    expect(await statusOf(operator.post("/instance", { siren: ccpvm }))).toBe(422);
    const added = await operator.post("/instance", { siren: "200 068 757" });
    expect([added.status, added.headers.get("location")]).toEqual([303, expect.stringMatching(/^\/[a-z0-9-]+\/territoire$/)]);
  });
});
