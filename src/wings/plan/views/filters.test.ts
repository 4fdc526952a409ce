import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Actor } from "../../../platform/actor.ts";
import { PersonId, TerritoryId } from "../../../platform/model.ts";
import { defaultThemes } from "../../territory/territories/default-themes.ts";
import {
  applyFilters,
  flags,
  noFilters,
  readFilters,
  sortKeys,
  toQuery,
  views,
  type ActionFilters,
  type FilterNames,
} from "./filters.ts";
import { ActionStatus, type Action } from "../action/model.ts";
import { aPlan, anAction, communeCode, day, organisationId, themeKey } from "../action/plan.fixture.ts";
import { planFacts } from "../action/rules/facts.ts";

const today = day("2026-10-15");
const remiremont = communeCode("88383");
const eloyes = communeCode("88158");
const organisation = (number: number, name: string, shortName: string | null = null): FilterNames["organisations"][number] => ({
  id: organisationId(number),
  kind: "association",
  name,
  shortName,
  communeCode: null,
  email: null,
  phone: null,
  provenance: { kind: "example" },
});
const known: FilterNames = {
  axes: aPlan([]).axes,
  themes: defaultThemes,
  communes: [
    { code: remiremont, name: "Remiremont", population: 7_000, vintage: "2023" },
    { code: eloyes, name: "Éloyes", population: 3_000, vintage: "2023" },
  ],
  organisations: [
    organisation(1, "Caisse d’allocations familiales des Vosges", "Caf"),
    organisation(2, "Centre social de la Vallée"),
  ],
};
const someone = {
  territory: TerritoryId.parse("00000000-0000-4000-8000-000000000001"),
  person: PersonId.parse("00000000-0000-4000-8000-000000000002"),
};
const coordinator: Actor = { role: "coordinator", ...someone, name: "Chloé Exemple" };

const actions: readonly Action[] = [
  anAction(1, {
    identity: { title: "Itinérance du relais", themes: [themeKey("petite-enfance")] },
    how: { end: day("2026-01-01") },
    who: { leadId: organisationId(2) },
  }),
  anAction(2, {
    identity: { title: "Café des parents", themes: [themeKey("parentalite")] },
    what: { communes: [eloyes] },
    life: { status: "blocked", reason: "Pas de local à Éloyes", unblockedBy: "La mairie" },
    who: { partners: [{ organisationId: organisationId(1), role: "funder" }], leadPerson: "chloe exemple" },
  }),
  anAction(10, {
    identity: { title: "Œuvrer ensemble", themes: [themeKey("parentalite"), themeKey("jeunesse")] },
    what: { communes: [remiremont] },
    life: { status: "done" },
  }),
];
const facts = planFacts(aPlan(actions), today);
const find = (query: string, actor: Actor = coordinator) => {
  const { filters, ignored } = readFilters(new URLSearchParams(query), known);
  const found = applyFilters({ actions, facts, known, actor }, filters);
  return { ...found, ignored, numbers: found.actions.map(({ identity }) => Number(identity.number)) };
};

describe("which actions answer", () => {
  test.each([
    ["", [1, 2, 10]],
    ["theme=parentalite", [2, 10]],
    ["theme=parentalite&status=done", [10]],
    ["status=done&status=blocked", [2, 10]],
    // What covers the whole EPCI concerns each commune.
    ["commune=88158", [1, 2]],
    ["late=1", [1]],
    ["noLead=1", [2]],
    ["mine=1", [2]],
    [`organisation=${organisationId(1)}`, [2]],
    ["axis=2", []],
    ["q=cafe", [2]],
    ["q=ELOYES+local", [2]],
    ["q=œuvrer", [10]],
    ["q=oeuvrer", [10]],
    ["q=caf+allocations", [2]],
    ["q=jeunesse", [10]],
    ["q=jeunesse+cafe", []],
    ["sort=-title", [10, 1, 2]],
    ["sort=-axis", [10, 2, 1]],
    ["sort=lead", [1, 2, 10]],
    ["sort=end", [1, 2, 10]],
    ["sort=-end", [1, 2, 10]],
  ])("%s", (query, numbers) => {
    expect(find(query).numbers).toEqual(numbers);
  });

  it("tells what an address says that means nothing here, and leaves it out", () => {
    const { ignored, numbers } = find(
      "status=finie&axis=9&theme=parentalite&page=0&sort=hasard&late=oui&commune=75056&utm_source=x",
    );
    expect(ignored.map(({ name }) => name).toSorted()).toEqual(["axis", "commune", "late", "page", "sort", "status"]);
    expect(numbers).toEqual([2, 10]);
  });
});

describe("a passer-by", () => {
  const passerBy: Actor = { role: "public", territory: someone.territory };
  test.each([
    ["q=chloe", []],
    ["q=local", []],
    ["q=cafe", [2]],
    ["noLead=1", [1, 2, 10]],
    ["moneyMissing=1&theme=jeunesse", [10]],
    ["sort=-money", [1, 2, 10]],
  ])("learns nothing hidden from %s", (query, numbers) => {
    expect(find(query, passerBy).numbers).toEqual(numbers);
  });
});

it("counts for each choice what it would leave", () => {
  const { facets } = find("theme=parentalite");
  expect(facets.theme.get(themeKey("petite-enfance"))).toBe(1);
  expect(facets.status.get("done")).toBe(1);
  expect(facets.status.get("ongoing")).toBeUndefined();
});

const anyFilters: fc.Arbitrary<ActionFilters> = fc.record({
  axis: fc.subarray([1, 2]),
  status: fc.subarray([...ActionStatus.options]),
  theme: fc.option(fc.constantFrom(...defaultThemes.map(({ key }) => key))),
  commune: fc.option(fc.constantFrom(remiremont, eloyes)),
  organisation: fc.option(fc.constantFrom(organisationId(1), organisationId(2))),
  flags: fc.subarray([...flags]),
  q: fc.string({ maxLength: 30 }).map((q) => q.trim()),
  sort: fc.record({ key: fc.constantFrom(...sortKeys), down: fc.boolean() }),
  view: fc.constantFrom(...views),
  page: fc.integer({ min: 1, max: 50 }),
});

describe("the address bar", () => {
  it("gives back what was put in it", () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const read = readFilters(new URLSearchParams(toQuery(filters)), known);
        expect(read.ignored).toEqual([]);
        expect(toQuery(read.filters)).toBe(toQuery(filters));
        expect({ ...read.filters, status: read.filters.status.toSorted() }).toEqual({
          ...filters,
          status: filters.status.toSorted(),
        });
      }),
    );
  });

  it("is empty when nothing is chosen, and never fails on anything typed", () => {
    expect(toQuery(noFilters)).toBe("");
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => readFilters(new URLSearchParams(query), known).filters.page >= 1),
      { numRuns: 30 },
    );
  });
});

it("counts a choice as many times as choosing it shows", () => {
  fc.assert(
    fc.property(anyFilters, fc.constantFrom(...ActionStatus.options), fc.constantFrom(...flags), (filters, status, flag) => {
      const search = (changed: Partial<ActionFilters>) =>
        applyFilters({ actions, facts, known, actor: coordinator }, { ...filters, ...changed });
      expect(search({}).facets.status.get(status) ?? 0).toBe(search({ status: [status] }).actions.length);
      expect(search({}).facets.flags.get(flag) ?? 0).toBe(
        search({ flags: [...new Set([...filters.flags, flag])] }).actions.length,
      );
    }),
  );
});

it("searches and counts a thousand actions", () => {
  const many = Array.from({ length: 1_000 }, (_, index) =>
    anAction(index + 1, {
      identity: { themes: [themeKey("jeunesse")] },
      what: { description: "Un lieu d’accueil. ".repeat(20) },
    }),
  );
  const found = applyFilters(
    { actions: many, facts: planFacts(aPlan(many), today), known, actor: coordinator },
    { ...noFilters, q: "accueil", theme: themeKey("jeunesse") },
  );
  expect(found.actions).toHaveLength(1_000);
  expect(found.actions[999]?.identity.number).toBe("1000");
});
