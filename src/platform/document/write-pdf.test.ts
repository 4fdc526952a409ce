import { strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { Document } from "./model.ts";
import * as examples from "./outline.fixture.ts";
import { cell, column, figure, paragraph, report, section, table } from "./outline.ts";
import { loadEngine } from "./pdf-engine.ts";
import { poppler, readPdf } from "./reading.fixture.ts";
import { undrawnIn, writePdf } from "./write-pdf.ts";

const engine = loadEngine();
const absent = engine === null;

async function pdfOf(document: Document): Promise<Uint8Array> {
  const written = await writePdf(document);
  if (written.kind === "unavailable") throw new Error(written.reason);
  return written.bytes;
}
const small = (text: string) =>
  report({ title: text, lang: "fr", header: text, date: "2026-01-01" }, [section(text, [paragraph(text)])]);

describe("a PDF", () => {
  it("is refused in words, not with a crash, where its engine is not installed", async () => {
    expect(loadEngine("sunos-sparc")).toBeNull();
    expect(await writePdf(examples.ficheAction, () => loadEngine("sunos-sparc"))).toEqual({
      kind: "unavailable",
      reason: "pdf-engine-missing",
    });
  });

  it.skipIf(absent).each(Object.entries(examples))(
    "of %s says that it is tagged, in French, with its title, as PDF/UA-1",
    async (_, document) => {
      const raw = Buffer.from(await pdfOf(document)).toString("latin1");
      for (const mark of ["/MarkInfo", "/StructTreeRoot", "/Lang (fr", "pdfuaid:part>1<", "/DisplayDocTitle true"])
        expect(raw).toContain(mark);
      expect(Buffer.from(raw, "latin1").toString("utf8")).toContain(`<rdf:li xml:lang="x-default">${document.title}</rdf:li>`);
    },
  );

  it.skipIf(absent || poppler === "absent")("tells what its images show, and where its tables have their heads", async () => {
    const tagged = Buffer.from(await pdfOf(examples.ficheAction)).toString("latin1");
    expect(tagged.match(/\/S \/Figure/g)?.length).toBe(5);
    expect(tagged.match(/\/Alt[ (<]/g)?.length).toBeGreaterThanOrEqual(5);
    expect(tagged).toContain("/Scope /Column");
  });

  it.skipIf(absent || poppler === "absent")("never loses the end of a row that is taller than a page", async () => {
    for (const text of ["Ligne courte\n".repeat(150), "mot ".repeat(120), "mot ".repeat(2_000)]) {
      const columns = [column("N°", "text", { width: 0.3 }), ...Array.from({ length: 8 }, (_, index) => column(`c${index}`))];
      const document = report({ title: "Haut", lang: "fr", header: "", date: "2026-01-01" }, [
        table({ caption: "t", columns, rows: [[cell(`${text} FIN`), ...columns.slice(1).map(() => "court")]] }),
      ]);
      expect(readPdf(await pdfOf(document)).text).toContain("FIN");
    }
  });

  it.skipIf(absent)("draws what no font can draw as unknown, and the rest as it is", async () => {
    const bytes = await pdfOf(small("avant \u{10FFFD}\u{E000}汉\u{1F9FF} après"));
    if (poppler === "here") expect(readPdf(bytes).text).toMatch(/avant .* après/u);
    expect(undrawnIn('PDF/UA-1 error: the text `\\"\\\\u{e000}汉\\"` could not be displayed with font')).toEqual([
      "\uE000",
      "汉",
    ]);
    expect(undrawnIn("another error")).toEqual([]);
  });

  it.skipIf(absent)("is laid on half as many sheets to fold, of twice the size", async () => {
    const booklet = { ...examples.ficheAction, paper: "a5" as const };
    const pages = Buffer.from(await pdfOf(booklet)).toString("latin1");
    const folded = Buffer.from(await pdfOf({ ...booklet, paper: "a5-folded" })).toString("latin1");
    const sizes = (raw: string) =>
      [...raw.matchAll(/\/MediaBox \[0 0 (\d+)[\d.]* (\d+)/g)].map(([, width, height]) => [width, height]);
    expect(new Set(sizes(pages).map(String))).toEqual(new Set(["419,595"]));
    expect(new Set(sizes(folded).map(String))).toEqual(new Set(["841,595"]));
    expect(sizes(folded)).toHaveLength(Math.ceil(sizes(pages).length / 4) * 2);
  });

  it.skipIf(absent)("reads nothing of the machine, even through a drawing", async () => {
    const reaching = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40"><image xlink:href="/etc/hostname" width="40" height="40"/><image href="file:///etc/passwd" width="9" height="9"/><text>x</text></svg>`;
    const document = report({ title: "Image", lang: "fr", header: "", date: "2026-01-01" }, [
      figure({ svg: reaching, alt: "a", caption: "c" }),
    ]);
    const written = await writePdf(document).then(
      ({ kind }) => kind,
      (error: unknown) => String(error),
    );
    // Drawn without what it reaches for, or refused: never with it.
    if (written === "file") expect(strFromU8(await pdfOf(document), true)).not.toContain("root:x:0");
    else expect(written).not.toContain("root:x:0");
  });
});
