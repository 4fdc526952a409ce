import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { headingsOf } from "./contents.ts";
import type { Format } from "./formats.ts";
import { renderDocument } from "./render-document.ts";
import type { Document } from "./model.ts";
import {
  bullets,
  callout,
  cell,
  column,
  evidence,
  facts,
  figure,
  link,
  paragraph,
  report,
  rowNames,
  section,
  table,
  tableOfContents,
} from "./outline.ts";
import * as examples from "./outline.fixture.ts";
import {
  poppler,
  readDocx,
  readHtml,
  readPdf,
  sentencesOf,
  squeezed,
  textsOf,
  wordsOf,
  type Reading,
} from "./reading.fixture.ts";
import { readable } from "./readable.ts";
import { tablesOf } from "./tables-of.ts";

async function bytesOf(document: Document, format: Format): Promise<Uint8Array> {
  const rendered = await renderDocument(document, format);
  if (rendered.kind === "unavailable") throw new Error(rendered.reason);
  return rendered.bytes;
}

const pdfEngine =
  (await renderDocument(report({ title: "x", lang: "fr", header: "", date: "2026-01-01" }, []), "pdf")).kind === "file"
    ? "here"
    : "absent";

const writers: readonly {
  readonly format: Format;
  readonly read: (bytes: Uint8Array) => Reading;
  readonly absent: string | null;
}[] = [
  { format: "html", read: readHtml, absent: null },
  { format: "docx", read: readDocx, absent: null },
  {
    format: "pdf",
    read: readPdf,
    absent: pdfEngine === "absent" ? "no PDF engine on this machine" : poppler === "absent" ? "no poppler on this machine" : null,
  },
];

/** A text as people may write or attack with it, in every place of an outline. */
function everywhere(text: string): Document {
  return report(
    {
      title: `Titre ${text}`,
      subtitle: text,
      lang: "fr",
      header: text,
      footer: text,
      date: "2026-11-17",
      coverNote: text,
      origin: "https://ctg.exemple.fr",
    },
    [
      tableOfContents,
      facts([["Libellé", text]]),
      section(`Section ${text}`, [
        paragraph([text, link(text, "https://exemple.fr/?a=1&b=2"), evidence(text, "/plan/1"), link(text, text)]),
        bullets([text, text]),
        callout("warning", text, `Attention ${text}`),
        table({
          caption: `Tableau ${text}`,
          columns: [rowNames(`Nom ${text}`), column("Autre")],
          rows: [[cell(text), text]],
          note: text,
        }),
        figure({
          svg: `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>`,
          alt: `Image ${text}`,
          caption: `Légende ${text}`,
        }),
      ]),
    ],
  );
}

const hostile = [
  `#read("/etc/passwd") #panic() $x^2$ *gras* _it_ @ref <label> \`raw\` \\ \\u{41} // commentaire /* */ ~ = == - + #{ } [ ] "`,
  `<script>alert(1)</script><img src=x onerror=alert(1)>&amp;&lt; ]]> <w:p/> <!-- -->`,
  `مرحبا بالعالم שלום 👩‍👩‍👧 🏔️ 汉字 ✓ \u202Eabc`,
  "nul\u0000 bip\u0007 vt\u000B ff\u000C \uFFFE \uD800 \u0085 fin",
  "a\nb\r\nc\u2028d\te",
];

describe.each(writers)("the $format writer", ({ format, read, absent }) => {
  describe.each(Object.entries(examples))("with %s", (_, document) => {
    let kept: Reading | undefined;
    const reading = async () => (kept ??= read(await bytesOf(document, format)));

    it.skipIf(absent !== null)("keeps every text of the outline", async () => {
      const whole = squeezed((await reading()).text);
      const lost = textsOf(document)
        .flatMap(sentencesOf)
        .filter((sentence) => !whole.includes(squeezed(sentence)));
      expect(lost).toEqual([]);
    });

    it.skipIf(absent !== null)("has the headings of the outline, in order and at their depth", async () => {
      const { headings } = await reading();
      expect(headings.filter(({ level }) => level > 0)).toEqual(
        headingsOf(document).map(({ depth, title }) => ({ level: depth, title })),
      );
    });

    it.skipIf(absent !== null)("tells the headings of the columns of each table", async () => {
      const heads = (await reading()).columnHeads;
      expect(heads).toEqual(tablesOf(document).flatMap(({ table: { columns } }) => columns.map(({ title }) => title)));
    });

    it.skipIf(absent !== null && format !== "docx")("gives the same bytes for the same outline", async () => {
      const [one, other] = [await bytesOf(document, format), await bytesOf(document, format)];
      expect(Buffer.from(one).equals(other)).toBe(true);
    });
  });

  it.skipIf(absent !== null).each(hostile)("shows as text what could be run or could break it: %j", async (text) => {
    const { text: read_, headings } = read(await bytesOf(everywhere(text), format));
    // What no font of this machine draws is shown as unknown on paper: letters of the languages of the instance never are.
    const latin = wordsOf(readable(text)).filter((word) => /^[\p{Script=Latin}\d]+$/u.test(word));
    const words = new Set(wordsOf(read_));
    expect(latin.filter((word) => !words.has(word))).toEqual([]);
    expect(headings.filter(({ level }) => level > 0)).toHaveLength(1);
    expect(read_).not.toContain("root:x:0");
  });

  it.skipIf(absent !== null)("bears 100,000 characters, with and without spaces", async () => {
    const long = everywhere("court");
    const text = "Été à Éloyes ".repeat(7_700);
    const word = "ç".repeat(100_000);
    const document = report({ title: "Long", lang: "fr", header: "", date: "2026-01-01" }, [
      ...long.blocks,
      paragraph(text),
      paragraph(word),
      table({ caption: "t", columns: [column("a"), column("b")], rows: [[text, "x"]] }),
    ]);
    expect(wordsOf(read(await bytesOf(document, format)).text).filter((each) => each === "Éloyes").length).toBeGreaterThanOrEqual(
      15_400,
    );
  });
});

describe("links", () => {
  it("are followed to the web, to a page of the instance and within the document, and nowhere else", async () => {
    const hrefs = [
      "https://exemple.fr/a",
      "/plan/2.3",
      "#cible",
      "#inconnue",
      "javascript:alert(1)",
      "JAVASCRIPT:alert(1)",
      "\tjavascript:alert(1)",
      "data:text/html,x",
      "//evil.example/x",
      "/\\evil.example",
      "file:///etc/passwd",
      "mailto:a@exemple.fr",
    ];
    const document = report({ title: "Liens", lang: "fr", header: "", date: "2026-01-01", origin: "https://ctg.exemple.fr" }, [
      paragraph(hrefs.map((href, index) => link(`lien${index}`, href))),
      section("Cible", []),
    ]);
    const html = new TextDecoder().decode(await bytesOf(document, "html"));
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      "https://exemple.fr/a",
      "/plan/2.3",
      "#cible",
      "#inconnue",
      "mailto:a@exemple.fr",
    ]);
    const docx = unzipSync(await bytesOf(document, "docx"));
    const targets = [
      ...strFromU8(docx["word/_rels/document.xml.rels"] ?? new Uint8Array()).matchAll(/Target="([^"]*)" TargetMode="External"/g),
    ];
    expect(targets.map(([, target]) => target)).toEqual([
      "https://exemple.fr/a",
      "https://ctg.exemple.fr/plan/2.3",
      "mailto:a@exemple.fr",
    ]);
  });

  it("to a page of the instance stay text on paper when the instance has no address", async () => {
    const document = report({ title: "Liens", lang: "fr", header: "", date: "2026-01-01" }, [
      paragraph(evidence("le constat", "/constats/1")),
    ]);
    expect(strFromU8(unzipSync(await bytesOf(document, "docx"))["word/document.xml"] ?? new Uint8Array())).not.toContain(
      "w:hyperlink",
    );
  });
});

describe("an outline", () => {
  it("gives each section its own name, and each row all its cells", () => {
    const document = report({ title: "t", lang: "fr", header: "", date: "2026-01-01" }, [
      section("Fiche 1", [section("Pourquoi ?", [])]),
      section("Fiche 2", [section("Pourquoi ?", [])]),
    ]);
    expect(headingsOf(document).map(({ id, depth }) => [id, depth])).toEqual([
      ["fiche-1", 1],
      ["pourquoi", 2],
      ["fiche-2", 1],
      ["pourquoi-2", 2],
    ]);
    const columns = [column("a"), column("b")];
    expect(table({ caption: "t", columns, rows: [["x"]] }).rows[0]).toEqual([cell("x"), { kind: "missing", reason: null }]);
    expect(() => table({ caption: "t", columns, rows: [["x", "y", "z"]] })).toThrow("3 cells for 2 columns");
  });

  it("whatever its text, becomes readable text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const clean = readable(text);
        expect(clean.isWellFormed()).toBe(true);
        // eslint-disable-next-line no-control-regex -- they are what must be gone
        expect(clean).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/);
        expect(readable(clean)).toBe(clean);
      }),
    );
  });
});
