import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ServiceKindKey } from "../../wings/directory/kinds/model.ts";
import type { Service } from "../../wings/directory/card/model.ts";
import { noFilters, type ServiceFilters } from "../../wings/directory/search/model.ts";
import { search } from "../../wings/directory/search/search.ts";
import { buildIndex } from "../../wings/directory/search/search-index.ts";
import { understand } from "../../wings/directory/search/understand.ts";
import { CommuneCode, ThemeKey } from "../../wings/territory/territories/model.ts";
import { judgedQueries } from "../../wings/directory/search/judged-queries.fixture.ts";
import { exampleDirectory, exampleNames } from "./example-directory.fixture.ts";

const directory = exampleDirectory();
const index = buildIndex(directory, exampleNames);
const today = Math.round(Date.parse("2026-11-20T00:00:00Z") / 86_400_000);
const ask = (text: string, filters: Partial<ServiceFilters> = {}, limit = 1_000) =>
  search(index, { text, filters: { ...noFilters, ...filters }, from: null, today, limit });
const ids = (services: readonly { readonly service: Service }[]) => services.map(({ service }) => service.id);

const queries = fc.constantFrom(...judgedQueries.map(([text]) => text), "");
const filters = fc.record(
  {
    age: fc.option(fc.tuple(fc.nat(107), fc.nat(108)).map(([from, span]) => ({ from, to: from + span }))),
    day: fc.option(fc.constantFrom("Mo" as const, "We" as const, "Sa" as const, "Su" as const)),
    free: fc.boolean(),
    wheelchair: fc.boolean(),
    kind: fc.option(fc.constantFrom(...["eaje", "rpe", "alsh", "clas"].map((key) => ServiceKindKey.parse(key)))),
    theme: fc.option(fc.constantFrom(...["petite-enfance", "jeunesse"].map((key) => ThemeKey.parse(key)))),
    commune: fc.option(fc.constantFrom(...["88383", "88498", "88205"].map((code) => CommuneCode.parse(code)))),
  },
  { requiredKeys: [] },
);

describe("what is typed", () => {
  test.each([
    ["garde bébé le soir à Vecoux", { communes: ["88498"], moments: ["evening"], ages: { from: 0, to: 23, exact: false } }],
    ["centre de loisirs 6 ans mercredi", { ages: { from: 72, to: 72, exact: true }, day: "We" }],
    ["nounou 18 mois st nabord", { ages: { from: 18, to: 18, exact: true }, communes: ["88429"] }],
    ["deux ans et demi", { ages: { from: 30, to: 30, exact: true }, concepts: [] }],
    ["remirmont", { communes: ["88383"] }],
    ["dommartin les remiremont", { communes: ["88148"] }],
    ["saint etienne les remiremont", { communes: ["88415"] }],
    ["girmont val d'ajol", { communes: ["88205"] }],
    ["le val d’ajol", { communes: ["88487"] }],
    ["piscine olympique", { communes: [] }],
  ])("%s", (text, understood) => {
    expect(ask(text).understood).toMatchObject(understood);
  });

  test("accents, case and a plural change nothing", () => {
    fc.assert(
      fc.property(queries, (text) => {
        const same = ids(ask(text).results);
        expect(ids(ask(text.toUpperCase()).results)).toEqual(same);
        expect(ids(ask(text.normalize("NFD").replaceAll(/\p{M}/gu, "")).results)).toEqual(same);
        expect(ids(ask(`  ${text} `).results)).toEqual(same);
      }),
    );
    expect(ids(ask("crèches").results)).toEqual(ids(ask("crèche").results));
  });

  test("whatever it is, it has an answer", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), filters, (text, chosen) => {
        const { results, total, nearest } = ask(text, chosen, 20);
        expect(results.length).toBe(Math.min(20, total));
        if (total === 0 && text.trim() !== "") expect(nearest).not.toBeNull();
        expect(understand(text, index).concepts.length).toBeLessThanOrEqual(16);
      }),
    );
  });
});

describe("filters", () => {
  test("narrow what is found, in the same order", () => {
    fc.assert(
      fc.property(queries, filters, (text, chosen) => {
        const all = ids(ask(text).results);
        const some = ids(ask(text, chosen).results);
        expect(all.filter((id) => some.includes(id))).toEqual(some);
      }),
    );
  });

  test("count what each value would find", () => {
    fc.assert(
      fc.property(queries, filters, (text, chosen) => {
        const { facets } = ask(text, chosen);
        for (const [kind, count] of facets.kind) expect(ask(text, { ...chosen, kind }).total).toBe(count);
        for (const [theme, count] of facets.theme) expect(ask(text, { ...chosen, theme }).total).toBe(count);
        for (const [commune, count] of facets.commune) expect(ask(text, { ...chosen, commune }).total).toBe(count);
        for (const [day, count] of facets.day) expect(ask(text, { ...chosen, day }).total).toBe(count);
        expect(ask(text, { ...chosen, free: true }).total).toBe(facets.free);
        expect(ask(text, { ...chosen, wheelchair: true }).total).toBe(facets.wheelchair);
        expect(ask(text, { ...chosen, age: { from: 30, to: 30 } }).total).toBe(facets.age[2]);
      }),
      { numRuns: 40 },
    );
  });

  test("let go one by one where nothing answers them all", () => {
    const { total, nearest } = ask("", { kind: ServiceKindKey.parse("pmi"), day: "Su" });
    expect(total).toBe(0);
    expect(nearest?.without).toEqual(["day"]);
    expect(nearest?.results.map(({ service }) => service.offer.kind)).toEqual(["pmi"]);
  });
});

describe("a result", () => {
  test("says the everyday word that was read as an official one", () => {
    const [first] = ask("nounou").results;
    expect(first?.why).toContainEqual(expect.objectContaining({ kind: "words", written: "nounou" }));
  });

  test("never comes from what is kept for those who keep the directory, nor from a card that is not published", () => {
    const secrets = new Map(
      [...directory.services].map(([id, service]) => [
        id,
        { ...service, internal: { ...service.internal, note: "zanzibar", keeperName: "Zébulon" } },
      ]),
    );
    const secret = buildIndex({ ...directory, services: secrets }, exampleNames);
    for (const word of ["zanzibar", "zebulon"]) expect(secret.postings.has(word)).toBe(false);
    expect(index.services.every(({ state }) => state.kind === "published")).toBe(true);
  });

  test("comes nearer the fresher it is, all else equal", () => {
    const [service] = [...directory.services.values()].filter(({ offer }) => offer.kind === "rpe");
    if (service === undefined) throw new Error("no service");
    const old = { ...service, id: [...directory.services.keys()][0] ?? service.id, verifiedOn: null };
    const two = buildIndex(
      {
        ...directory,
        services: new Map([
          [old.id, old],
          [service.id, service],
        ]),
      },
      exampleNames,
    );
    const found = search(two, { text: "relais", filters: noFilters, from: null, today, limit: 2 }).results;
    expect(ids(found)).toEqual([service.id, old.id]);
  });
});
