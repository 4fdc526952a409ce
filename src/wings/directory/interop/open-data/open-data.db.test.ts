import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestInstance } from "../../../../app/account/instance.fixture.ts";
import { prepareFirstTerritory } from "../../../../demo/first-territory.ts";
import { perform } from "../../../../platform/use-case.ts";
import type { Actor } from "../../../../platform/actor.ts";
import { dayOf } from "../../../../platform/clock.ts";
import { loadEngine } from "../../../../platform/document/pdf-engine.ts";
import { poppler, readPdf } from "../../../../platform/document/reading.fixture.ts";
import { listTerritories } from "../../../territory/territories/store.ts";
import { closeService } from "../../card/use-cases/move-service.ts";
import { createService } from "../../card/use-cases/create-service.ts";
import { editPart } from "../../card/use-cases/edit-part.ts";
import { AgeBandKey } from "../../coverage/model.ts";
import type { Service, ServiceId } from "../../card/model.ts";
import { directoryAt } from "../../card/store.ts";
import { fileNames } from "./files.ts";

/** What must be found nowhere: each is in the data, in a place that only those who keep the directory read. */
const sentinel = {
  email: "sentinelle-du-tenant@exemple.invalid",
  keeper: "Sentinelle Dutenant",
  phone: "06 98 76 54 32",
  note: "Note-sentinelle, à ne montrer à personne.",
  draft: "Fiche-sentinelle en préparation",
  closed: "Fiche-sentinelle qui a fermé",
} as const;

let instance: Awaited<ReturnType<typeof openTestInstance>>;
let slug: string;
let service: Service;
let draft: ServiceId;

beforeAll(async () => {
  instance = await openTestInstance();
  const { runtime } = instance;
  await prepareFirstTerritory(runtime, "demonstration");
  const [territory] = await runtime.database.inInstance(listTerritories);
  if (territory === undefined) throw new Error("no territory");
  slug = territory.slug;
  const actor: Actor = { role: "operator", territory: territory.id, person: null, name: sentinel.keeper };
  const directory = (await runtime.database.inTerritory(territory.id, (tx) => directoryAt(tx, territory.id))).directory;
  const [first, second] = [...directory.services.values()].filter(({ state }) => state.kind === "published");
  if (first === undefined || second === undefined) throw new Error("no service");
  service = first;
  const must = async (outcome: Promise<{ readonly kind: string }>) => expect((await outcome).kind).toBe("done");
  const seen = "0";
  await must(
    perform(runtime, editPart, actor, {
      serviceId: first.id,
      seen,
      part: "internal",
      value: { keeperEmail: sentinel.email, keeperName: sentinel.keeper, phone: sentinel.phone, note: sentinel.note },
    }),
  );
  await must(
    perform(runtime, editPart, actor, {
      serviceId: first.id,
      seen,
      part: "fees",
      value: { fee: "free", details: "Gratuit depuis ce matin." },
    }),
  );
  await must(
    perform(runtime, editPart, actor, {
      serviceId: second.id,
      seen,
      part: "offer",
      value: { name: sentinel.closed, kind: "autre", themes: [] },
    }),
  );
  await must(perform(runtime, closeService, actor, { serviceId: second.id, on: dayOf(new Date()), reason: sentinel.note }));
  const offer = { name: sentinel.draft, kind: "autre", themes: [] };
  const created = await perform(runtime, createService, actor, { placeId: first.placeId, offer });
  if (created.kind !== "done") throw new Error("no draft");
  draft = created.value;
});

afterAll(() => instance.close());

const ask = (path: string, headers: Readonly<Record<string, string>> = {}) => instance.app.request(path, { headers });
const inDirectory = (path: string): string => `/${slug}/annuaire${path}`;

/** All that anyone can take without saying who they are. */
const addresses = (): readonly string[] => [
  ...fileNames.map((name) => inDirectory(`/donnees/${name}`)),
  ...["tournees.ics", "changements.atom", "changements.rss", "catalogue.jsonld"].map((name) => inDirectory(`/donnees/${name}`)),
  ...["", "/donnees", `?q=${encodeURIComponent(sentinel.draft)}`, `/services/${service.id}`].map(inDirectory),
  "/api/v1/structures",
  "/api/v1/services?limit=500",
  "/api/v1/annuaire?limit=500",
  "/api/v1/openapi.json",
  `/${slug}`,
  `/${slug}/annuaire/couverture`,
  ...(loadEngine() === null
    ? []
    : [`/services/${service.id}/fiche.pdf`, ...AgeBandKey.options.map((ages) => `/livret.pdf?ages=${ages}`)].map(inDirectory)),
];

test("what is kept inside is in no byte of what anyone can take", async () => {
  for (const address of addresses()) {
    const answer = await ask(address);
    expect([address, answer.status]).toEqual([address, 200]);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const text = new TextDecoder().decode(bytes) + (await insideOf(bytes));
    for (const [what, secret] of Object.entries(sentinel)) {
      // A search says back what was typed, and a feed says that something that was public has closed.
      if (what === "draft" && address.includes("?q=")) continue;
      if (what === "closed" && address.includes("changements")) continue;
      for (const written of [secret, secret.replaceAll(/\s/g, ""), encodeURIComponent(secret)])
        expect(text.includes(written), `${what} in ${address}`).toBe(false);
    }
  }
});

/** A workbook or a text document is a ZIP: what it says is inside. So is what a PDF says, for those who have the tool to read it. */
async function insideOf(bytes: Uint8Array): Promise<string> {
  if (new TextDecoder().decode(bytes.subarray(0, 4)) === "%PDF") return poppler === "here" ? readPdf(bytes).text : "";
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return "";
  const { unzipSync } = await import("fflate");
  return Object.values(unzipSync(bytes))
    .map((entry) => new TextDecoder().decode(entry))
    .join("\n");
}

test("a card in preparation has no address for the public", async () => {
  expect((await ask(inDirectory(`/services/${draft}`))).status).toBe(403);
});

test("each whole file has its kind, the day in its name, and travels once", async () => {
  const today = dayOf(new Date());
  for (const name of fileNames) {
    const answer = await ask(inDirectory(`/donnees/${name}`), { origin: "https://commune.exemple" });
    expect(answer.headers.get("content-disposition")).toContain(today);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const tag = answer.headers.get("etag") ?? "";
    const again = await ask(inDirectory(`/donnees/${name}`), { "if-none-match": tag });
    expect([name, again.status, await again.text()]).toEqual([name, 304, ""]);
    const [stem = "", extension = ""] = name.split(".");
    expect((await ask(inDirectory(`/donnees/${stem}-${today}.${extension}`))).status).toBe(200);
    expect((await ask(inDirectory(`/donnees/${stem}-2001-01-01.${extension}`))).status).toBe(404);
  }
});

test("the files say the same services", async () => {
  const json = (await (await ask(inDirectory("/donnees/annuaire.json"))).json()) as { services: { id: string }[] };
  const geo = (await (await ask(inDirectory("/donnees/annuaire.geojson"))).json()) as { features: { id: string }[] };
  const csv = await (await ask(inDirectory("/donnees/annuaire.csv"))).text();
  const ids = json.services.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(50);
  expect(geo.features.map(({ id }) => id)).toEqual(ids);
  for (const id of ids) expect(csv).toContain(id);
});

test("the feed says what changed for the public, and nothing else", async () => {
  const atom = await (await ask(inDirectory("/donnees/changements.atom"))).text();
  expect(atom).toContain(`${service.offer.name} : tarif`.replace(" :", "\u202F:"));
  expect(atom).toContain(`Fermé\u202F: ${sentinel.closed}`);
  expect(atom).not.toContain("Gratuit depuis");
  const rss = await (await ask(inDirectory("/donnees/changements.rss"))).text();
  expect(rss).toContain("<rss");
});

test("the calendar tells the stops of a commune alone", async () => {
  const all = await (await ask(inDirectory("/donnees/tournees.ics"))).text();
  expect(all.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(10);
  const vecoux = await (await ask(inDirectory("/donnees/tournees.ics?commune=88498"))).text();
  const places = [...vecoux.matchAll(/LOCATION:(.*)/g)].map(([, place = ""]) => place);
  for (const place of places) expect(place).toContain("Vecoux");
  expect((await ask(inDirectory("/donnees/tournees.ics?commune=xx"))).status).toBe(404);
});

test("the catalogue leads to files that are there", async () => {
  const catalogue = (await (await ask(inDirectory("/donnees/catalogue.jsonld"))).json()) as {
    "dcat:dataset": { "dcat:distribution": { "dcat:downloadURL": { "@id": string } }[] }[];
  };
  const links = catalogue["dcat:dataset"]
    .flatMap((each) => each["dcat:distribution"])
    .map((each) => each["dcat:downloadURL"]["@id"]);
  expect(links).toHaveLength(fileNames.length);
  for (const link of links) expect((await ask(new URL(link).pathname)).status).toBe(200);
});
