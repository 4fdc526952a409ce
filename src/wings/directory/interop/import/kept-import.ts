import { z } from "zod";
import { optional, setOf, writtenNumber, type FileId } from "../../../../platform/model.ts";
import { ServiceId } from "../../card/model.ts";
import type { TableField } from "./formats/table.ts";
import type { FeedFormat } from "./model.ts";

export const ImportId = z.uuid().brand<"DirectoryImportId">();
export type ImportId = z.infer<typeof ImportId>;
export type ImportState = "draft" | "accepted" | "abandoned";

/** Which rows are taken, and what becomes of new cards: a person says it, looking at the preview. */
export const ImportOptions = z.object({
  scope: z.enum(["territory", "everywhere"]).catch("territory"),
  state: z.enum(["published", "draft"]).catch("published"),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

export const AcceptedImport = ImportOptions.extend({
  importId: ImportId,
  /** Number of the last event of the directory when the preview was drawn; absent when nobody looked at one. */
  seen: optional(writtenNumber.pipe(z.number().int().min(0))),
  /** `<id> <path>` of the fields that take the value of the file though they were corrected here. */
  take: setOf(z.string().max(200)),
  /** The services to close among those that are no longer in the file. */
  closing: setOf(ServiceId),
  /** Said again when the file lost half of what it held: closing may come from a file that was cut. */
  shrunk: optional(z.string()),
});

/** What an import did. */
export interface ImportResult {
  readonly createdPlaces: number;
  readonly created: number;
  readonly changed: number;
  readonly same: number;
  readonly closed: number;
  readonly broken: number;
  readonly outside: number;
}

/** Which sheet and which columns of a table of someone's own hold what. */
export interface TableMapping {
  readonly sheet: number;
  /** The row after the headings, from 0. */
  readonly headerTo: number;
  readonly columns: readonly { readonly index: number; readonly heading: string; readonly target: TableField | null }[];
}

/** A file on its way into the directory. */
export interface DirectoryImport {
  readonly id: ImportId;
  readonly fileId: FileId;
  readonly format: FeedFormat;
  readonly state: ImportState;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly mapping: TableMapping | null;
  readonly result: ImportResult | null;
}
