import { z } from "zod";

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
export const formatOf = (format: Format) => formats.find((each) => each.format === format) ?? formats[0];
export const isFormat = (text: string): text is Format => formats.some(({ format }) => format === text);

/** `pdf-engine-missing`: no PDF on this machine. `no-table`: the document has no table to give. */
export const Rendered = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("file"),
    bytes: z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array),
    mediaType: z.string(),
    extension: z.string(),
  }),
  z.object({ kind: z.literal("unavailable"), reason: z.enum(["pdf-engine-missing", "no-table"]) }),
]);
export type Rendered = z.infer<typeof Rendered>;
