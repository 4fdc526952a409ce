import type * as Docx from "docx";
import type { Block, Cell, Column, Document, Fact, Figure, ListItem, Logo, Run, Table } from "./model.ts";
import { fit, logoSize, svgBytes, svgSize, type Size } from "./picture.ts";
import { linesOf, linesTaken, ONE_PIECE, oneLine, targetOnPaper } from "./readable.ts";
import type { Inks } from "./tint.ts";
import { cellRuns, sayCell, textOf } from "./value.ts";
import { documentWords } from "./words.ts";

type Library = typeof Docx;
type Child = Docx.Paragraph | Docx.Table | Docx.TableOfContents;

/** What the blocks of one file share while they are drawn. */
export interface Sheet {
  readonly docx: Library;
  readonly document: Document;
  readonly ink: Inks;
  /** The width of the text, in twips. */
  readonly measure: number;
  /** The bookmark of each section, by the section's id. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** Each numbered list counts from one. */
  readonly nextList: () => number;
}

/** Pixels of the screen that fill a width of the paper: 96 of them in 1440 twips. */
const pixels = (twips: number): number => Math.floor(twips / 15);
// Shown by the few readers that can't draw SVG: nothing, rather than something wrong. The alternative text and the table remain.
const EMPTY_PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=",
  "base64",
);

export const drawBlocks = (blocks: readonly Block[], sheet: Sheet, depth = 1): Child[] =>
  blocks.flatMap((block) => drawBlock(block, sheet, depth));

function drawBlock(block: Block, sheet: Sheet, depth: number): Child[] {
  const { docx } = sheet;
  switch (block.kind) {
    case "section":
      return [
        new docx.Paragraph({
          heading: headings[Math.min(depth, 6) - 1] ?? "Heading6",
          pageBreakBefore: block.start === "new-page",
          children: [
            new docx.Bookmark({
              id: sheet.bookmarks.get(block.id) ?? block.id,
              children: [new docx.TextRun(oneLine(block.title))],
            }),
          ],
        }),
        ...drawBlocks(block.blocks, sheet, depth + 1),
      ];
    case "paragraph":
      return [new docx.Paragraph({ children: drawRuns(block.runs, sheet) })];
    case "list":
      return drawList(block.marker === "bullet" ? "bullets" : "numbers", block.items, sheet, sheet.nextList(), 0);
    case "facts":
      return drawFacts(block.facts, sheet);
    case "table":
      return drawTable(block, sheet);
    case "figure":
      return drawFigure(block, sheet);
    case "callout": {
      const title = oneLine(block.title ?? documentWords(sheet.document.lang)(block.tone));
      const head = drawText(sheet, { text: title, bold: true, color: sheet.ink.tones[block.tone].bar });
      return [
        new docx.Paragraph({
          style: `Callout-${block.tone}`,
          children: [head, drawText(sheet, { text: "", break: 1 }), ...drawRuns(block.runs, sheet)],
        }),
      ];
    }
    case "page-break":
      return [new docx.Paragraph({ style: "AfterTable", children: [new docx.PageBreak()] })];
    case "table-of-contents":
      return [
        new docx.Paragraph({ style: "ContentsTitle", text: documentWords(sheet.document.lang)("contents") }),
        new docx.TableOfContents(documentWords(sheet.document.lang)("contents"), {
          hyperlink: true,
          headingStyleRange: `1-${block.depth}`,
        }),
      ];
  }
}

/** One run, with its form. */
export const drawText = ({ docx }: Sheet, run: Docx.IRunOptions): Docx.TextRun => new docx.TextRun(run);

const headings = ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"] as const;

function drawList(reference: string, items: readonly ListItem[], sheet: Sheet, instance: number, level: number): Child[] {
  return items.flatMap((each) => [
    new sheet.docx.Paragraph({
      numbering: { reference, instance, level: Math.min(level, 8) },
      children: drawRuns(each.runs, sheet),
    }),
    ...drawList(reference, each.items, sheet, instance, level + 1),
  ]);
}

function drawFacts(facts: readonly Fact[], sheet: Sheet): Child[] {
  if (facts.length === 0) return [];
  const { docx } = sheet;
  const label = Math.min(2600, Math.round(sheet.measure * 0.3));
  const widths = [label, sheet.measure - label];
  const rows = facts.map((fact) => {
    const head = new docx.Paragraph({ style: "CellHead", text: oneLine(fact.label) });
    const text = new docx.Paragraph({ style: "Cell", children: drawRuns(fact.runs, sheet) });
    return new docx.TableRow({
      cantSplit: linesTaken(textOf(fact.runs), (widths[1] ?? 0) / LETTER) <= ONE_PIECE,
      children: [head, text].map(
        (child, index) => new docx.TableCell({ children: [child], width: { size: widths[index] ?? 0, type: "dxa" } }),
      ),
    });
  });
  return [newTable(sheet, rows, widths, { firstColumn: true }), afterTable(sheet)];
}

function drawTable(table: Table, sheet: Sheet): Child[] {
  const { docx, ink } = sheet;
  const caption = new docx.Paragraph({ style: "Caption", text: oneLine(table.caption) });
  if (table.columns.length === 0) return [caption];
  const shares = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) => Math.floor((sheet.measure * column.width) / shares));
  const head = new docx.TableRow({
    tableHeader: table.columns.every(({ title }, index) => linesTaken(title, (widths[index] ?? 0) / LETTER) <= 8),
    cantSplit: false,
    children: table.columns.map(
      (column, index) =>
        new docx.TableCell({
          width: { size: widths[index] ?? 0, type: "dxa" },
          verticalAlign: "bottom",
          shading: { type: "clear", color: "auto", fill: ink.soft },
          borders: { bottom: { style: "single", size: 8, color: ink.accent } },
          children: [new docx.Paragraph({ style: "CellHead", alignment: sideOf(column), text: oneLine(column.title) })],
        }),
    ),
  });
  const row = (given: readonly Cell[], part: "body" | "total") => {
    const cells = table.columns.map((_, index) => given[index] ?? nothing);
    return new docx.TableRow({
      cantSplit: cells.every(
        (cell, index) => linesTaken(sayCell(cell, sheet.document.lang), (widths[index] ?? 0) / LETTER) <= ONE_PIECE,
      ),
      children: table.columns.map((column, index) => drawCell(cells[index] ?? nothing, column, widths[index] ?? 0, part, sheet)),
    });
  };
  const rows = [head, ...table.rows.map((cells) => row(cells, "body")), ...table.totals.map((cells) => row(cells, "total"))];
  const look = { firstRow: true, firstColumn: table.columns[0]?.names === "row", lastRow: table.totals.length > 0 };
  const note =
    table.note === null
      ? afterTable(sheet)
      : new docx.Paragraph({ style: "Source", children: drawRuns([{ kind: "plain", text: table.note }], sheet) });
  return [caption, newTable(sheet, rows, widths, look), note];
}

const nothing: Cell = { kind: "missing", reason: null };
/** A letter is some 100 twips wide. */
const LETTER = 100;
const sideOf = (column: Column): "left" | "right" => (column.align === "end" ? "right" : "left");

function drawCell(cell: Cell, column: Column, width: number, part: "body" | "total", sheet: Sheet): Docx.TableCell {
  const { docx, ink } = sheet;
  const bold = part === "total" || column.names === "row";
  return new docx.TableCell({
    width: { size: width, type: "dxa" },
    ...(part === "total" ? { borders: { top: { style: "single", size: 8, color: ink.accent } } } : {}),
    children: [
      new docx.Paragraph({
        style: "Cell",
        alignment: sideOf(column),
        children: drawRuns(cellRuns(cell, sheet.document.lang), sheet, bold ? "strong" : "usual"),
      }),
    ],
  });
}

function newTable(
  sheet: Sheet,
  rows: readonly Docx.TableRow[],
  columnWidths: readonly number[],
  tableLook: Docx.ITableLookOptions,
): Docx.Table {
  const none = { style: "none", size: 0, color: "auto" } as const;
  const hair = { style: "single", size: 4, color: sheet.ink.hair } as const;
  return new sheet.docx.Table({
    rows,
    columnWidths,
    width: { size: columnWidths.reduce((sum, each) => sum + each, 0), type: "dxa" },
    layout: "fixed",
    tableLook: { noHBand: true, noVBand: true, ...tableLook },
    margins: { marginUnitType: "dxa", top: 60, bottom: 60, left: 90, right: 90 },
    borders: { top: hair, bottom: hair, insideHorizontal: hair, left: none, right: none, insideVertical: none },
  });
}

/** Word glues what follows a table to it. */
const afterTable = (sheet: Sheet): Docx.Paragraph => new sheet.docx.Paragraph({ style: "AfterTable", children: [] });

function drawFigure(figure: Figure, sheet: Sheet): Child[] {
  const { docx } = sheet;
  const size = fit(svgSize(figure.svg), { width: pixels(sheet.measure), height: 560 }, { enlarge: "allowed" });
  return [
    new docx.Paragraph({
      keepNext: true,
      spacing: { before: 160, after: 60 },
      children: [drawing(sheet, svgBytes(figure.svg), size, figure.alt)],
    }),
    new docx.Paragraph({ style: "Caption", keepNext: false, spacing: { before: 0, after: 160 }, text: oneLine(figure.caption) }),
    ...(figure.table === null ? [] : drawTable(figure.table, sheet)),
  ];
}

const drawing = ({ docx }: Sheet, svg: Uint8Array, size: Size, alt: string): Docx.ImageRun =>
  new docx.ImageRun({
    type: "svg",
    data: svg,
    fallback: { type: "png", data: EMPTY_PNG },
    transformation: size,
    altText: { name: oneLine(alt).slice(0, 60), description: oneLine(alt) },
  });

/** The parties' logos in one row of equal height. */
export function drawLogos(logos: readonly Logo[], sheet: Sheet): Child[] {
  if (logos.length === 0) return [];
  const { docx } = sheet;
  const room = pixels(sheet.measure) / logos.length - 16;
  const images = logos.flatMap((logo, index) => {
    const size = fit(logoSize(logo), { width: room, height: 48 }, { enlarge: "allowed" });
    const name = oneLine(logo.alt);
    const image =
      logo.kind === "svg"
        ? drawing(sheet, svgBytes(logo.svg), size, logo.alt)
        : new docx.ImageRun({
            type: "png",
            data: logo.bytes,
            transformation: size,
            altText: { name: name.slice(0, 60), description: name },
          });
    return index === 0 ? [image] : [new docx.TextRun("    "), image];
  });
  return [new docx.Paragraph({ spacing: { after: 240 }, children: images })];
}

/** Runs of text, with their line breaks and links. */
export function drawRuns(runs: readonly Run[], sheet: Sheet, weight: "usual" | "strong" = "usual"): Docx.ParagraphChild[] {
  const { docx, document } = sheet;
  return runs.flatMap((run): Docx.ParagraphChild[] => {
    const bold = weight === "strong" || run.kind === "strong";
    const parts = (style: string | null): Docx.TextRun[] =>
      linesOf(run.text).map((text, index) =>
        drawText(sheet, {
          text,
          bold,
          italics: run.kind === "emphasis",
          ...(index > 0 ? { break: 1 } : {}),
          ...(style === null ? {} : { style }),
        }),
      );
    if (run.kind !== "link" && run.kind !== "evidence") return parts(null);
    const target = targetOnPaper(run.href, document.origin);
    switch (target.kind) {
      case "address":
        return [new docx.ExternalHyperlink({ link: target.href, children: parts("Hyperlink") })];
      case "section": {
        const anchor = sheet.bookmarks.get(target.id);
        return anchor === undefined ? parts(null) : [new docx.InternalHyperlink({ anchor, children: parts("Hyperlink") })];
      }
      case "nowhere":
        return parts(null);
    }
  });
}
