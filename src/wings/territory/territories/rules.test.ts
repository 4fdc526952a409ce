import fc from "fast-check";
import { expect, it } from "vitest";
import { CommuneCode } from "./model.ts";
import { populationOf, reservedSlugs, slugOf, themeKeyOf } from "./rules.ts";

it("counts a population only when each part is published and of one edition", () => {
  const commune = (population: number | null, vintage = "COG 2026") => ({
    code: CommuneCode.parse("88383"),
    population,
    vintage,
  });
  expect(populationOf([commune(7_000), commune(3_000)])).toBe(10_000);
  expect(populationOf([commune(7_000), commune(null)])).toBeNull();
  expect(populationOf([commune(7_000), commune(3_000, "COG 2025")])).toBeNull();
  expect(populationOf([])).toBeNull();
});

it("makes addresses and keys that can be typed, whatever the name", () => {
  expect(slugOf("CC de la Porte des Vosges Méridionales")).toBe("porte-des-vosges-meridionales");
  expect(themeKeyOf("Santé des jeunes")).toBe("sante-des-jeunes");
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
      expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(themeKeyOf(name)).toMatch(/^$|^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
  expect([...reservedSlugs]).toEqual(
    expect.arrayContaining(["connexion", "deconnexion", "compte", "demonstration", "courriels", "instance", "api"]),
  );
});
