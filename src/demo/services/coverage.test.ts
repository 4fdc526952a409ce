import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AgeBandKey } from "../../wings/directory/coverage/model.ts";
import { referenceFigures } from "../../wings/directory/coverage/reference-figures.ts";
import {
  ageBand,
  ageBands,
  byCommune,
  childcareKinds,
  coverageOf,
  crossChecks,
  ratesOf,
} from "../../wings/directory/coverage/rules.ts";
import { Area, ServiceState, type Directory, type Service, type ServiceId } from "../../wings/directory/card/model.ts";
import { filtersOf, readQuery } from "../../wings/directory/search/pages/search-query.ts";
import { communesOf } from "../../wings/directory/card/rules.ts";
import { noFilters } from "../../wings/directory/search/model.ts";
import { search } from "../../wings/directory/search/search.ts";
import { buildIndex } from "../../wings/directory/search/search-index.ts";
import { CommuneCode } from "../../wings/territory/territories/model.ts";
import { exampleDirectory, exampleNames } from "./example-directory.fixture.ts";

const whole = exampleDirectory();
const communes = exampleNames.communes.map(({ code }) => code);
const epciSiren = "200068377";
const cover = (directory: Directory, band: AgeBandKey | null = null) =>
  coverageOf(directory, { communes, epciSiren, band: ageBand(band), figures: referenceFigures });
const changed = (change: (service: Service, at: number) => Service): Directory => ({
  ...whole,
  services: new Map([...whole.services.values()].map((service, at) => [service.id, change(service, at)] as const)),
});
const idsOf = (services: readonly Service[]): ReadonlySet<ServiceId> => new Set(services.map(({ id }) => id));

const bands = fc.option(fc.constantFrom(...AgeBandKey.options));
/** The directory of the demonstration, with some of it closed, and for other people than it was. */
const directories = fc
  .array(
    fc.record({
      isOpen: fc.boolean(),
      area: fc.constantFrom<unknown>(
        { kind: "unknown" },
        { kind: "everywhere" },
        { kind: "codes", codes: ["88498"] },
        { kind: "codes", codes: [epciSiren] },
        { kind: "codes", codes: ["54"] },
      ),
      minMonths: fc.option(fc.nat(200)),
      span: fc.option(fc.nat(120)),
    }),
    { minLength: whole.services.size, maxLength: whole.services.size },
  )
  .map((changes) =>
    changed((service, at) => {
      const { isOpen = true, area = { kind: "unknown" }, minMonths = null, span = null } = changes[at] ?? {};
      return {
        ...service,
        state: ServiceState.parse(isOpen ? { kind: "published" } : { kind: "draft" }),
        where: { ...service.where, area: Area.parse(area) },
        forWhom: {
          ...service.forWhom,
          minMonths,
          maxMonths: span === null ? null : (minMonths ?? 0) + span,
        },
      };
    }),
  );

describe("the coverage", () => {
  test("each cell holds what the search finds at its address", () => {
    fc.assert(
      fc.property(directories, bands, (directory, band) => {
        const index = buildIndex(directory, exampleNames);
        for (const { kind, cells } of cover(directory, band).rows)
          for (const { commune, here } of cells.values()) {
            const asked = filtersOf(readQuery({ kind: kind.key, commune, ...(band === null ? {} : { ages: band }) }));
            const found = search(index, { text: "", filters: asked, from: null, today: 20_000, limit: 1_000 });
            expect(idsOf(found.results.map(({ service }) => service))).toEqual(idsOf(here));
          }
      }),
      { numRuns: 20 },
    );
  });

  test("what is published is in each of its communes, what is not is nowhere", () => {
    fc.assert(
      fc.property(directories, (directory) => {
        const { rows } = cover(directory);
        for (const service of directory.services.values()) {
          const place = directory.places.get(service.placeId);
          const cells = [...(rows.find(({ kind }) => kind.key === service.offer.kind)?.cells.values() ?? [])];
          const seen = cells.filter(({ here }) => here.includes(service)).map(({ commune }) => commune);
          const isOpen = service.state.kind === "published" && place !== undefined;
          expect(new Set<string>(seen)).toEqual(isOpen ? communesOf(service, place) : new Set());
          for (const { here, fromElsewhere } of cells)
            expect(here.includes(service) && fromElsewhere.includes(service)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("an age only takes away, and all ages together leave out none that says its age", () => {
    fc.assert(
      fc.property(directories, (directory) => {
        const all = cover(directory);
        const byBand = ageBands.map(({ key }) => cover(directory, key));
        for (const { kind, services } of all.rows) {
          const narrowed = byBand.flatMap(({ rows }) => rows.find((row) => row.kind.key === kind.key)?.services ?? []);
          for (const service of narrowed) expect(services).toContain(service);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("each kind is in a row, nowhere, or for another age", () => {
    fc.assert(
      fc.property(directories, bands, (directory, band) => {
        const coverage = cover(directory, band);
        const named = [...coverage.rows.map(({ kind }) => kind.key), ...coverage.nowhere.map(({ key }) => key)];
        expect(new Set(named).size).toBe(named.length);
        for (const { given, served, lacking } of byCommune(coverage)) {
          const told = [...given, ...served, ...lacking].map(({ key }) => key).filter((key) => key !== "autre");
          expect(new Set(told)).toEqual(new Set(named.filter((key) => key !== "autre")));
          expect(new Set(told).size).toBe(told.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("a round counts where it stops, and brings no place of its own", () => {
    const rounds = cover(whole).rows.find(({ kind }) => kind.key === "rpe");
    const stops = [...(rounds?.cells.values() ?? [])].filter(({ here }) => here.length > 0);
    expect(stops.length).toBeGreaterThan(1);
    for (const { cells, services } of cover(whole).rows) {
      const places = [...cells.values()].reduce((sum, cell) => sum + cell.places.known, 0);
      const said = services
        .flatMap(({ capacity }) => capacity.capacities)
        .reduce((sum, { unit, maximum }) => sum + (unit === "places" ? (maximum ?? 0) : 0), 0);
      expect(places).toBeLessThanOrEqual(said);
    }
  });

  test("a service for those of a wider area serves them from elsewhere", () => {
    const wide = changed((service) => ({ ...service, where: { ...service.where, area: { kind: "codes", codes: ["88"] } } }));
    for (const { cells } of cover(wide).rows)
      for (const { here, fromElsewhere } of cells.values()) expect(here.length + fromElsewhere.length).toBeGreaterThan(0);
    expect(
      byCommune(cover(wide)).every(({ lacking }) =>
        lacking.every(({ key }) => cover(wide).nowhere.some((kind) => kind.key === key)),
      ),
    ).toBe(true);
  });
});

describe("places for a hundred children", () => {
  const rates = ratesOf(cover(whole, "0-2"), referenceFigures, ({ key }) => childcareKinds.includes(key));

  test("are said where both are known, and nowhere else", () => {
    for (const { places, children, per100 } of rates) {
      if (children === null || places.saying === 0) expect(per100).toBeNull();
      else expect(per100).toBeCloseTo((places.known / children.count) * 100);
    }
    expect(rates.filter(({ per100 }) => per100 !== null).map(({ commune }) => commune)).toEqual(["88383"]);
  });

  test("are for one age: all ages together have none", () => {
    expect(ratesOf(cover(whole), referenceFigures, () => true)).toEqual([]);
  });
});

test("public statistics are beside what the directory knows, with their year", () => {
  const checks = crossChecks(cover(whole), referenceFigures);
  expect(checks).toContainEqual(
    expect.objectContaining({ commune: "88383", counted: expect.objectContaining({ count: 1, year: 2018 }) }),
  );
  expect(checks.every(({ known, counted }) => known + counted.count > 0)).toBe(true);
  const none = crossChecks(cover({ ...whole, services: new Map() }), referenceFigures);
  expect(none.map(({ commune, known }) => [commune, known])).toEqual([[CommuneCode.parse("88383"), 0]]);
});

test("no filter of the search is lost", () => {
  expect(filtersOf(readQuery({}))).toEqual(noFilters);
});
