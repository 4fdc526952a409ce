import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isHere, reference, unlessHere } from "../../../../packages/published.fixture.ts";
import { AgeBandKey } from "./model.ts";
import { referenceFigures } from "./reference-figures.ts";

const rowsOf = (delimiter: string, ...path: readonly string[]) =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(parse(readFileSync(reference(...path), "utf8"), { columns: true, delimiter, bom: true }));

describe.skipIf(!isHere)(`the figures carried over (${unlessHere})`, () => {
  test("childcare centres are those of the facilities of 2018", () => {
    const rows = rowsOf(",", "insee", "bpe2018-ccpvm.csv");
    for (const commune of new Set(rows.map(({ DEPCOM }) => DEPCOM ?? ""))) {
      const counted = rows.filter(({ DEPCOM, TYPEQU }) => DEPCOM === commune && TYPEQU === "D502");
      const count = counted.reduce((sum, { NB_EQUIP }) => sum + Number(NB_EQUIP), 0);
      expect(referenceFigures.services(commune, "eaje"), commune).toMatchObject({ count, year: 2018 });
    }
  });

  test("children are those of the Iris of 2021, none of them secret", () => {
    const rows = rowsOf(";", "places", "caf-iris-2021-88.csv").filter(({ iris_code }) => iris_code?.startsWith("88383"));
    expect(rows.map(({ note }) => note)).toEqual(["0", "0", "0", "0"]);
    const columns = { "0-2": ["enf_2"], "3-5": ["enf_3_5"], "6-10": ["enf_6_10"], "11-17": ["enf_11_14", "enf_15_17"] };
    for (const band of AgeBandKey.options) {
      const count = rows.reduce((sum, row) => sum + columns[band].reduce((own, column) => own + Number(row[column]), 0), 0);
      expect(referenceFigures.children("88383", band), band).toMatchObject({ count, year: 2021 });
    }
  });
});
