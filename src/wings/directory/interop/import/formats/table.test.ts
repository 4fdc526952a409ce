import { describe, expect, test } from "vitest";
import { textSheet } from "./table.fixture.ts";
import { all, readingOf } from "../feed.fixture.ts";
import { columnsUnder, headerOf, tableRow, tableRows } from "./table.ts";

const sheet = textSheet(
  ["Associations de loisirs 2026", "", "", "", ""],
  ["Nom de la structure", "Type de service", "Ville", "Tél", "Remarques"],
  ["Exemple : les jeux", "Ludothèque", "Le Val d’Ajol", "03 29 00 00 00", "à rappeler"],
  ["", "", "", "", ""],
  ["Exemple : devoirs", "CLAS", "88487", "", ""],
);

describe("the columns of a table", () => {
  test("are found under the row that names most of them, each field by one column", () => {
    expect(headerOf(sheet)).toBe(2);
    const columns = columnsUnder(sheet, 2);
    expect(columns.map(({ target }) => target)).toEqual(["name", "kind", "commune", "phone", null]);
    const named = columns.flatMap(({ target }) => target ?? []);
    expect(new Set(named).size).toBe(named.length);
  });

  test("give rows as whoever opens the file counts them; empty ones are passed over", async () => {
    const rows = await all(tableRows([sheet], { sheet: 0, headerTo: 2, columns: columnsUnder(sheet, 2) }));
    expect(rows.map(({ row }) => row)).toEqual([3, 5]);
  });
});

describe("a row of a table", () => {
  const read = (fields: Readonly<Record<string, string>>) => tableRow(7, fields, readingOf());

  test("is a place and a service, its commune by name or by code", () => {
    for (const commune of ["Le Val d’Ajol", "le val-d ajol", "88487"])
      expect(read({ name: "Exemple", kind: "ludotheque", commune })).toMatchObject({
        kind: "entry",
        entry: {
          row: 7,
          communeCode: "88487",
          place: { said: { name: "Exemple" } },
          service: { said: { "offer.kind": "ludotheque" } },
        },
      });
  });

  test.each([
    ["gratuit", "free", null],
    ["Selon quotient familial", "family_quotient", "Selon quotient familial"],
    ["3 € la séance", "paid", "3 € la séance"],
    ["se renseigner", "unknown", "se renseigner"],
  ])("a fee of « %s » is %s", (fee, said, details) => {
    expect(read({ name: "Exemple", fee })).toMatchObject({
      entry: { service: { said: { "fees.fee": said, "fees.details": details } } },
    });
  });

  test("with a kind that is not of the list waits, and says which it may be; the others come in", () => {
    expect(read({ name: "Exemple", kind: "Soucoupe volante" })).toMatchObject({ kind: "broken", row: 7 });
    const near = read({ name: "Exemple", kind: "Ludothéqe" });
    expect(JSON.stringify(near)).toContain("Ludothèque");
  });

  test("without a name is left, and hours that can’t be read are kept and said", () => {
    expect(read({ commune: "88487" })).toMatchObject({ kind: "broken" });
    expect(read({ name: "Exemple", hours: "voir l’affiche" })).toMatchObject({
      kind: "entry",
      entry: { service: { said: { "opening.periods": [{ season: "all_year", hours: "voir l’affiche" }] } } },
    });
  });
});
