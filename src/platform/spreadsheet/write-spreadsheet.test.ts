import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { protectedText, unprotected } from "./read-csv.ts";
import { sheetsOf, text } from "./spreadsheet-trial.ts";
import { type WrittenWorkbook, writeCsv, writeWorkbook } from "./write-spreadsheet.ts";

const workbook: WrittenWorkbook = {
  title: "Essai",
  writtenAt: new Date("2026-11-01T08:00:00Z"),
  sheets: [
    {
      name: "Plan [2023/2027]",
      columns: [
        { title: "Action", kind: "text", width: 40 },
        { title: "Coût", kind: "amount" },
        { title: "Début", kind: "day" },
        { title: "Agents", kind: "number" },
        { title: "Part", kind: "percent" },
      ],
      rows: [
        ["=1+1\nÉloyes & <b>", 350_000, "2027-03-03", 1.5, 0.25],
        ["-", null, null, 0, null],
      ],
    },
    { name: "Vide", columns: [{ title: "Titre", kind: "text" }], rows: [] },
  ],
};

describe("writeWorkbook, read back", () => {
  it.each(["xlsx", "ods"] as const)("keeps types, names and text in %s", async (format) => {
    const sheets = await sheetsOf(await writeWorkbook(workbook, format), `essai.${format}`);
    expect(sheets.map(({ name }) => name)).toEqual(["Plan 2023 2027", "Vide"]);
    expect(sheets[0]?.rows).toEqual([
      ["Action", "Coût", "Début", "Agents", "Part"].map(text),
      [
        text("=1+1\nÉloyes & <b>"),
        { kind: "number", value: 3_500, format: "plain" },
        { kind: "date", day: "2027-03-03" },
        { kind: "number", value: 1.5, format: "plain" },
        { kind: "number", value: 0.25, format: "percent" },
      ],
      [text("-"), { kind: "empty" }, { kind: "empty" }, { kind: "number", value: 0, format: "plain" }],
    ]);
  });

  it.each(["xlsx", "ods"] as const)(
    "gives the same bytes for the same content in %s, with the header in sight",
    async (format) => {
      const [one, other] = [await writeWorkbook(workbook, format), await writeWorkbook(workbook, format)];
      expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
      const parts = unzipSync(one);
      const view = format === "xlsx" ? parts["xl/worksheets/sheet1.xml"] : parts["settings.xml"];
      expect(Buffer.from(view ?? []).toString()).toMatch(
        format === "xlsx" ? /state="frozen"/ : /VerticalSplitPosition" config:type="int">1</,
      );
    },
  );

  it.each(["xlsx", "ods"] as const)("never writes a formula in %s, whatever the text", async (format) => {
    const any = fc.string({ unit: "grapheme" });
    await fc.assert(
      fc.asyncProperty(any, any, async (title, value) => {
        const bytes = await writeWorkbook(
          { sheets: [{ name: title, columns: [{ title: "t", kind: "text" }], rows: [[`=${value}`]] }] },
          format,
        );
        const parts = unzipSync(bytes);
        const body = Buffer.from(parts[format === "xlsx" ? "xl/worksheets/sheet1.xml" : "content.xml"] ?? []).toString();
        expect(body).not.toMatch(/<f[ >]|table:formula/);
        expect((await sheetsOf(bytes, `a.${format}`))[0]?.rows.length).toBe(2);
      }),
      { numRuns: 30 },
    );
  });
});

describe("writeCsv, read back", () => {
  it("begins with the mark of UTF-8, writes semicolons and holds formulas", async () => {
    const [sheet] = workbook.sheets;
    if (!sheet) throw new Error("no sheet");
    const bytes = writeCsv(sheet);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(Buffer.from(bytes).toString()).toContain(`"'=1+1\nÉloyes & <b>";3500,00;2027-03-03;1,5;25 %`);
    const [read] = await sheetsOf(bytes, "essai.csv");
    expect(read?.rows[1]?.[0]).toEqual(text("=1+1\nÉloyes & <b>"));
  });

  it("gives back any text that it protects", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("'=+-@\tab")) }), (any) => {
        expect(unprotected(protectedText(any))).toBe(any);
      }),
    );
    for (const start of ["=", "+", "-", "@"]) expect(protectedText(`${start}cmd`)).toBe(`'${start}cmd`);
  });
});
