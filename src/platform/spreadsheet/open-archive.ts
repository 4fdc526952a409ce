import { strFromU8, unzipSync } from "fflate";
import type { SpreadsheetLimits } from "./limits.ts";
import { refuse, type Refusal } from "./refusal.ts";

export type Parts = ReadonlyMap<string, Uint8Array>;
export type OpenedArchive =
  { readonly kind: "xlsx"; readonly parts: Parts } | { readonly kind: "ods"; readonly parts: Parts } | Refusal;

// Pictures, comments and drawings are of no use here, and weigh most.
const useless =
  /(?:^|\/)(?:media|drawings|charts|embeddings|printerSettings|Thumbnails|Pictures|Configurations2|Object [^/]*)\/|^xl\/worksheets\/_rels\//;
const useful = (name: string): boolean => /\.(?:xml|rels)$|^mimetype$/.test(name) && !useless.test(name);

/**
 * Opens a compressed workbook only after its table of contents was found bearable. Each part is opened into the size that it declared,
 * so that a part that lies about its size fails instead of growing.
 */
export function openArchive(bytes: Uint8Array, fileName: string, limits: SpreadsheetLimits): OpenedArchive {
  const names: string[] = [];
  let opened = 0;
  let parts: Record<string, Uint8Array>;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        if (useful(name)) opened += originalSize;
        return false;
      },
    });
    const refusal = refusalByContents(names, opened, fileName, limits);
    if (refusal) return refusal;
    parts = unzipSync(bytes, { filter: ({ name }) => useful(name) });
  } catch {
    return refuse("corrupt");
  }
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  if (names.includes("mimetype")) {
    if (!text("mimetype").startsWith("application/vnd.oasis.opendocument.spreadsheet"))
      return refuse("other-type", { name: fileName });
    if (text("META-INF/manifest.xml").includes("encryption-data")) return refuse("password");
    return parts["content.xml"] ? { kind: "ods", parts: new Map(Object.entries(parts)) } : refuse("corrupt");
  }
  const types = text("[Content_Types].xml");
  if (types.includes("macroEnabled")) return refuse("macros");
  if (!parts["xl/workbook.xml"] && !types.includes("spreadsheetml")) return refuse("other-type", { name: fileName });
  return { kind: "xlsx", parts: new Map(Object.entries(parts)) };
}

function refusalByContents(
  names: readonly string[],
  opened: number,
  fileName: string,
  limits: SpreadsheetLimits,
): Refusal | undefined {
  if (names.length === 0) return refuse("corrupt");
  if (opened > limits.openedBytes || names.length > limits.parts) return refuse("expands-too-much");
  if (names.includes("encrypted-package")) return refuse("password");
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\/|^Basic\/|^Scripts\//.test(name))) return refuse("macros");
  if (names.includes("xl/workbook.bin")) return refuse("old-format", { extension: ".xlsb" });
  if (!names.includes("mimetype") && !names.includes("[Content_Types].xml")) return refuse("other-type", { name: fileName });
  return undefined;
}
