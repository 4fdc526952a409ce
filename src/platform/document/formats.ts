import type { Document } from "./model.ts";

/** What a document can be written as. `document`: all of it. `tables`: its tables alone. */
export const formats = [
  { format: "html", kind: "document", extension: "html", mediaType: "text/html; charset=utf-8" },
  {
    format: "docx",
    kind: "document",
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  { format: "pdf", kind: "document", extension: "pdf", mediaType: "application/pdf" },
  {
    format: "xlsx",
    kind: "tables",
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  { format: "ods", kind: "tables", extension: "ods", mediaType: "application/vnd.oasis.opendocument.spreadsheet" },
  { format: "csv", kind: "tables", extension: "csv", mediaType: "text/csv; charset=utf-8" },
  { format: "json", kind: "tables", extension: "json", mediaType: "application/json; charset=utf-8" },
] as const;

export type Format = (typeof formats)[number]["format"];
export const isFormat = (text: string): text is Format => formats.some(({ format }) => format === text);

export type Rendered =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly mediaType: string; readonly extension: string }
  /** `pdf-engine-missing`: no PDF on this machine. `no-table`: the document has no table to give. */
  | { readonly kind: "unavailable"; readonly reason: "pdf-engine-missing" | "no-table" };

/** Writes a document in a format. Each writer's libraries are read when it is first asked for. */
export async function renderDocument(document: Document, format: Format): Promise<Rendered> {
  const { mediaType, extension } = formats.find((each) => each.format === format) ?? formats[0];
  const file = (bytes: Uint8Array): Rendered => ({ kind: "file", bytes, mediaType, extension });
  switch (format) {
    case "html":
      return file(await (await import("./write-html.tsx")).writeHtml(document));
    case "docx":
      return file(await (await import("./write-docx.ts")).writeDocx(document));
    case "pdf": {
      const written = await (await import("./write-pdf.ts")).writePdf(document);
      return written.kind === "file" ? file(written.bytes) : written;
    }
    case "xlsx":
    case "ods":
      return file(await (await import("./write-tables.ts")).writeWorkbookOf(document, format));
    case "csv": {
      const written = await (await import("./write-tables.ts")).writeCsvOf(document);
      if (written.kind === "none") return { kind: "unavailable", reason: "no-table" };
      return written.kind === "csv"
        ? file(written.bytes)
        : { kind: "file", bytes: written.bytes, mediaType: "application/zip", extension: "zip" };
    }
    case "json":
      return file((await import("./write-tables.ts")).writeJsonOf(document));
  }
}
