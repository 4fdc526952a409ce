import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { writeOds, writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { spreadsheetLimits } from "./limits.ts";
import { refusalOfFormulaErrors, readSpreadsheet } from "./read-spreadsheet.ts";
import { protectedText, unprotected } from "./read-csv.ts";
import { type Refusal, type RefusalReason, sayRefusal } from "./refusal.ts";
import { cellName, cellText, type Sheet } from "./sheet.ts";
import { type WrittenWorkbook, writeCsv, writeWorkbook } from "./write-spreadsheet.ts";
import fr from "./words.fr.json" with { type: "json" };

const text = (value: string) => ({ kind: "text", text: value });
const bytesOf = (value: string) => new TextEncoder().encode(value);

async function sheetsOf(bytes: Uint8Array, name: string): Promise<readonly Sheet[]> {
  const read = await readSpreadsheet(bytes, name);
  if (read.kind === "refused") throw new Error(`refused: ${read.reason}`);
  return read.sheets;
}
async function refusalFor(bytes: Uint8Array, name: string): Promise<Refusal> {
  const read = await readSpreadsheet(bytes, name);
  if (read.kind !== "refused") throw new Error("should have been refused");
  expect(sayRefusal(read, "fr")).not.toMatch(/[{}]/);
  return read;
}

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
      fc.property(
        fc.string({ unit: fc.constantFrom(..."'=+-@\tab") }),
        (any) => void expect(unprotected(protectedText(any))).toBe(any),
      ),
    );
    for (const start of ["=", "+", "-", "@"]) expect(protectedText(`${start}cmd`)).toBe(`'${start}cmd`);
  });
});

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

describe("refusals", () => {
  const ole = (name: string) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...Buffer.from(name, "utf16le")]);
  const contentTypes =
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';

  it.each<[string, Uint8Array, string, Refusal["reason"]]>([
    ["nothing", new Uint8Array(), "a.xlsx", "empty"],
    ["an old workbook", ole("Workbook"), "plan.xls", "old-format"],
    ["a Word file of before", ole("WordDocument"), "plan.doc", "other-type"],
    ["a PDF under a wrong name", bytesOf("%PDF-1.7 ..."), "plan.xlsx", "pdf"],
    ["a PNG", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), "plan.png", "image"],
    ["a JPEG under a wrong name", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), "plan.xlsx", "image"],
    ["a page of the web", bytesOf("<!DOCTYPE html><table></table>"), "plan.xls", "other-type"],
    ["text under the name of a workbook", bytesOf("bonjour"), "plan.xlsx", "corrupt"],
    ["bytes that are nothing", Uint8Array.from([1, 2, 3, 0, 0, 4]), "plan.csv", "other-type"],
    ["a cut archive", bytesOf("PK\u0003\u0004abcdef"), "plan.xlsx", "corrupt"],
    ["an archive of something else", zipSync({ "a.txt": strToU8("a") }), "plan.zip", "other-type"],
    [
      "a Word file",
      zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<a/>") }),
      "plan.docx",
      "other-type",
    ],
    [
      "a text of LibreOffice",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text"), "content.xml": strToU8("<a/>") }),
      "plan.odt",
      "other-type",
    ],
    [
      "a workbook with macros",
      zipSync({
        "[Content_Types].xml": strToU8(contentTypes),
        "xl/workbook.xml": strToU8("<a/>"),
        "xl/vbaProject.bin": strToU8("x"),
      }),
      "plan.xlsm",
      "macros",
    ],
    [
      "a binary workbook",
      zipSync({ "[Content_Types].xml": strToU8(contentTypes), "xl/workbook.bin": strToU8("x") }),
      "plan.xlsb",
      "old-format",
    ],
    [
      "a workbook without its parts",
      zipSync({ "[Content_Types].xml": strToU8(contentTypes), "xl/workbook.xml": strToU8("<a/>") }),
      "plan.xlsx",
      "corrupt",
    ],
    [
      "an encrypted ODS",
      zipSync({
        mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
        "META-INF/manifest.xml": strToU8("<manifest:encryption-data/>"),
        "content.xml": strToU8("x"),
      }),
      "a.ods",
      "password",
    ],
    ["a CSV of blanks", bytesOf(" ; ; \n;;\n"), "a.csv", "empty"],
  ])("refuses %s", async (_, bytes, name, reason) => {
    expect((await refusalFor(bytes, name)).reason).toBe(reason);
  });

  it("refuses a workbook under a real password", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "A", rows: [["a"]] }], encryption: { password: "secret", spinCount: 10 } });
    expect((await refusalFor(bytes, "a.xlsx")).reason).toBe("password");
  });

  it("refuses 300 MB before it looks inside", async () => {
    const refusal = await refusalFor(new Uint8Array(300 * 1024 * 1024), "a.xlsx");
    expect(sayRefusal(refusal, "fr")).toContain("pèse 300\u202FMo".replace("\u202F", " "));
    expect(refusal.params).toEqual({ megabytes: 300, limit: 20 });
  });

  it("refuses what becomes enormous, and what lies about its size", async () => {
    const bomb = zipSync(
      { "[Content_Types].xml": strToU8(contentTypes), "xl/workbook.xml": new Uint8Array(2 * 1024 * 1024) },
      { level: 9 },
    );
    expect(bomb.length).toBeLessThan(10 * 1024);
    const limits = { ...spreadsheetLimits, openedBytes: 1024 * 1024 };
    expect(await readSpreadsheet(bomb, "a.xlsx", limits)).toMatchObject({ reason: "expands-too-much" });
    expect((await refusalFor(zipSync({ ...unzipSync(bomb) }), "a.xlsx")).reason).toBe("corrupt");
    const liar = zipSync(
      { "[Content_Types].xml": strToU8(contentTypes), "xl/workbook.xml": new Uint8Array(1024 * 1024) },
      { level: 9 },
    );
    const view = new DataView(liar.buffer, liar.byteOffset, liar.byteLength);
    for (let at = 0; at + 28 < liar.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    expect((await refusalFor(liar, "a.xlsx")).reason).toBe("corrupt");
  });

  it("refuses two cells at the ends of the world", async () => {
    const parts = unzipSync(await writeXlsx({ sheets: [{ name: "A", rows: [["a", "b"]] }] }));
    const xml = Buffer.from(parts["xl/worksheets/sheet1.xml"] ?? [])
      .toString()
      .replace('r="B1"', 'r="XFD1048576"');
    expect((await refusalFor(zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(xml) }), "a.xlsx")).reason).toBe(
      "too-many-cells",
    );
  });

  it("resolves no entity, of the file or of the machine", async () => {
    const parts = unzipSync(await writeOds({ sheets: [{ name: "A", rows: [["ICI"]] }] }));
    const xml = Buffer.from(parts["content.xml"] ?? [])
      .toString()
      .replace(
        /<office:document-content/,
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><office:document-content',
      )
      .replace("ICI", "[&f;][&b;]");
    const read = await readSpreadsheet(zipSync({ ...parts, "content.xml": strToU8(xml) }), "a.ods");
    if (read.kind === "sheets") expect(cellText(read.sheets[0]?.rows[0]?.[0])).toBe("[&f;][&b;]");
    else expect(read.reason).toBe("corrupt");
  });

  it("names the cell where a formula failed", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Budget",
          rows: [
            ["a", "b"],
            [1, "#REF!"],
            ["#DIV/0!", 2],
          ],
        },
      ],
    });
    const [sheet] = await sheetsOf(bytes, "a.xlsx");
    if (!sheet) throw new Error("no sheet");
    const refusal = refusalOfFormulaErrors(sheet);
    expect(refusal?.params).toEqual({ sheet: "Budget", cell: "B2", error: "#REF!", more: 1 });
    if (refusal)
      expect(sayRefusal(refusal, "fr")).toContain(
        "La cellule B2 de la feuille «\u202FBudget\u202F» contient une erreur de formule (#REF!), et une autre cellule aussi.",
      );
    expect(refusalOfFormulaErrors(sheet, (_, column) => column === 0)?.params).toMatchObject({ cell: "A3" });
  });

  it("reads or refuses anything, and never throws", async () => {
    const names = fc.constantFrom("a.csv", "a.xlsx", "a.ods", "a", "a.xls");
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        names,
        async (bytes, name) => void (await readSpreadsheet(bytes, name)),
      ),
    );
    const xlsx = await writeWorkbook(workbook, "xlsx");
    await fc.assert(
      fc.asyncProperty(
        fc.nat(xlsx.length - 1),
        fc.nat(255),
        async (at, byte) => void (await readSpreadsheet(xlsx.with(at, byte), "a.xlsx")),
      ),
      { numRuns: 60 },
    );
  });

  it("says each reason in one go, in both languages", () => {
    const params = {
      megabytes: 300,
      limit: 20,
      extension: ".xls",
      name: "a.odt",
      sheet: "A",
      cell: "B2",
      error: "#REF!",
      more: 0,
    };
    const isReason = (key: string): key is RefusalReason => key in fr;
    for (const reason of Object.keys(fr).filter(isReason)) {
      for (const lang of ["fr", "en"] as const) expect(sayRefusal({ kind: "refused", reason, params }, lang)).not.toMatch(/[{}]/);
    }
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
