import { formatOf, type Format, type Rendered } from "./formats.ts";
import type { Document } from "./model.ts";

export interface Drawing {
  readonly document: Document;
  /** A page is drawn where it is asked for: only files are worth a thread. */
  readonly format: Exclude<Format, "html">;
}

/** Writes a document as a file, in a thread of its own. Each writer's libraries are read when it is first asked for. */
export async function drawDocument({ document, format }: Drawing): Promise<Rendered> {
  const { mediaType, extension } = formatOf(format);
  const file = (bytes: Uint8Array): Rendered => ({ kind: "file", bytes, mediaType, extension });
  switch (format) {
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
