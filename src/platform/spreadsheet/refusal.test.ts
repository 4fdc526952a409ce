import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { writeOds, writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { spreadsheetLimits } from "./limits.ts";
import { readSpreadsheet, refusalOfFormulaErrors } from "./read-spreadsheet.ts";
import { type Refusal, type RefusalReason, sayRefusal } from "./refusal.ts";
import { cellText } from "./sheet.ts";
import { bytesOf, refusalFor, sheetsOf } from "./spreadsheet-trial.ts";
import fr from "./words.fr.json" with { type: "json" };

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
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), names, async (bytes, name) => {
        expect(["sheets", "refused"]).toContain((await readSpreadsheet(bytes, name)).kind);
      }),
    );
    const xlsx = await writeXlsx({
      sheets: [
        {
          name: "A",
          rows: [
            ["Titre", 1],
            ["x", new Date(0)],
          ],
        },
      ],
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(xlsx.length - 1), fc.nat(255), async (at, byte) => {
        expect(["sheets", "refused"]).toContain((await readSpreadsheet(xlsx.with(at, byte), "a.xlsx")).kind);
      }),
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
