import type * as Docx from "docx";
import { headingsOf } from "./contents.ts";
import { drawBlocks, drawLogos, drawText, type Sheet } from "./docx-blocks.ts";
import { numbering, paper, styles, type Paper } from "./docx-look.ts";
import type { Block, Document } from "./model.ts";
import { clipped, oneLine } from "./readable.ts";
import { normaliseDocx } from "./normalise-docx.ts";
import { inks } from "./tint.ts";
import { documentWords } from "./words.ts";
import { timeText } from "../french/time.ts";

/** The document as a DOCX that Word and LibreOffice open without a question. The same outline gives the same bytes. */
export async function writeDocx(document: Document): Promise<Uint8Array> {
  // The libraries weigh 3 MB: they are read when the first document is asked for, and the second only to number a table of contents.
  const docx = await import("docx");
  const contents = contentsOf(document);
  const page = paper(document.orientation);
  let lists = 0;
  const sheet: Sheet = {
    docx,
    document,
    ink: inks(document.accent),
    measure: page.measure,
    bookmarks: new Map(headingsOf(document, Number.POSITIVE_INFINITY).map(({ id }, index) => [id, `section_${index + 1}`])),
    nextList: () => ++lists,
  };
  const file = new docx.Document({
    title: oneLine(document.title),
    subject: oneLine(document.subtitle ?? ""),
    description: oneLine(document.coverNote ?? ""),
    creator: clipped(oneLine(document.header), 240),
    lastModifiedBy: clipped(oneLine(document.header), 240),
    styles: styles(document.lang, sheet.ink),
    numbering: { config: numbering },
    // With its page numbers written, Word does not ask to update the table of contents when it opens.
    ...(contents === "numbered-here"
      ? { pageNumbers: (await import("docx/layout")).estimatePageNumbersWith({ guess: true }) }
      : {}),
    sections: [
      {
        properties: { titlePage: document.opening === "cover", page: { size: page.size, margin: page.margin } },
        headers: {
          default: pageHead(sheet, page),
          ...(document.opening === "cover" ? { first: new docx.Header({ children: [new docx.Paragraph({})] }) } : {}),
        },
        footers: {
          default: pageFoot(sheet, page),
          ...(document.opening === "cover" ? { first: new docx.Footer({ children: [new docx.Paragraph({})] }) } : {}),
        },
        children: [...opening(sheet), ...drawBlocks(document.blocks, sheet)],
      },
    ],
  });
  return normaliseDocx(await docx.Packer.toBuffer(file), document.date);
}

/**
 * Who numbers the table of contents: this machine, which must then lay out every page, or Word when it opens the file. A very long text
 * would hold the machine for seconds, and a word of thousands of letters for minutes.
 */
function contentsOf(document: Document): "none" | "numbered-here" | "numbered-by-word" {
  const has = (blocks: readonly Block[]): boolean =>
    blocks.some((block) => block.kind === "table-of-contents" || (block.kind === "section" && has(block.blocks)));
  if (!has(document.blocks)) return "none";
  const told = JSON.stringify(document, (key, value: unknown) => (key === "svg" || key === "bytes" ? null : value));
  return told.length > LONG || /[^\s"]{150,}/.test(told.replace(/"(?:\\.|[^"\\])*"/g, (text) => text.replaceAll("\\n", " ")))
    ? "numbered-by-word"
    : "numbered-here";
}
const LONG = 120_000;

function opening(sheet: Sheet): (Docx.Paragraph | Docx.Table | Docx.TableOfContents)[] {
  const { docx, document } = sheet;
  const told = (style: string, text: string | null): Docx.Paragraph[] =>
    text === null ? [] : [new docx.Paragraph({ style, text: oneLine(text) })];
  const title = new docx.Paragraph({
    heading: "Title",
    text: oneLine(document.title),
    ...(document.opening === "cover" ? { spacing: { before: 3600, after: 160 } } : {}),
  });
  const parts = [
    ...drawLogos(document.logos, sheet),
    ...told("CoverNote", document.coverNote),
    title,
    ...told("Subtitle", document.subtitle),
    ...(document.opening === "cover" ? told("Parties", document.header) : []),
    ...told("Parties", timeText(document.lang, document.date)),
  ];
  return document.opening === "cover"
    ? [...parts, new docx.Paragraph({ style: "AfterTable", children: [new docx.PageBreak()] })]
    : parts;
}

function pageHead(sheet: Sheet, page: Paper): Docx.Header {
  const { docx, document, ink } = sheet;
  const note =
    document.coverNote === null
      ? []
      : [drawText(sheet, { text: `\t${clipped(oneLine(document.coverNote), 60)}`, bold: true, color: ink.tones.warning.bar })];
  return new docx.Header({
    children: [
      new docx.Paragraph({
        style: "PageHead",
        tabStops: [{ type: "right", position: page.measure }],
        border: { bottom: { style: "single", size: 4, space: 4, color: ink.hair } },
        children: [new docx.TextRun(clipped(oneLine(document.header), 240)), ...note],
      }),
    ],
  });
}

function pageFoot(sheet: Sheet, page: Paper): Docx.Footer {
  const { docx, document } = sheet;
  const count = documentWords(document.lang)("page", { page: "◆", pages: "◇" })
    .split(/([◆◇])/)
    .map((part) => (part === "◆" ? docx.PageNumber.CURRENT : part === "◇" ? docx.PageNumber.TOTAL_PAGES : part));
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        style: "PageHead",
        tabStops: [{ type: "right", position: page.measure }],
        children: [
          new docx.TextRun(`${clipped(oneLine(document.footer ?? document.title), 240)}\t`),
          new docx.TextRun({ children: count }),
        ],
      }),
    ],
  });
}
