import { Hono } from "hono";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { perform } from "../../../../platform/use-case.ts";
import type { Actor } from "../../../../platform/actor.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Lang } from "../../../../platform/words.ts";
import { v7 } from "../../../../platform/id.ts";
import { reportProgress } from "../../fiche/use-cases/report-progress.ts";
import { ActionId } from "../../action/model.ts";
import { insertActions } from "../../action/store.ts";
import { actionsOf, done, plantTerritory } from "../../action/territory.fixture.ts";
import { homePages } from "../../../../app/home/home-page.tsx";
import { wings } from "../../../../app/wings.ts";
import { planViewPages } from "./views.tsx";

let here: Awaited<ReturnType<typeof plantTerritory>>;
let late: ActionId;
const { create, identity, load } = actionsOf(() => here);

beforeAll(async () => {
  here = await plantTerritory("200068377");
  const carried = { leadId: here.organisations.centre, participation: "none" };
  late = await create({
    identity: { ...identity(), number: "1.1", title: "Café des parents" },
    who: carried,
    how: { taxBase: "including_tax", end: "2026-10-02", totalCost: "1000", milestones: [{ title: "Ouvrir", due: "2026-10-02" }] },
  });
  await create({
    identity: { ...identity(), number: "1.2", title: "Médiation réservée", confidentiality: "restricted" },
    who: carried,
  });
  await create({
    identity: { ...identity(), number: "2.1", title: "Ludothèque <b>itinérante</b>", axisId: here.axes[1], themes: "jeunesse" },
    who: { participation: "none" },
    how: { taxBase: "including_tax", start: "2026-12-01", end: "2027-01-15" },
    what: { communes: ["88383"] },
  });
});
afterAll(() => here.close());

function instanceFor(actor: Actor, lang: Lang): Hono<TerritoryEnv> {
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
  for (const pages of [() => homePages(wings), planViewPages]) instance.route("/vosges", pages());
  return instance;
}

async function get(actor: Actor, path: string, { lang = "fr", cookie = "" }: { lang?: Lang; cookie?: string } = {}) {
  const response = await instanceFor(actor, lang).request(`/vosges${path}`, { headers: { cookie } });
  const html = await response.text();
  return { status: response.status, html, document: parseHTML(html).document, response };
}

async function post(actor: Actor, path: string, fields: Readonly<Record<string, string>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const response = await instanceFor(actor, "fr").request(`/vosges${path}`, { method: "POST", body });
  return { status: response.status, to: response.headers.get("location"), document: parseHTML(await response.text()).document };
}

const heading = (document: Document): string => document.querySelector("h1")?.textContent ?? "";

describe("the views of the plan", () => {
  test("say what they show first, and show text as text", async () => {
    const { document, html } = await get(here.as.coordinator, "/plan");
    expect(heading(document)).toBe("3 actions, dont une en retard");
    expect(html).toContain("Ludothèque &lt;b&gt;itinérante&lt;/b&gt;");
    expect(document.querySelectorAll(".plan-list tbody tr")).toHaveLength(3);
    // The rule of a computed fact stands beside it, with its dates.
    expect(document.querySelector(".explain-rule")?.textContent).toContain("2 octobre");
  });

  test.each([
    ["/plan", "Café des parents"],
    ["/plan/tableau", "Café des parents"],
    ["/plan/calendrier", "Café des parents"],
    ["/plan/matrice", "Petite enfance"],
  ])("%s hides what the reader may not read", async (path, seen) => {
    const { status, html } = await get(here.as.reader, path);
    expect(status).toBe(200);
    expect(html).toContain(seen);
    expect(html).not.toContain("Médiation réservée");
    expect(html.replaceAll("\u202f", " ")).not.toContain("actions sur 3");
  });

  test("keep the filters from one view to the other, and in the exports", async () => {
    const { document } = await get(here.as.coordinator, "/plan/tableau?theme=jeunesse&noLead=1");
    const links = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    expect(links).toContain("/vosges/plan/calendrier?theme=jeunesse&noLead=1");
    expect(links).toContain("/vosges/plan/export.xlsx?theme=jeunesse&noLead=1");
    expect(links).toContain("/vosges/plan/tableau?noLead=1");
    expect(document.querySelectorAll(".board .card")).toHaveLength(1);
  });

  test("leave aside what means nothing and say so", async () => {
    const { status, document } = await get(here.as.coordinator, "/plan?theme=inconnu&q=cafe");
    expect(status).toBe(200);
    expect(heading(document)).toBe("Une action sur 3, en retard");
    expect(document.querySelector(".notice-warning")?.textContent).toContain("theme");
  });

  test("tell an empty cell from one that is not", async () => {
    const { document } = await get(here.as.coordinator, "/plan/matrice");
    const hrefs = [...document.querySelectorAll(".matrix td a")].map((link) => link.getAttribute("href"));
    expect(hrefs).toContain("/vosges/plan?theme=jeunesse&commune=88383&local=1");
    const { document: list } = await get(here.as.coordinator, "/plan?theme=jeunesse&commune=88383&local=1");
    expect(list.querySelectorAll(".plan-list tbody tr")).toHaveLength(1);
    expect(document.querySelectorAll(".matrix-gap").length).toBeGreaterThan(50);
  });

  test("are the tools of those who work here", async () => {
    for (const path of ["/plan/tableau", "/plan/calendrier", "/plan/matrice", "/accueil"])
      expect((await get(here.as.visitor, path)).status).toBe(403);
  });

  test("speak English", async () => {
    const { document } = await get(here.as.coordinator, "/plan", { lang: "en" });
    expect(heading(document)).toBe("3 actions, one of them late");
  });
});

describe("saved views", () => {
  test("keep filters and view, lead back to them, and are forgotten", async () => {
    const saved = await post(here.as.coordinator, "/plan/vues", { name: "Jeunesse", query: "theme=jeunesse&view=board" });
    expect(saved).toMatchObject({ status: 303, to: "/vosges/plan/tableau?theme=jeunesse" });
    const { document } = await get(here.as.coordinator, "/plan");
    const link = document.querySelector(".saved-view a");
    expect(link?.textContent).toBe("Jeunesse");
    const opened = await get(here.as.coordinator, link?.getAttribute("href")?.replace("/vosges", "") ?? "");
    expect(opened.response.headers.get("location")).toBe("/vosges/plan/tableau?theme=jeunesse");
    expect((await get({ ...here.as.caf }, "/plan")).document.querySelector(".saved-view")).toBeNull();

    const viewId = document.querySelector(".saved-view input[name=viewId]")?.getAttribute("value") ?? "";
    expect((await post(here.as.caf, "/plan/vues/supprimer", { viewId })).status).toBe(404);
    expect((await post(here.as.coordinator, "/plan/vues/supprimer", { viewId, query: "q=cafe" })).to).toBe("/vosges/plan?q=cafe");
    expect((await get(here.as.coordinator, "/plan")).document.querySelector(".saved-view")).toBeNull();
  });

  test("want a name, and say so in the page that was there", async () => {
    const { status, document } = await post(here.as.coordinator, "/plan/vues", { name: " ", query: "q=cafe" });
    expect(status).toBe(422);
    expect(document.querySelector(".field-error")).not.toBeNull();
    expect(document.querySelector('input[name="q"]')?.getAttribute("value")).toBe("cafe");
  });
});

describe("the home", () => {
  const tasks = (document: Document) => [...document.querySelectorAll(".task a")].map((link) => link.getAttribute("href"));

  test("leads a coordinator to the place where each thing is resolved", async () => {
    const { document } = await get(here.as.coordinator, "/accueil");
    expect(heading(document)).toBe("Bonjour Alix, 3 actions vous attendent");
    expect(tasks(document)[0]).toBe(`/vosges/plan/actions/${late}#how`);
    expect(tasks(document).some((href) => href?.endsWith("/modifier/who"))).toBe(true);
    expect(document.querySelector(".dates")?.textContent).toContain("2.1");
  });

  test("asks a party for news of what it carries, and a reader for nothing", async () => {
    const centre: Actor = { ...here.as.caf, organisation: here.organisations.centre };
    expect(tasks((await get(centre, "/accueil")).document)).toContain(`/vosges/plan/actions/${late}/avancement`);
    const reader = await get(here.as.reader, "/accueil");
    expect(tasks(reader.document)).toEqual([]);
    expect(reader.html).not.toContain("Médiation réservée");
  });

  test("tells what others changed, not what one did oneself", async () => {
    done(
      await here.run(
        reportProgress,
        { ...here.as.caf, organisation: here.organisations.centre, name: "Dominique Exemple" },
        { actionId: late, seen: 1_000_000, status: "paused" },
      ),
    );
    const news = (document: Document) => document.querySelector(".history")?.textContent ?? "";
    expect(news((await get(here.as.coordinator, "/accueil")).document)).toContain(
      "Dominique Exemple a fait passer 1.1 Café des parents de",
    );
    expect(news((await get({ ...here.as.caf, organisation: here.organisations.centre }, "/accueil")).document)).not.toContain(
      "Dominique Exemple",
    );
  });

  test("counts the news from the visit before this one", async () => {
    const first = await get(here.as.coordinator, "/accueil");
    const cookie = first.response.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(cookie).toMatch(/^visits=\d+\.\d+$/);
    const now = here.runtime.clock.now().getTime();
    const returning = await get(here.as.coordinator, "/accueil", {
      cookie: `visits=${String(now - 9 * 86_400_000)}.${String(now - 2 * 86_400_000)}`,
    });
    expect(returning.html).toContain("31 octobre");
    expect((await get(here.as.coordinator, "/accueil", { cookie: "visits=demain" })).html).toContain("19 octobre");
  });
});

test("a passer-by reads a hundred actions a page, and each of them once", async () => {
  const one = await load(late);
  const copies = Array.from({ length: 120 }, (_, number) => ({
    ...one,
    id: ActionId.parse(v7(new Date())),
    identity: { ...one.identity, number: `3.${number}`, confidentiality: "public" as const },
    how: { ...one.how, milestones: [], funding: [] },
  }));
  await here.read((tx) => insertActions(tx, here.territory, copies));
  const [first, second] = [await get(here.as.visitor, "/plan"), await get(here.as.visitor, "/plan?page=2")];
  const read = [first, second].map(({ document }) =>
    [...document.querySelectorAll(".card a")].flatMap((link) => link.getAttribute("href") ?? []),
  );
  expect(read.map((links) => links.length)).toEqual([100, 20]);
  expect(new Set(read.flat()).size).toBe(120);
  expect(first.document.querySelector("[rel=next]")?.getAttribute("href")).toBe("/vosges/plan?page=2");
  expect(heading(second.document)).toBe(heading(first.document));
});
