import { strToU8, unzipSync, zipSync } from "fflate";
import { writeOds, writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { cellName, cellText } from "./sheet.ts";
import { bytesOf, sheetsOf } from "./spreadsheet-trial.ts";

describe("CSV", () => {
  it.each([
    [
      "semicolons, UTF-8",
      "Titre;Coût\nÉté;3,5\n",
      [
        ["Titre", "Coût"],
        ["Été", "3,5"],
      ],
    ],
    [
      "commas",
      'Titre,Coût\n"Été, automne",3\nHiver,4\n',
      [
        ["Titre", "Coût"],
        ["Été, automne", "3"],
        ["Hiver", "4"],
      ],
    ],
    [
      "tabs",
      "Titre\tCoût\nÉté\t3,5\n",
      [
        ["Titre", "Coût"],
        ["Été", "3,5"],
      ],
    ],
    [
      "a line that tells it",
      "sep=|\r\nTitre|Coût\r\nA;b|2\r\n",
      [
        ["Titre", "Coût"],
        ["A;b", "2"],
      ],
    ],
    [
      "cells of several lines",
      'Titre;Partenaires\n"A";"Caf\nMSA"\n',
      [
        ["Titre", "Partenaires"],
        ["A", "Caf\nMSA"],
      ],
    ],
  ])("finds %s", async (_, csv, rows) => {
    const [sheet] = await sheetsOf(bytesOf(csv), "plan.csv");
    expect(sheet?.rows.map((row) => row.map(cellText))).toEqual(rows);
  });

  it("reads what Excel for Windows writes, and UTF-16", async () => {
    const [latin] = await sheetsOf(Uint8Array.from(Buffer.from("Co\u00fbt;\u0080\n\u00c9loyes;1\n", "latin1")), "plan.csv");
    expect(latin?.rows.map((row) => row.map(cellText))).toEqual([
      ["Coût", "€"],
      ["Éloyes", "1"],
    ]);
    const [wide] = await sheetsOf(Uint8Array.from(Buffer.from("\uFEFFTitre\tCoût\nA\t1", "utf16le")), "plan.txt");
    expect(wide?.rows.map((row) => row.map(cellText))).toEqual([
      ["Titre", "Coût"],
      ["A", "1"],
    ]);
    expect(wide?.name).toBe("plan");
  });
});

describe("merged and hidden", () => {
  const merged = {
    name: "Axes",
    rows: [
      ["Axe", "Action"],
      ["Axe 1", "A"],
      [null, "B"],
      ["Total", null],
    ],
    merges: [
      { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
      { startRow: 3, startCol: 0, endRow: 3, endCol: 1 },
    ],
  };
  it.each(["xlsx", "ods"] as const)("says where a covered cell of %s comes from", async (format) => {
    const bytes = await (format === "xlsx" ? writeXlsx : writeOds)({ sheets: [merged] });
    const [sheet] = await sheetsOf(bytes, `a.${format}`);
    expect(sheet?.rows[2]?.[0]).toEqual({ kind: "text", text: "Axe 1", mergedFrom: { row: 1, column: 0 } });
    expect(sheet?.rows[3]?.[1]).toEqual({ kind: "text", text: "Total", mergedFrom: { row: 3, column: 0 } });
  });

  it("keeps header rows that LibreOffice wraps, and knows hidden sheets", async () => {
    const parts = unzipSync(
      await writeOds({
        sheets: [
          { name: "A", rows: [["Titre"], ["x"]] },
          { name: "B", rows: [["y"]] },
        ],
      }),
    );
    const content = Buffer.from(parts["content.xml"] ?? []).toString();
    const wrapped = content
      .replace(/<table:table-row>/, "<table:table-header-rows><table:table-row>")
      .replace(/<\/table:table-row>/, "</table:table-row></table:table-header-rows>")
      .replace('table:name="B"', 'table:name="B" table:style-name="ta2"')
      .replace(
        /<office:automatic-styles\/?>(<\/office:automatic-styles>)?/,
        '<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>',
      );
    const sheets = await sheetsOf(zipSync({ ...parts, "content.xml": strToU8(wrapped) }), "a.ods");
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ["A", false, 2],
      ["B", true, 1],
    ]);
  });

  it("does not count formatted emptiness", async () => {
    const parts = unzipSync(await writeOds({ sheets: [{ name: "A", rows: [["Titre"], ["x"]] }] }));
    const content = Buffer.from(parts["content.xml"] ?? [])
      .toString()
      .replace(
        /<\/table:table>/,
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:style-name="ce1" table:number-columns-repeated="1024"/></table:table-row></table:table>',
      );
    expect((await sheetsOf(zipSync({ ...parts, "content.xml": strToU8(content) }), "a.ods"))[0]?.rows.length).toBe(2);
  });
});
it("names cells as spreadsheets do", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map((column) => cellName({ row: 11, column }))).toEqual([
    "A12",
    "Z12",
    "AA12",
    "AZ12",
    "BA12",
    "ZZ12",
    "AAA12",
  ]);
});
