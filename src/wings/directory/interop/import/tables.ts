import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, inTerritory, ownRows, ownTerritoryOnly } from "../../../../platform/database/columns.ts";
import { file } from "../../../../platform/files/tables.ts";
import type { FileId } from "../../../../platform/model.ts";
import type { ImportId, ImportResult, ImportState, TableMapping } from "./kept-import.ts";
import type { FeedFormat, Said } from "./model.ts";

/** A file that somebody sent. Nothing of it is in the directory before it is accepted. */
export const directoryImport = pgTable(
  "directory_import",
  {
    ...inTerritory,
    id: uuid("id").$type<ImportId>().notNull(),
    fileId: uuid("file_id").$type<FileId>().notNull(),
    format: text("format").$type<FeedFormat>().notNull(),
    state: text("state").$type<ImportState>().notNull(),
    startedAt: instant("started_at").notNull(),
    startedBy: text("started_by").notNull(),
    mapping: jsonb("mapping").$type<TableMapping>(),
    result: jsonb("result").$type<ImportResult>(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.fileId], foreignColumns: [file.territoryId, file.id] }),
    index("directory_import_state").on(table.territoryId, table.state),
  ],
);

/** What the last import said of a place or a service: it tells a correction of the file from one made here. */
export const importLink = pgTable(
  "import_link",
  {
    ...inTerritory,
    kind: text("kind").$type<"place" | "service">().notNull(),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    objectId: uuid("object_id").notNull(),
    said: jsonb("said").$type<Said>().notNull(),
    /** The import that first brought it: several files of one producer may each hold a part. */
    broughtBy: uuid("brought_by").$type<ImportId>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.kind, table.source, table.externalId] }),
    ownTerritoryOnly(table),
    index("import_link_brought").on(table.territoryId, table.broughtBy),
  ],
);
