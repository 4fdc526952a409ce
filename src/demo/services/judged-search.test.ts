import { describe, expect, test } from "vitest";
import { judgedQueries } from "../../wings/directory/search/judged-queries.fixture.ts";
import { noFilters } from "../../wings/directory/search/model.ts";
import { search } from "../../wings/directory/search/search.ts";
import { buildIndex } from "../../wings/directory/search/search-index.ts";
import { exampleDirectory, exampleNames } from "./example-directory.fixture.ts";

const directory = exampleDirectory();
const index = buildIndex(directory, exampleNames);
const today = Math.round(Date.parse("2026-11-20T00:00:00Z") / 86_400_000);
const firstThree = (text: string) => search(index, { text, filters: noFilters, from: null, today, limit: 3 }).results;

/** At least this part of the judged queries finds what was expected among the first three. */
const expectedRate = 0.95;

test("of one hundred judged queries, 95 or more find a service of an expected kind among the first three", () => {
  const misses = judgedQueries.filter(([text, kinds, commune]) => {
    const found = firstThree(text).filter(({ service }) => kinds.split(" ").includes(service.offer.kind));
    const place = (placeId: (typeof found)[number]["service"]["placeId"]) => directory.places.get(placeId)?.communeCode;
    return commune === undefined
      ? found.length === 0
      : !found.some(
          ({ service }) =>
            place(service.placeId) === commune || service.where.rounds.some(({ communeCode }) => communeCode === commune),
        );
  });
  const told = misses.map(([text, kinds]) => ({ text, kinds, got: firstThree(text).map(({ service }) => service.offer.name) }));
  if (told.length > 0) console.info("missed", JSON.stringify(told, null, 1));
  expect(judgedQueries).toHaveLength(100);
  expect(1 - misses.length / judgedQueries.length, JSON.stringify(told, null, 1)).toBeGreaterThanOrEqual(expectedRate);
});

describe("a parent near Vecoux", () => {
  test("finds who can keep a two-year-old on Wednesday: the nearest that is open that day, and why", () => {
    const [first] = firstThree("garde 2 ans mercredi Vecoux");
    expect(first?.service.offer.name).toBe("Maison d’assistantes maternelles Les Petits Sabots (exemple)");
    expect(first?.why).toContainEqual({ kind: "ages" });
    expect(first?.why).toContainEqual({ kind: "day", day: "We" });
    expect(first?.leftOut).toContainEqual({ kind: "commune", commune: "88498" });
    expect(first?.km).toBeLessThan(4);
  });
});
