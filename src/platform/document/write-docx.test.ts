import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Document } from "./model.ts";
import * as examples from "./outline.fixture.ts";
import { callout, column, facts, figure, link, numbered, paragraph, report, section, table, tableOfContents } from "./outline.ts";
import { writeDocx } from "./write-docx.ts";
import { readXml } from "./xml.fixture.ts";

const partsOf = async (document: Document) => {
  const parts = unzipSync(await writeDocx(document));
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, name.endsWith(".png") ? "" : strFromU8(bytes)]));
};
const folder = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1);
const resolved = (base: string, target: string): string => new URL(target, `file:///${base}`).pathname.slice(1);

/** What Word checks before it opens a file without a question. */
function problems(parts: ReadonlyMap<string, string>): readonly string[] {
  const found: string[] = [];
  const used = new Set<string>();
  for (const [name, xml] of parts) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const elements = readXml(xml);
    const ids = (element: string, attribute: string) =>
      elements.filter((each) => each.name === element).map((each) => each.attributes.get(attribute));
    for (const [element, attribute] of [
      ["w:bookmarkStart", "w:id"],
      ["w:bookmarkStart", "w:name"],
      ["wp:docPr", "id"],
      ["Relationship", "Id"],
      ["w:style", "w:styleId"],
    ] as const) {
      const all = ids(element, attribute);
      if (new Set(all).size !== all.length) found.push(`${name}: ${element} ${attribute} is not unique`);
    }
    const sorted = (element: string) => ids(element, "w:id").sort().join();
    if (sorted("w:bookmarkStart") !== sorted("w:bookmarkEnd")) found.push(`${name}: a bookmark does not end`);
    if (name.endsWith(".rels")) {
      const base = name.replace(/_rels\/([^/]*)\.rels$/, "$1");
      for (const relation of elements.filter(
        (each) => each.name === "Relationship" && each.attributes.get("TargetMode") !== "External",
      )) {
        const target = resolved(folder(base), relation.attributes.get("Target") ?? "");
        if (!parts.has(target)) found.push(`${name}: ${target} is not in the file`);
        used.add(target);
      }
    } else {
      const relations = parts.get(`${folder(name)}_rels/${name.slice(folder(name).length)}.rels`);
      const known = new Set(relations === undefined ? [] : readXml(relations).map((each) => each.attributes.get("Id")));
      for (const [key, id] of elements.flatMap((each) => [...each.attributes])) {
        if (/^r:(?:id|embed|link)$/.test(key) && !known.has(id)) found.push(`${name}: ${id} leads nowhere`);
      }
      const anchors = new Set(ids("w:bookmarkStart", "w:name"));
      // With a relation, the anchor is the fragment of another site's address: it names nothing in this file.
      const inside = elements.filter((each) => each.name === "w:hyperlink" && !each.attributes.has("r:id"));
      for (const anchor of inside.map((each) => each.attributes.get("w:anchor")))
        if (anchor !== undefined && !anchors.has(anchor)) found.push(`${name}: no bookmark ${anchor}`);
    }
  }
  const styles = new Set(
    readXml(parts.get("word/styles.xml") ?? "").flatMap((each) =>
      each.name === "w:style" ? [each.attributes.get("w:styleId")] : [],
    ),
  );
  for (const each of readXml(parts.get("word/document.xml") ?? "")) {
    if (/^w:[pr]Style$/.test(each.name) && !styles.has(each.attributes.get("w:val")))
      found.push(`no style ${each.attributes.get("w:val")}`);
    if (each.name === "w:tc" && !each.path.includes("w:tr")) found.push("a cell outside of a row");
  }
  return found;
}

const any = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ maxLength: 60 }),
  fc.constantFrom("]]>", "_Toc1", "&amp;", 'w:id="1"', "rId0123456789012345"),
);
const anyDocument = fc.tuple(any, any, any, any, fc.array(any, { maxLength: 3 })).map(([title, a, b, c, more]) =>
  report(
    {
      title,
      subtitle: a,
      lang: "fr",
      header: b,
      footer: c,
      date: "2026-11-17",
      coverNote: a,
      origin: "https://ctg.exemple.fr",
    },
    [
      tableOfContents,
      facts([[a, b]]),
      section(b, [paragraph([c, link(a, `https://exemple.fr/${b}`), link(b, "/page")]), numbered(more), callout("info", a, b)]),
      section(b, [table({ caption: c, columns: [column(a), column(b)], rows: [[a, b], [c]], note: c })]),
      figure({ svg: "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'/>", alt: a, caption: b }),
    ],
  ),
);

describe("a DOCX", () => {
  it.each(Object.entries(examples))(
    "of %s is whole: unique ids, relations, bookmarks and styles that exist",
    async (_, document) => {
      expect(problems(await partsOf(document))).toEqual([]);
    },
  );

  it("is whole and the same twice whatever people wrote", async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        expect(problems(await partsOf(document))).toEqual([]);
        expect(Buffer.from(await writeDocx(document)).equals(await writeDocx(document))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it("speaks French, names its document, dates it with the outline and repeats the heads of its tables", async () => {
    const parts = await partsOf(examples.ficheAction);
    expect(parts.get("word/styles.xml")).toContain('w:lang w:val="fr-FR"');
    expect(parts.get("docProps/core.xml")).toContain(
      "<dc:title>2.3 Ouvrir un accueil en horaires élargis à Remiremont</dc:title>",
    );
    expect(parts.get("docProps/core.xml")?.match(/2026-11-17T00:00:00Z/g)).toHaveLength(2);
    const text = parts.get("word/document.xml") ?? "";
    expect(text.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(text.match(/<wp:docPr [^>]*descr="[^"]+"/g)).toHaveLength(5);
    const elements = readXml(text);
    expect(new Set(elements.filter(({ name }) => name === "w:numId").map((each) => each.attributes.get("w:val"))).size).toBe(3);
    expect(parts.get("word/header1.xml")).toContain("Caf des Vosges");
    const foot = readXml(parts.get("word/footer1.xml") ?? "").filter(({ name }) => name === "w:instrText");
    expect(foot.map(({ text: field }) => field.trim())).toEqual(["PAGE", "NUMPAGES"]);
  });

  it("turns a landscape page on its side", async () => {
    expect((await partsOf(examples.committeeTable)).get("word/document.xml")).toMatch(
      /<w:pgSz[^>]*w:w="16838"[^>]*w:h="11906"[^>]*w:orient="landscape"/,
    );
  });

  it("numbers its table of contents, and leaves a very long one to Word", async () => {
    const short = (await partsOf(examples.longReport)).get("word/document.xml") ?? "";
    expect(short).not.toContain('w:dirty="true"');
    expect(short).toContain("PAGEREF");
    const long = report({ title: "Long", lang: "fr", header: "", date: "2026-01-01" }, [
      tableOfContents,
      section("Un titre", [paragraph("x".repeat(5_000))]),
    ]);
    const left = (await partsOf(long)).get("word/document.xml") ?? "";
    expect(left).toContain('w:dirty="true"');
    expect(left.match(/Un titre/g)).toHaveLength(2);
  });
});
