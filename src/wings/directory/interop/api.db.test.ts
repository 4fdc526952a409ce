import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@hey-api/openapi-ts";
import { serve, type ServerType } from "@hono/node-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestInstance } from "../../../app/account/instance.fixture.ts";
import { prepareFirstTerritory } from "../../../demo/first-territory.ts";
import { dayOf } from "../../../platform/clock.ts";
import { checkDataInclusion } from "./data-inclusion/faults.ts";
import type { DiService, DiStructure } from "./data-inclusion/schema.ts";
import type { PublicService } from "./open-data/public-service.ts";

interface Asked {
  readonly baseUrl: string;
  readonly query?: Readonly<Record<string, string | number>>;
}
interface Answered<Item> {
  readonly data?: { readonly items: readonly Item[]; readonly next: string | null };
  readonly error?: { readonly error: string };
  readonly response: Response;
}
type Call<Item> = (asked: Asked) => Promise<Answered<Item>>;
interface Client {
  readonly listStructures: Call<DiStructure>;
  readonly listServices: Call<DiService>;
  readonly listDirectory: Call<PublicService>;
}

let instance: Awaited<ReturnType<typeof openTestInstance>>;
let server: ServerType;
let folder: string;
let baseUrl: string;
let client: Client;

beforeAll(async () => {
  instance = await openTestInstance();
  await prepareFirstTerritory(instance.runtime, "demonstration");
  server = await new Promise<ServerType>((done) => {
    const listening = serve({ fetch: instance.app.fetch, hostname: "localhost", port: 0 }, () => done(listening));
  });
  baseUrl = `http://localhost:${(server.address() as AddressInfo).port}/api/v1`;
  folder = await mkdtemp(join(tmpdir(), "maillage-client-"));
  await createClient({
    input: `${baseUrl}/openapi.json`,
    output: { path: folder, importFileExtension: ".ts", tsConfigPath: null },
    plugins: ["@hey-api/client-fetch", "@hey-api/sdk"],
    logs: { level: "silent" },
  });
  client = (await import(/* @vite-ignore */ pathToFileURL(join(folder, "sdk.gen.ts")).href)) as Client;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
  await instance.close();
});

async function everyPage<Item>(call: Call<Item>, query: Readonly<Record<string, string | number>>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Answered<Item> = await call({ baseUrl, query: { ...query, ...(cursor === null ? {} : { cursor }) } });
    expect(page.response.status).toBe(200);
    items.push(...(page.data?.items ?? []));
    cursor = page.data?.next ?? null;
    if (cursor === null) return items;
  }
}

test("a client made from its description reads it whole, page after page, and it is valid data·inclusion", async () => {
  const structures = await everyPage(client.listStructures, { limit: 7 });
  const services = await everyPage(client.listServices, { limit: 9 });
  const whole = await everyPage(client.listDirectory, {});
  expect(services.length).toBeGreaterThan(50);
  expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
  expect(whole).toHaveLength(services.length);
  expect(checkDataInclusion({ structures, services }, dayOf(new Date()))).toEqual([]);
});

test("its description names every property of the format, each always there", async () => {
  const description = (await (await fetch(`${baseUrl}/openapi.json`)).json()) as {
    components: { schemas: Record<string, { properties: object; required: readonly string[] }> };
  };
  const { Structure, Service } = description.components.schemas;
  expect(Object.keys(Structure?.properties ?? {})).toHaveLength(20);
  expect(Object.keys(Service?.properties ?? {})).toHaveLength(33);
  expect(Service?.required.toSorted()).toEqual(Object.keys(Service?.properties ?? {}).toSorted());
});

test("filters choose by commune, kind and thématique", async () => {
  const eaje = await everyPage(client.listDirectory, { kind: "eaje", commune: "88383" });
  expect(eaje.length).toBeGreaterThan(0);
  for (const { kind, place } of eaje) expect([kind.key, place.commune.code]).toEqual(["eaje", "88383"]);
  const care = await everyPage(client.listServices, { thematique: "famille--garde-denfants" });
  for (const { thematiques } of care) expect(thematiques).toContain("famille--garde-denfants");
  const homes = await everyPage(client.listStructures, { kind: "france_services" });
  expect(homes.map(({ nom }) => nom).toSorted()).toEqual(["France services Le Val d’Ajol", "France services Pays de Remiremont"]);
});

test("what is not understood is refused in a sentence", async () => {
  const wrong = await client.listServices({ baseUrl, query: { limit: 5_000 } });
  expect([wrong.response.status, wrong.error?.error]).toEqual([400, expect.stringMatching(/limit/)]);
  const strange = await client.listServices({ baseUrl, query: { cursor: "x" } });
  expect([strange.response.status, strange.error?.error]).toEqual([400, expect.stringMatching(/curseur/)]);
  const nowhere = await client.listServices({ baseUrl, query: { territory: "999999999" } });
  expect([nowhere.response.status, nowhere.error?.error]).toEqual([404, expect.stringMatching(/SIREN/)]);
});

test("a page that has not changed travels without its body, and any site may read it", async () => {
  const first = await fetch(`${baseUrl}/services?limit=3`, { headers: { origin: "https://commune.exemple" } });
  const tag = first.headers.get("etag") ?? "";
  expect(tag).not.toBe("");
  expect(first.headers.get("access-control-allow-origin")).toBe("*");
  expect(first.headers.get("link")).toMatch(/^<http:\/\/localhost:3000\/api\/v1\/services\?limit=3&cursor=\S+>; rel="next"$/);
  const again = await fetch(`${baseUrl}/services?limit=3`, { headers: { "if-none-match": tag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});
