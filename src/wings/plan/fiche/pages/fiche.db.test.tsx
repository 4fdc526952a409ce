import { Hono } from "hono";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { perform } from "../../../../platform/use-case.ts";
import type { Actor } from "../../../../platform/actor.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Lang } from "../../../../platform/words.ts";
import { addNote } from "../../notes/use-cases/add-note.ts";
import { attachFile } from "../../action/use-cases/attach-file.ts";
import { blockNames } from "../../action/model.ts";
import { actionsOf, done, plantTerritory } from "../../action/territory.fixture.ts";
import { planWing } from "../../wing.ts";

let here: Awaited<ReturnType<typeof plantTerritory>>;
beforeAll(async () => {
  here = await plantTerritory("200068377");
});
afterAll(() => here.close());
const { create, load, identity } = actionsOf(() => here);

function instanceFor(actor: Actor, lang: Lang = "fr"): Hono<TerritoryEnv> {
  const instance = new Hono<TerritoryEnv>();
  instance.use(async (c, next) => {
    const { runtime } = here;
    const url = new URL(c.req.url);
    const visit: TerritoryVisit = {
      lang,
      account: actor.role === "public" ? null : { id: "1", email: "alix@exemple.fr", name: "Alix Exemple", operator: false },
      address: `${url.pathname}${url.search}`,
      theme: "auto",
      demo: false,
      runtime,
      flash: null,
      state: null,
      territory: { id: here.territory, siren: "200068377", slug: "vosges", name: "Porte des Vosges", accentHue: null },
      actor,
      nav: [],
      at: (path) => `/vosges${path}`,
      read: (query) => runtime.database.inTerritory(here.territory, query),
      perform: (action, raw) => perform(runtime, action, actor, raw, lang),
    };
    c.set("visit", visit);
    return next();
  });
  for (const pages of planWing.pages ?? []) instance.route("/vosges", pages());
  return instance;
}

async function get(actor: Actor, path: string, lang: Lang = "fr") {
  const response = await instanceFor(actor, lang).request(`/vosges${path}`);
  return { status: response.status, document: parseHTML(await response.clone().text()).document, response };
}

type Fields = readonly (readonly [string, string | File])[];
async function post(actor: Actor, path: string, fields: Fields) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const response = await instanceFor(actor).request(`/vosges${path}`, { method: "POST", body });
  return { status: response.status, to: response.headers.get("location"), document: parseHTML(await response.text()).document };
}

/** linkedom leaves the entities of a text area as they are written. */
const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** What a browser would send of a form as it stands. */
function fieldsIn(document: Document, form: string): [string, string][] {
  const root = document.querySelector(form);
  if (root === null) throw new Error(`no form ${form}`);
  return [...root.querySelectorAll("input, textarea, select")].flatMap((field): [string, string][] => {
    if (field.closest("template") !== null) return [];
    const name = field.getAttribute("name");
    if (name === null) return [];
    const type = field.getAttribute("type");
    if (type === "file" || ((type === "radio" || type === "checkbox") && !field.hasAttribute("checked"))) return [];
    if (field.localName === "textarea") return [[name, unescaped(field.textContent).replace(/^\n/, "")]];
    if (field.localName === "select")
      return [
        [
          name,
          field.querySelector("option[selected]")?.getAttribute("value") ??
            field.querySelector("option")?.getAttribute("value") ??
            "",
        ],
      ];
    return [[name, field.getAttribute("value") ?? ""]];
  });
}

const typing = (fields: readonly [string, string][], changes: Readonly<Record<string, string>>): [string, string][] => [
  ...fields.filter(([name]) => !(name in changes)),
  ...Object.entries(changes),
];

const rich = () =>
  create({
    identity: { ...identity(), confidentiality: "public" },
    what: { description: "<b>Pas du HTML</b> & 👍" },
    who: {
      leadId: here.organisations.epci,
      leadPerson: "Camille Exemple",
      participation: "concertation",
      partners: [{ organisationId: here.organisations.caf, role: "funder" }],
    },
    how: {
      taxBase: "including_tax",
      totalCost: "12 k€",
      start: "2026-01-05",
      end: "2027-12-31",
      milestones: [{ title: "Recruter", due: "2026-03-31" }, { title: "Ouvrir" }],
      funding: [
        { year: "2026", funderId: here.organisations.caf, nature: "running", planned: "3 500,50" },
        { year: "2027", funderId: "", nature: "investment", planned: "1000", notified: "0" },
      ],
    },
    measures: {
      measures: [
        { kind: "output", name: "Matinées", baseline: "0", target: "12,5", results: [{ day: "2026-06-30", value: "4" }] },
      ],
    },
    life: { status: "ongoing" },
  });

describe("the fiche", () => {
  test("shows all blocks, computed facts with their rules, money with its totals, and text as text", async () => {
    const id = await rich();
    const { status, document } = await get(here.as.coordinator, `/plan/actions/${id}`);
    expect(status).toBe(200);
    const text = document.querySelector("main")?.textContent ?? "";
    expect(text).toContain("<b>Pas du HTML</b> & 👍");
    expect(document.querySelector("#what b")).toBeNull();
    expect(text).toContain("En retard de");
    expect(document.querySelector("#why-late")?.textContent).toContain("L’étape «\u202FRecruter\u202F»");
    expect(document.querySelector("#how tfoot")?.textContent).toMatch(/4.500,50/);
    expect(document.querySelectorAll('a[href*="/modifier/"]')).toHaveLength(blockNames.length);
    expect(text).toContain("Camille Exemple");
    for (const lang of ["fr", "en"] as const) {
      const page = await get(here.as.coordinator, `/plan/actions/${id}`, lang);
      expect(page.document.querySelector("main")?.textContent).not.toMatch(/\b(field|edit|missing|history|hint|saved)\.[a-z]/);
    }
  });

  test("a visitor sees a public action without its money, its people, its history; another says who has the key", async () => {
    const id = await rich();
    const { status, document } = await get(here.as.visitor, `/plan/actions/${id}`);
    expect(status).toBe(200);
    const text = document.querySelector("main")?.textContent ?? "";
    expect(text).toContain("Ouvrir un relais");
    expect(text).not.toContain("Camille Exemple");
    expect(text).not.toContain("3\u202F500,50");
    expect(document.querySelector("#history")).toBeNull();
    expect((await get(here.as.visitor, `/plan/actions/${await create()}`)).status).toBe(403);
    expect((await get(here.as.coordinator, `/plan/actions/${here.conventionId}`)).status).toBe(404);
    expect((await get(here.as.coordinator, "/plan/actions/rien")).status).toBe(404);
    expect((await get(here.as.visitor, `/plan/actions/${id}/historique`)).status).toBe(403);
  });

  test("a restricted note is read by those who carry the action and its author, in its place and in the history", async () => {
    const id = await rich();
    const body = "Négociation en cours";
    done(await here.run(addNote, here.as.caf, { actionId: id, body, confidentiality: "restricted" }));
    const reads = async (actor: Actor) => {
      const pages = await Promise.all([get(actor, `/plan/actions/${id}`), get(actor, `/plan/actions/${id}/historique`)]);
      return pages.map(({ document }) => /Négociation|note/i.test(document.querySelector("#notes, .history")?.textContent ?? ""));
    };
    expect(await reads(here.as.caf)).toEqual([true, true]);
    expect(await reads(here.as.epci)).toEqual([true, true]);
    expect(await reads(here.as.reader)).toEqual([false, false]);
  });
});

describe("a block’s form", () => {
  test("sent back as it stands, it changes nothing: every block round-trips through HTML", async () => {
    const id = await rich();
    const before = await load(id);
    for (const block of blockNames) {
      const { document } = await get(here.as.coordinator, `/plan/actions/${id}/modifier/${block}`);
      const sent = await post(here.as.coordinator, `/plan/actions/${id}/modifier/${block}`, fieldsIn(document, "main form"));
      expect(sent, block).toMatchObject({ status: 303, to: `/vosges/plan/actions/${id}#${block}` });
    }
    expect(await load(id)).toEqual(before);
  });

  test("what is wrong is said at its place, and what was typed is kept", async () => {
    const id = await rich();
    const path = `/plan/actions/${id}/modifier/how`;
    const fields = fieldsIn((await get(here.as.coordinator, path)).document, "main form");
    const { status, document } = await post(
      here.as.coordinator,
      path,
      typing(fields, {
        "milestones.1.due": "31/02/2027",
        totalCost: "douze",
        "funding.0.year": "26",
        "milestones.0.title": "",
        "milestones.0.due": "",
      }),
    );
    expect(status).toBe(422);
    // The blank first row is gone, and the error of the second is beside it.
    expect(document.querySelector('[name="milestones.0.due"]')?.getAttribute("value")).toBe("31/02/2027");
    expect(document.querySelector("#f-milestones-0-due-error")?.textContent).toContain("n’existe pas");
    expect(document.querySelector("#f-totalCost-error")?.textContent).toContain("montant");
    expect(document.querySelector('[name="totalCost"]')?.getAttribute("value")).toBe("douze");
    expect(document.querySelector("#f-funding-0-year-error")).not.toBeNull();
    for (const link of document.querySelectorAll("#errors a"))
      expect(document.querySelector(link.getAttribute("href") ?? "")).not.toBeNull();
  });

  test("rows are added and removed without a script", async () => {
    const id = await rich();
    const path = `/plan/actions/${id}/modifier/how`;
    const fields = fieldsIn((await get(here.as.coordinator, path)).document, "main form");
    const added = await post(here.as.coordinator, path, [
      ...typing(fields, { "milestones.2.title": "Fêter" }),
      ["_add", "milestones"],
    ]);
    expect(added.document.querySelector('[name="milestones.2.title"]')?.getAttribute("value")).toBe("Fêter");
    expect(added.document.querySelector('[name="milestones.3.title"]')).not.toBeNull();
    const removed = await post(here.as.coordinator, path, [
      ...fieldsIn(added.document, "main form"),
      ["_remove", "milestones.0"],
    ]);
    expect(removed.document.querySelector('[name="milestones.0.title"]')?.getAttribute("value")).toBe("Ouvrir");
    const kept = (await load(id)).how.milestones;
    expect((await post(here.as.coordinator, path, fieldsIn(removed.document, "main form"))).status).toBe(303);
    const after = (await load(id)).how.milestones;
    expect(after.map(({ title }) => title)).toEqual(["Ouvrir", "Fêter"]);
    expect(after[0]?.id).toBe(kept[1]?.id);
  });

  test("the second on the same block chooses field by field, and keeps what they typed", async () => {
    const id = await rich();
    const path = `/plan/actions/${id}/modifier/what`;
    const opened = fieldsIn((await get(here.as.coordinator, path)).document, "main form");
    expect((await post(here.as.epci, path, typing(opened, { description: "La leur", goals: "Leurs objectifs" }))).status).toBe(
      303,
    );
    const { status, document } = await post(
      here.as.coordinator,
      path,
      typing(opened, { description: "La mienne", goals: "Mes objectifs", expectedResults: "Mes résultats" }),
    );
    expect(status).toBe(409);
    expect(document.querySelectorAll(".conflict")).toHaveLength(2);
    expect(document.querySelector('.conflict [name="choice.description"]')?.closest(".conflict")?.textContent).toContain(
      "La leur",
    );
    const choice = typing(fieldsIn(document, "main form"), { "choice.description": "theirs", "choice.goals": "mine" });
    expect((await post(here.as.coordinator, path, choice)).status).toBe(303);
    expect((await load(id)).what).toMatchObject({
      description: "La leur",
      goals: "Mes objectifs",
      expectedResults: "Mes résultats",
    });
  });

  test("it is closed to those who may not edit", async () => {
    const id = await rich();
    expect((await get(here.as.caf, `/plan/actions/${id}/modifier/why`)).status).toBe(403);
    expect((await post(here.as.caf, `/plan/actions/${id}/modifier/why`, [["seen", "9"]])).status).toBe(403);
    expect((await get(here.as.coordinator, `/plan/actions/${id}/modifier/rien`)).status).toBe(404);
  });
});

test("an action is added, reported on, entrusted, deleted and brought back from the screen", async () => {
  const page = await get(here.as.epci, "/plan/actions/nouvelle");
  const fields = fieldsIn(page.document, "main form");
  expect(fields).toContainEqual(["who.leadId", here.organisations.epci]);
  const wrong = await post(here.as.epci, "/plan/actions/nouvelle", fields);
  expect(wrong.document.querySelector("#f-identity-title-error")).not.toBeNull();
  const created = await post(here.as.epci, "/plan/actions/nouvelle", typing(fields, { "identity.title": "Ludobus" }));
  expect(created.status).toBe(303);
  const path = (created.to ?? "").replace("/vosges", "");
  const report = fieldsIn((await get(here.as.epci, `${path}/avancement`)).document, "main form");
  expect((await post(here.as.epci, `${path}/avancement`, typing(report, { status: "blocked" }))).status).toBe(422);
  const sent = await post(
    here.as.epci,
    `${path}/avancement`,
    typing(report, { status: "blocked", reason: "Pas de bus", unblockedBy: "La région", note: "À suivre" }),
  );
  expect(sent.status).toBe(303);
  const shown = (await get(here.as.epci, path)).document.querySelector("main")?.textContent ?? "";
  for (const words of ["Pas de bus", "La région", "À suivre", "Bloquée"]) expect(shown).toContain(words);
  expect((await post(here.as.coordinator, `${path}/confier`, [["personId", here.person]])).status).toBe(303);
  expect((await get(here.as.coordinator, `${path}/supprimer`)).document.querySelector("main form")).not.toBeNull();
  expect((await post(here.as.coordinator, `${path}/supprimer`, [])).to).toBe("/vosges/plan/supprimees");
  const deleted = await get(here.as.coordinator, "/plan/supprimees");
  expect(deleted.document.querySelector("main")?.textContent).toContain("Ludobus");
  const restore = deleted.document.querySelector('form[action*="/retablir"]')?.getAttribute("action") ?? "";
  expect((await post(here.as.coordinator, restore.replace("/vosges", ""), [])).to).toBe(`/vosges${path}`);
  expect((await get(here.as.epci, "/plan/supprimees")).status).toBe(403);
});

test("notes, files and links are sent from the fiche; a file is handed over, never opened in our pages", async () => {
  const [id, other] = [await rich(), await create()];
  const path = `/plan/actions/${id}`;
  const tooLong = await post(here.as.epci, `${path}/notes`, [
    ["body", "a".repeat(10_001)],
    ["confidentiality", "shared"],
  ]);
  expect(tooLong.status).toBe(422);
  expect(tooLong.document.querySelector("#f-body-error")).not.toBeNull();
  expect(
    (
      await post(here.as.epci, `${path}/notes`, [
        ["body", "Vu"],
        ["confidentiality", "shared"],
      ])
    ).to,
  ).toBe(`/vosges${path}#notes`);
  expect((await post(here.as.epci, `${path}/fichiers`, [["confidentiality", "shared"]])).status).toBe(422);
  const file = new File(["%PDF-1.7"], "Relevé d’été.pdf");
  expect(
    (
      await post(here.as.epci, `${path}/fichiers`, [
        ["file", file],
        ["confidentiality", "restricted"],
      ])
    ).status,
  ).toBe(303);
  const href =
    (await get(here.as.epci, path)).document.querySelector("#files a")?.getAttribute("href")?.replace("/vosges", "") ?? "";
  const { response } = await get(here.as.epci, href);
  expect(response.headers.get("content-disposition")).toBe(
    "attachment; filename*=UTF-8''Relev%C3%A9%20d%E2%80%99%C3%A9t%C3%A9.pdf",
  );
  expect(await response.text()).toBe("%PDF-1.7");
  expect((await get(here.as.visitor, href)).status).toBe(404);
  expect((await get(here.as.epci, path)).document.querySelector("#links a")?.getAttribute("href")).toContain(`${path}/liens`);
  expect((await get(here.as.epci, `${path}/liens`)).document.querySelector(`option[value="${other}"]`)).not.toBeNull();
  expect((await get(here.as.elected, `${path}/liens`)).status).toBe(403);
  const wrong = await post(here.as.epci, `${path}/liens`, [
    ["to", id],
    ["kind", "depends_on"],
  ]);
  expect(wrong.status).toBe(422);
  expect(
    (
      await post(here.as.epci, `${path}/liens`, [
        ["to", other],
        ["kind", "depends_on"],
      ])
    ).status,
  ).toBe(303);
  expect((await get(here.as.epci, `/plan/actions/${other}`)).document.querySelector("#links")?.textContent).toContain(
    "Est attendue par",
  );
  expect((await post(here.as.elected, `${path}/valider`, [])).status).toBe(303);
  done(await here.run(attachFile, here.as.epci, { actionId: id, file: new File(["a;b"], "table.csv") }));
});

test("axes and objectives are written by the coordination", async () => {
  const page = await get(here.as.coordinator, "/plan/axes/nouvel-axe");
  const fields = fieldsIn(page.document, "main form");
  expect(
    (await post(here.as.coordinator, "/plan/axes/nouvel-axe", typing(fields, { title: "Mobiliser", number: "1" }))).status,
  ).toBe(422);
  expect((await post(here.as.coordinator, "/plan/axes/nouvel-axe", typing(fields, { title: "Mobiliser" }))).to).toBe(
    "/vosges/plan/axes",
  );
  expect(
    (
      await post(here.as.coordinator, "/plan/axes/nouvel-objectif", [
        ["axisId", here.axes[1]],
        ["number", "2.4"],
        ["title", "Aller vers"],
      ])
    ).status,
  ).toBe(303);
  const shown = await get(here.as.reader, "/plan/axes");
  expect(shown.document.querySelector("main")?.textContent).toContain("Mobiliser");
  expect(shown.document.querySelector("main form")).toBeNull();
  expect((await get(here.as.reader, "/plan/axes/nouvel-axe")).status).toBe(403);
});
