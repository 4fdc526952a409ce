import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readSpreadsheet } from "../spreadsheet/read-spreadsheet.ts";
import { cellText } from "../spreadsheet/sheet.ts";
import { formats, isFormat, type Format } from "./formats.ts";
import { renderDocument } from "./render-document.ts";
import type { Document } from "./model.ts";
import * as examples from "./outline.fixture.ts";
import { amount, column, missing, number, paragraph, percent, report, rowNames, state, table } from "./outline.ts";
import { squeezed } from "./reading.fixture.ts";
import { tablesOf } from "./tables-of.ts";

const file = async (document: Document, format: Format) => {
  const rendered = await renderDocument(document, format);
  if (rendered.kind === "unavailable") throw new Error(rendered.reason);
  return rendered;
};
const sheetsOf = async (bytes: Uint8Array, extension: string) => {
  const read = await readSpreadsheet(bytes, `tables.${extension}`);
  if (read.kind === "refused") throw new Error(read.reason);
  return read.sheets;
};

const small = report({ title: "Petit", lang: "fr", header: "Parties", date: "2026-11-17", coverNote: "Exemple" }, [
  table({
    caption: "Coûts",
    columns: [
      rowNames("Action"),
      column("État", "state"),
      column("Prévu", "amount"),
      column("Notifié", "percent"),
      column("Places", "number"),
    ],
    rows: [
      ["=1+1", state("◐", "en cours"), amount(350_050), percent(0.5), number(6, "places")],
      ["<b>É", missing("secret"), missing("non publié"), missing(), percent(0.9)],
    ],
    totals: [["Total", null, amount(350_050), percent(0.5), number(6)]],
    note: "Source : exemple, 2026.",
  }),
]);

describe.each(["xlsx", "ods"] as const)("a workbook in %s", (format) => {
  it("has a sheet for each table, with every word of it, and a last one that tells the sources", async () => {
    const document = examples.ficheAction;
    const sheets = await sheetsOf((await file(document, format)).bytes, format);
    const tables = tablesOf(document);
    expect(sheets).toHaveLength(tables.length + 1);
    tables.forEach(({ table: { columns, rows, note } }, index) => {
      const [head = [], ...body] = sheets[index]?.rows ?? [];
      expect(head.map(cellText)).toEqual(columns.map(({ title }) => title));
      expect(body.length).toBeGreaterThanOrEqual(rows.length);
      expect(squeezed(sheets.at(-1)?.rows.flat().map(cellText).join(" ") ?? "")).toContain(squeezed(note ?? ""));
    });
  });

  it("has numbers that can be computed with, and words where there is no number", async () => {
    const [costs, about] = await sheetsOf((await file(small, format)).bytes, format);
    expect(costs?.rows.slice(1).map((row) => row.map((cell) => (cell.kind === "number" ? cell.value : cellText(cell))))).toEqual([
      ["=1+1", "en cours", 3500.5, 0.5, 6],
      ["<b>É", "secret", "non publié", "", expect.stringMatching(/^90.%$/)],
      ["Total", "", 3500.5, 0.5, 6],
    ]);
    expect(about?.rows.map((row) => row.map(cellText))).toContainEqual(["Mention", "Exemple"]);
    expect(about?.rows.map((row) => row.map(cellText))).toContainEqual(["Coûts", "Source : exemple, 2026."]);
  });

  it("has the same bytes for the same outline, and still says what it is without a table", async () => {
    expect(Buffer.from((await file(small, format)).bytes).equals((await file(small, format)).bytes)).toBe(true);
    const none = report({ title: "Sans tableau", lang: "fr", header: "", date: "2026-11-17" }, [paragraph("x")]);
    expect((await sheetsOf((await file(none, format)).bytes, format)).map(({ name }) => name)).toEqual(["À propos"]);
  });
});

describe("CSV", () => {
  it("is one file for one table, without its totals", async () => {
    const written = await file(small, "csv");
    expect(written.extension).toBe("csv");
    expect(new TextDecoder().decode(written.bytes).trim().split("\r\n")).toEqual([
      "Action;État;Prévu;Notifié;Places",
      "'=1+1;en cours;3500,50;50 %;6",
      expect.stringMatching(/^<b>É;secret;non publié;;90.%$/),
    ]);
  });

  it("is a ZIP of files for several tables, and nothing without any", async () => {
    const written = await file(examples.ficheAction, "csv");
    expect([written.extension, written.mediaType]).toEqual(["zip", "application/zip"]);
    expect(Object.keys(unzipSync(written.bytes))).toEqual([
      "01-financement-par-annee-et-par-financeur.csv",
      "02-indicateurs-de-l-action.csv",
      "03-places-d-accueil-collectif.csv",
    ]);
    const none = report({ title: "Sans tableau", lang: "fr", header: "", date: "2026-11-17" }, [paragraph("x")]);
    expect(await renderDocument(none, "csv")).toEqual({ kind: "unavailable", reason: "no-table" });
  });
});

describe("JSON", () => {
  it("keeps apart zero, nothing to say and what is not published", async () => {
    const told: unknown = JSON.parse(strFromU8((await file(small, "json")).bytes));
    expect(told).toEqual({
      format: "maillage-tables",
      version: 1,
      title: "Petit",
      date: "2026-11-17",
      lang: "fr",
      mark: "Exemple",
      tables: [
        {
          caption: "Coûts",
          under: [],
          note: "Source : exemple, 2026.",
          columns: [
            { title: "Action", kind: "text" },
            { title: "État", kind: "state" },
            { title: "Prévu", kind: "amount", unit: "EUR" },
            { title: "Notifié", kind: "percent" },
            { title: "Places", kind: "number" },
          ],
          rows: [
            ["=1+1", "en cours", 3500.5, 0.5, { value: 6, unit: "places" }],
            ["<b>É", { missing: "secret" }, { missing: "non publié" }, null, { kind: "percent", value: 0.9 }],
          ],
          totals: [["Total", null, 3500.5, 0.5, 6]],
        },
      ],
    });
  });
});

describe("the formats", () => {
  it("are each written with the type that they announce", async () => {
    const starts: { readonly [F in Format]: string } = {
      html: "<!doctype html>",
      docx: "PK",
      pdf: "%PDF",
      xlsx: "PK",
      ods: "PK",
      csv: "\u00EF\u00BB\u00BF",
      json: "{",
    };
    for (const { format, mediaType, extension } of formats) {
      const rendered = await renderDocument(small, format);
      if (rendered.kind === "unavailable") expect([format, rendered.reason]).toEqual(["pdf", "pdf-engine-missing"]);
      else {
        expect([rendered.mediaType, rendered.extension]).toEqual([mediaType, extension]);
        expect(strFromU8(rendered.bytes.slice(0, 15), true).startsWith(starts[format])).toBe(true);
      }
    }
    expect(isFormat("docx") && !isFormat("exe")).toBe(true);
  });
});
