import type {
  IBaseParagraphStyleOptions,
  ILevelsOptions,
  IParagraphStyleOptions,
  IStylesOptions,
  NumberingDefinition,
} from "docx";
import { localeOf } from "../french/locale.ts";
import type { Lang } from "../words.ts";
import type { Orientation } from "./model.ts";
import type { Inks } from "./tint.ts";

/** Calibri is on every office machine, and LibreOffice draws it with a font of the same widths. */
const FONT = "Calibri";
const MARGIN = 1134;
const A4 = { width: 11_906, height: 16_838 };

/** Lengths are in twips: a twentieth of a point. */
export interface Paper {
  readonly size: { readonly width: number; readonly height: number; readonly orientation: Orientation };
  readonly margin: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  /** The width that text can fill. */
  readonly measure: number;
}

export function paper(orientation: Orientation): Paper {
  const width = orientation === "portrait" ? A4.width : A4.height;
  return {
    size: { ...A4, orientation },
    margin: { top: 1500, bottom: 1250, left: MARGIN, right: MARGIN, header: 560, footer: 560 },
    measure: width - 2 * MARGIN,
  };
}

/** The styles of the whole file: someone who edits it changes a style, never a paragraph. */
export function styles(lang: Lang, ink: Inks): IStylesOptions {
  const heading = (size: number, before: number, colour = ink.accent): IBaseParagraphStyleOptions => ({
    run: { font: FONT, size, bold: true, color: colour },
    paragraph: { spacing: { before, after: 100, line: 252, lineRule: "auto" }, keepNext: true, keepLines: true },
  });
  const based = (id: string, name: string, told: Omit<IParagraphStyleOptions, "id" | "name">): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    ...told,
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, color: ink.ink, language: { value: localeOf[lang] } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: "auto" } },
      },
      title: {
        run: { font: FONT, size: 44, bold: true, color: ink.accent },
        paragraph: { spacing: { before: 60, after: 80, line: 240, lineRule: "auto" }, keepNext: true },
      },
      heading1: heading(30, 360),
      heading2: heading(25, 280),
      heading3: heading(22, 220, ink.ink),
      heading4: heading(22, 200, ink.quiet),
      heading5: heading(21, 180, ink.quiet),
      heading6: heading(21, 180, ink.quiet),
      hyperlink: { run: { color: ink.accent, underline: { type: "single", color: ink.line } } },
      caption: {
        run: { font: FONT, size: 20, bold: true, italics: false, color: ink.ink },
        paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
      },
      listParagraph: { paragraph: { spacing: { after: 60 }, contextualSpacing: false } },
    },
    paragraphStyles: [
      based("Subtitle", "Subtitle", { run: { size: 26, color: ink.quiet }, paragraph: { spacing: { after: 120 } } }),
      based("Parties", "Parties", { run: { size: 20, color: ink.quiet }, paragraph: { spacing: { after: 60 } } }),
      based("CoverNote", "Cover note", {
        run: { size: 20, bold: true, color: ink.tones.warning.bar },
        paragraph: { spacing: { after: 60 } },
      }),
      based("ContentsTitle", "Contents title", {
        run: { size: 30, bold: true, color: ink.accent },
        paragraph: { spacing: { before: 240, after: 160 }, keepNext: true },
      }),
      based("Cell", "Table cell", {
        run: { size: 20 },
        paragraph: { spacing: { before: 0, after: 0, line: 252, lineRule: "auto" } },
      }),
      based("CellHead", "Table heading", {
        run: { size: 19, bold: true, color: ink.accent },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: "auto" }, keepNext: true },
      }),
      based("Source", "Source", { run: { size: 18, color: ink.quiet }, paragraph: { spacing: { before: 80, after: 240 } } }),
      based("AfterTable", "After a table", {
        run: { size: 8 },
        paragraph: { spacing: { before: 0, after: 100, line: 160, lineRule: "auto" } },
      }),
      based("PageHead", "Page head", {
        run: { size: 17, color: ink.quiet },
        paragraph: { spacing: { after: 0, line: 240, lineRule: "auto" } },
      }),
      ...(["info", "warning", "example"] as const).map((tone) =>
        based(`Callout-${tone}`, `Callout ${tone}`, {
          paragraph: {
            spacing: { before: 120, after: 200 },
            indent: { left: 200, right: 120 },
            keepLines: true,
            shading: { type: "clear", color: "auto", fill: ink.tones[tone].ground },
            border: {
              left: { style: "single", size: 24, space: 8, color: ink.tones[tone].bar },
              top: { style: "single", size: 4, space: 4, color: ink.tones[tone].ground },
              bottom: { style: "single", size: 4, space: 4, color: ink.tones[tone].ground },
            },
          },
        }),
      ),
      ...([1, 2, 3] as const).map((level) =>
        based(`TOC${level}`, `toc ${level}`, {
          run: level === 1 ? { bold: true } : { color: ink.quiet },
          paragraph: { spacing: { before: level === 1 ? 100 : 0, after: 30 }, indent: { left: (level - 1) * 280 } },
        }),
      ),
    ],
  };
}

/** Real lists: bullets and numbers, nine levels deep as Word has them. */
export const numbering: readonly NumberingDefinition[] = [
  { reference: "bullets", levels: levels((level) => ({ format: "bullet", text: ["•", "–", "▪"][level % 3] ?? "•" })) },
  {
    reference: "numbers",
    levels: levels((level) => ({
      format: (["decimal", "lowerLetter", "lowerRoman"] as const)[level % 3] ?? "decimal",
      text: `%${level + 1}.`,
    })),
  },
];

function levels(sign: (level: number) => Pick<ILevelsOptions, "format" | "text">): readonly ILevelsOptions[] {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    alignment: "left" as const,
    style: { paragraph: { indent: { left: 400 + level * 360, hanging: 300 } } },
    ...sign(level),
  }));
}
