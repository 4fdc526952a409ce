import { describe, expect, test } from "vitest";
import { booklet, type BookletChoice } from "../../wings/directory/booklets/booklet.ts";
import { AgeBandKey } from "../../wings/directory/coverage/model.ts";
import { ServiceState } from "../../wings/directory/card/model.ts";
import { directoryNamesOf, type Lists } from "../../wings/directory/card/names.ts";
import { communesOf } from "../../wings/directory/card/rules.ts";
import type { Block, Document } from "../../platform/document/model.ts";
import { TerritoryId } from "../../platform/model.ts";
import { exampleDirectory, exampleNames } from "./example-directory.fixture.ts";

const directory = exampleDirectory();
const lists: Lists = {
  organisations: [],
  themes: exampleNames.themes,
  communes: exampleNames.communes.map((commune) => ({ ...commune, population: null, vintage: "2026" })),
};
const ground = { directory, lists, names: directoryNamesOf(lists, directory, "fr") };
const visit = {
  lang: "fr" as const,
  territory: {
    id: TerritoryId.parse("01920000-0000-7000-8000-000000000001"),
    slug: "porte",
    siren: "200068377",
    name: "Porte des Vosges",
    accentHue: null,
  },
  now: new Date("2026-11-28T10:00:00Z"),
  origin: "https://ctg.example",
  at: (path: string) => `/porte${path}`,
};
const write = (choice: BookletChoice, of = ground): Document => booklet(visit, of, choice, "a5");

const titlesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === "section" ? [block.title, ...titlesOf(block.blocks)] : []));
const published = [...directory.services.values()].filter(({ state }) => state.kind === "published");
const firstOf = (text: string) => exampleNames.communes.filter(({ name }) => name.startsWith(text)).map(({ code }) => code);

describe("a booklet", () => {
  test.each(exampleNames.communes)("for $name holds each service given there, once", ({ code }) => {
    const titles = titlesOf(write({ kind: "commune", commune: code }).blocks);
    for (const service of published) {
      const place = directory.places.get(service.placeId);
      const isThere = place !== undefined && communesOf(service, place).has(code);
      const isWide = service.where.area.kind === "everywhere";
      const told = titles.filter((title) => title === service.offer.name).length;
      const twins = published.filter(({ offer }) => offer.name === service.offer.name).length;
      if (isThere || isWide) expect(told, service.offer.name).toBeGreaterThan(0);
      if (twins === 1) expect(told, service.offer.name).toBe(isThere || isWide ? 1 : 0);
    }
  });

  test.each(AgeBandKey.options)("for %s tells its name, its day and where the directory is", (ages) => {
    const document = write({ kind: "ages", ages });
    expect(document).toMatchObject({ paper: "a5", opening: "cover", date: "2026-11-28", coverNote: "Exemple" });
    expect(JSON.stringify(document)).toContain("https://ctg.example/porte/annuaire");
  });

  test("says nothing of what is kept for those who keep the directory", () => {
    for (const ages of AgeBandKey.options) expect(JSON.stringify(write({ kind: "ages", ages }))).not.toContain("exemple.invalid");
  });

  test("of a directory without services still says where to look", () => {
    const closed = ServiceState.parse({ kind: "draft" });
    const services = new Map([...directory.services].map(([id, service]) => [id, { ...service, state: closed }] as const));
    const [commune] = firstOf("Vecoux");
    if (commune === undefined) throw new Error("Vecoux is not there");
    const document = write({ kind: "commune", commune }, { ...ground, directory: { ...directory, services } });
    expect(titlesOf(document.blocks)).toEqual(["Ce livret"]);
    expect(document.coverNote).toBeNull();
  });
});
