import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listText, splitLines, splitList } from "./list.ts";
import { comparable, nearest, nearness } from "./near.ts";

describe("splitList", () => {
  it.each([
    ["CAF, MSA / Commune de Vecoux ; Centre social", ["CAF", "MSA", "Commune de Vecoux", "Centre social"]],
    ["CAF et MSA", ["CAF", "MSA"]],
    ["CAF, MSA et Département", ["CAF", "MSA", "Département"]],
    ["Foyer rural et culturel", ["Foyer rural et culturel"]],
    ["• Crèche\n• Relais (RPE, lieu d'accueil)", ["Crèche", "Relais (RPE, lieu d'accueil)"]],
    ["- CAF\n- MSA", ["CAF", "MSA"]],
    ["1. CAF\n2. MSA", ["CAF", "MSA"]],
    ["CAF - MSA", ["CAF", "MSA"]],
    ["Saint-Nabord, Le Val-d'Ajol", ["Saint-Nabord", "Le Val-d'Ajol"]],
    ["CAF, caf, etc.", ["CAF"]],
    ["Caf (88", ["Caf (88"]],
    ["0-3 ans / 3-6 ans", ["0-3 ans", "3-6 ans"]],
    ["", []],
  ])("cuts %j", (text, names) => {
    expect(splitList(text)).toEqual(names);
  });

  it("never cuts a name that is known whole", () => {
    expect(splitList("Enfance, Jeunesse et Famille / Caf", ["Enfance, jeunesse et famille"])).toEqual([
      "Enfance, Jeunesse et Famille",
      "Caf",
    ]);
    expect(splitList("Familles, Rurales", ["Familles, Rurales"])).toEqual(["Familles, Rurales"]);
  });

  it("joins a line that goes on with the bullet before", () => {
    expect(splitLines("• Ouvrir un lieu\nd'accueil\n• Former")).toEqual(["Ouvrir un lieu d'accueil", "Former"]);
  });

  it("reads back what it writes", () => {
    const name = fc
      .stringMatching(/^[A-Z][a-z]{1,8}( [a-z]{2,6}){0,2}$/)
      .filter((text) => !/ (?:et|puis|ainsi) |^Etc$/.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(name, { selector: (each) => each.toLowerCase() }), (names) => {
        expect(splitList(listText("fr", names))).toEqual(names);
      }),
    );
  });

  it("never throws, never gives a blank name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const name of splitList(text)) expect(name.trim()).not.toBe("");
      }),
    );
  });
});

describe("comparable", () => {
  it.each([
    ["Com. com. de la Porte des Vosges Méridionales", "CC de la Porte des Vosges méridionales"],
    ["Mairie de St-Nabord", "Commune de Saint-Nabord"],
    ["Asso. Les Lutins", "Association les Lutins"],
    ["Conseil départemental", "CD 88"],
    ["Caisse d'allocations familiales", "CAF"],
    ["Cté de communes X", "Communauté de communes X"],
    ["Ste-Barbe", "Sainte Barbe"],
  ])("holds %s and %s for the same", (one, other) => {
    expect(comparable(one)).toBe(comparable(other));
  });
});

describe("nearest", () => {
  const known = [
    { name: "Communauté de communes de la Porte des Vosges Méridionales", aliases: ["CCPVM"] },
    { name: "Caf des Vosges" },
    { name: "Conseil départemental des Vosges" },
    { name: "MSA Lorraine" },
    { name: "Saint-Amé" },
    { name: "Saint-Nabord" },
    { name: "Saint-Étienne-lès-Remiremont" },
    { name: "Remiremont" },
  ] as const;

  it.each([
    ["ccpvm", "exact", known[0].name],
    ["CAF DES VOSGES", "exact", "Caf des Vosges"],
    ["Caf", "near", "Caf des Vosges"],
    ["MSA", "near", "MSA Lorraine"],
    ["CD88", "near", "Conseil départemental des Vosges"],
    ["Département des Vosges", "exact", "Conseil départemental des Vosges"],
    ["St Nabord", "exact", "Saint-Nabord"],
    ["Saint Etienne les Rmt", "near", "Saint-Étienne-lès-Remiremont"],
    ["Remirmont", "near", "Remiremont"],
  ])("finds %s: %s %s", (text, match, name) => {
    expect(nearest(text, known)).toMatchObject({ match, candidate: { name } });
  });

  it("knows an acronym that nobody declared", () => {
    expect(nearest("CCPVM", [{ name: known[0].name }])).toMatchObject({ match: "near", score: 0.9 });
  });

  it("finds nothing where there is nothing", () => {
    for (const text of ["Croix-Rouge", "Saint-Dié", "", "???"]) expect(nearest(text, known)).toMatchObject({ match: "none" });
    expect(nearest("Caf", [])).toEqual({ match: "none", score: 0, others: [] });
  });

  it("lets a person choose between two that compare the same", () => {
    const twins = [{ name: "Commune de Vecoux" }, { name: "Ville de Vecoux" }];
    expect(nearest("Mairie de Vecoux", twins)).toMatchObject({ match: "near", others: [{ score: 1 }] });
    expect(nearest("ville de vecoux", twins)).toMatchObject({ match: "exact", candidate: { name: "Ville de Vecoux" } });
  });

  it("scores from 0 to 1, the same both ways, and 1 with itself", () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("abcdeéàst- .'\u0301")) });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const score = nearness(one, other);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(nearness(other, one)).toBeCloseTo(score, 10);
        if (comparable(one) !== "") expect(nearness(one, one)).toBe(1);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (any) => void nearest(any, known)));
  });
});
