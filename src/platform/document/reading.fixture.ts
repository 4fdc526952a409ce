import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import type { Block, Document, ListItem, Run, Table } from "./model.ts";
import { sayCell } from "./value.ts";
import { readXml } from "./xml.fixture.ts";

/** What a reader finds in a written document: its text, its headings in order, and the headings of the columns of its tables. */
export interface Reading {
  readonly text: string;
  readonly headings: readonly { readonly level: number; readonly title: string }[];
  readonly columnHeads: readonly string[];
}

const unmarked = (text: string): string =>
  text
    .replace(/[\u200B\u00AD]/g, "")
    .replace(/\s+/g, " ")
    .trim();
export const wordsOf = (text: string): readonly string[] => unmarked(text).match(/[\p{L}\p{N}]+/gu) ?? [];
/** The letters and figures of a text alone: what stays whatever breaks its lines, and however a reader takes its spaces. */
export const squeezed = (text: string): string => wordsOf(text).join("");
/** A text in pieces that no page break cuts. */
export const sentencesOf = (text: string): readonly string[] => text.split(/\n|(?<=\.) /);

export function readHtml(bytes: Uint8Array): Reading {
  const { document } = parseHTML(new TextDecoder().decode(bytes));
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  return {
    text: unmarked(textNodes(document.body).join(" ")),
    headings: all("h1, h2, h3, h4, h5, h6").map((each) => ({
      level: Number(each.tagName.slice(1)) - 1,
      title: unmarked(each.textContent),
    })),
    columnHeads: all("thead th[scope=col]").map((each) => unmarked(each.textContent)),
  };
}

const textNodes = (node: Node): readonly string[] =>
  node.nodeType === 3 ? [node.textContent ?? ""] : [...node.childNodes].flatMap((child) => textNodes(child));

export function readDocx(bytes: Uint8Array): Reading {
  const elements = readXml(
    strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array()).replace(/<w:(?:br|tab)\b[^>]*\/>/g, "<w:t> </w:t>"),
  );
  const headings: { level: number; title: string }[] = [];
  const columnHeads: string[] = [];
  elements.forEach((element, index) => {
    if (element.name === "w:pStyle") {
      const style = element.attributes.get("w:val") ?? "";
      const level = style === "Title" ? 0 : Number(/^Heading(\d)$/.exec(style)?.[1] ?? -1);
      const own = elements.slice(0, index).findLast(({ name }) => name === "w:p");
      if (level >= 0 && own) headings.push({ level, title: unmarked(own.text) });
    }
    if (element.name === "w:tblHeader") {
      const row = elements.lastIndexOf(elements.slice(0, index).findLast(({ name }) => name === "w:tr") ?? element);
      const next = elements.findIndex((each, at) => at > index && each.name === "w:tr");
      const cells = elements.slice(row, next === -1 ? undefined : next).filter(({ name }) => name === "w:tc");
      columnHeads.push(...cells.map(({ text }) => unmarked(text)));
    }
  });
  const text = elements.filter(({ name }) => name === "w:p").map(({ text: each }) => each);
  return { text: unmarked(text.join(" ")), headings, columnHeads };
}

/** Poppler's readers, when this machine has them. */
export const poppler: "here" | "absent" =
  spawnSync("pdftotext", ["-v"]).error || spawnSync("pdfinfo", ["-v"]).error ? "absent" : "here";

function poppled(command: "pdftotext" | "pdfinfo", bytes: Uint8Array, args: (file: string) => readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "maillage-pdf-"));
  try {
    const file = join(folder, "report.pdf");
    writeFileSync(file, bytes);
    return execFileSync(command, args(file), { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 64e6 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function readPdf(bytes: Uint8Array): Reading {
  let kept: ReturnType<typeof readTags> | undefined;
  const tags = () => (kept ??= readTags(poppled("pdfinfo", bytes, (file) => ["-struct-text", file])));
  return {
    text: unmarked(poppled("pdftotext", bytes, (file) => ["-raw", file, "-"])),
    get headings() {
      return tags().headings;
    },
    get columnHeads() {
      return tags().columnHeads;
    },
  };
}

/** The tree of tags as poppler prints it: a tag a line, what it holds further in, its text between quotes. */
function readTags(printed: string): Pick<Reading, "headings" | "columnHeads"> {
  const lines = printed.split("\n");
  const depth = (line: string): number => line.search(/\S/);
  const under = (at: number): string => {
    const rest = lines.slice(at + 1);
    const end = rest.findIndex((line) => line.trim() !== "" && depth(line) <= depth(lines[at] ?? ""));
    const within = rest.slice(0, end === -1 ? undefined : end);
    return unmarked(within.flatMap((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? []).join(""));
  };
  const tagged = (tag: RegExp) => lines.flatMap((line, at) => (tag.test(line) ? [{ line, text: under(at) }] : []));
  return {
    headings: tagged(/^\s*H\d\b/).map(({ line, text }) => ({ level: Number(/H(\d)/.exec(line)?.[1]), title: text })),
    columnHeads: tagged(/^\s*TH\b/).map(({ text }) => text),
  };
}

/** Every text that people wrote in an outline. */
export function textsOf(document: Document): readonly string[] {
  const runs = (all: readonly Run[]): readonly string[] => all.map(({ text }) => text);
  const items = (all: readonly ListItem[]): readonly string[] =>
    all.flatMap((each) => [...runs(each.runs), ...items(each.items)]);
  const ofTable = (table: Table): readonly string[] => [
    table.caption,
    ...table.columns.map(({ title }) => title),
    ...[...table.rows, ...table.totals].flat().map((cell) => sayCell(cell, document.lang)),
    table.note ?? "",
  ];
  const of = (block: Block): readonly string[] => {
    switch (block.kind) {
      case "section":
        return [block.title, ...block.blocks.flatMap(of)];
      case "paragraph":
        return runs(block.runs);
      case "list":
        return items(block.items);
      case "facts":
        return block.facts.flatMap(({ label, runs: said }) => [label, ...runs(said)]);
      case "table":
        return ofTable(block);
      case "figure":
        return [block.caption, ...(block.table === null ? [] : ofTable(block.table))];
      case "callout":
        return [block.title ?? "", ...runs(block.runs)];
      case "page-break":
      case "table-of-contents":
        return [];
    }
  };
  return [document.title, document.subtitle ?? "", document.coverNote ?? "", ...document.blocks.flatMap(of)];
}
