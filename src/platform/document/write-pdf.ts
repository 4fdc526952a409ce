import type { Document } from "./model.ts";
import { pdfData, type Picture } from "./pdf-data.ts";
import { loadEngine, type Engine } from "./pdf-engine.ts";
import { foldedSides } from "./fold.ts";
import { foldTemplate } from "./fold-template.ts";
import { oneLine } from "./readable.ts";
import { template } from "./pdf-template.ts";

export type WrittenPdf =
  { readonly kind: "file"; readonly bytes: Uint8Array } | { readonly kind: "unavailable"; readonly reason: "pdf-engine-missing" };

let engine: Engine | null | undefined;
const thisEngine = (): Engine | null => (engine === undefined ? (engine = loadEngine()) : engine);

/**
 * The document as a tagged PDF (PDF/UA-1). It is drawn in one go, seconds for hundreds of pages: a thread of its own is the place for it.
 * The same outline gives the same bytes.
 */
export async function writePdf(document: Document, open: () => Engine | null = thisEngine): Promise<WrittenPdf> {
  const found = open();
  if (found === null) return { kind: "unavailable", reason: "pdf-engine-missing" };
  const { report, pictures } = pdfData(document, found.fonts);
  const { bytes, pages } = draw(found, JSON.stringify(report), pictures);
  return { kind: "file", bytes: document.paper === "a5-folded" ? fold(found, document.title, bytes, pages) : bytes };
}

/** Lays drawn pages on sheets to fold. It is a pile of paper, not a text: the pages in their order are what is read on a screen. */
function fold({ compiler }: Engine, title: string, pages: Uint8Array, count: number): Uint8Array {
  try {
    compiler.mapShadow(`${FOLDER}/booklet.pdf`, Buffer.from(pages));
    const pile = JSON.stringify({ title: oneLine(title) || "–", sides: foldedSides(count) });
    const compilation = compiler.compile({ mainFileContent: foldTemplate, inputs: { pile } });
    if (compilation.result === null)
      throw new Error(`The sheets can't be laid: ${JSON.stringify(compilation.takeDiagnostics()?.shortDiagnostics)}`);
    return Uint8Array.from(compiler.pdf(compilation.result, {}));
  } finally {
    compiler.resetShadow();
    compiler.evictCache(10);
  }
}

interface Drawn {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** PDF/UA wants each character drawn. What no font on this machine can draw is told at the end: it is then shown as unknown. */
function draw({ compiler }: Engine, report: string, pictures: readonly Picture[]): Drawn {
  let undrawn: ReadonlySet<string> = new Set();
  for (let attempt = 1; ; attempt++) {
    const replaced = (text: string): string =>
      undrawn.size === 0 ? text : Array.from(text, (sign) => (undrawn.has(sign) ? unknown(undrawn) : sign)).join("");
    try {
      for (const { path, bytes } of pictures)
        compiler.mapShadow(
          `${FOLDER}${path}`,
          path.endsWith(".svg") ? Buffer.from(replaced(new TextDecoder().decode(bytes))) : Buffer.from(bytes),
        );
      const compilation = compiler.compile({ mainFileContent: template, inputs: { report: replaced(report) } });
      if (compilation.result === null)
        throw new Error(`The report can't be drawn: ${JSON.stringify(compilation.takeDiagnostics()?.shortDiagnostics)}`);
      const bytes = Uint8Array.from(compiler.pdf(compilation.result, { pdfStandard: "ua-1" }));
      return { bytes, pages: compilation.result.numOfPages };
    } catch (error) {
      const told = undrawnIn(error instanceof Error ? error.message : String(error));
      if (told.every((sign) => undrawn.has(sign)) || attempt === 8) throw error;
      undrawn = new Set([...undrawn, ...told]);
    } finally {
      compiler.resetShadow();
      compiler.evictCache(10);
    }
  }
}

const FOLDER = "/maillage-has-no-such-folder";
const unknown = (undrawn: ReadonlySet<string>): string => (undrawn.has("\uFFFD") ? "?" : "\uFFFD");

/** The characters that the compiler says no font can draw. ASCII is always drawn: it is the syntax of the data. */
export function undrawnIn(message: string): readonly string[] {
  return [...message.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/g)].flatMap(([, quoted = ""]) =>
    [...quoted.replace(/\\*u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))].filter(
      (sign) => sign > "\u007F",
    ),
  );
}
