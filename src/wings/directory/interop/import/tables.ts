import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { inTerritory, ownTerritoryOnly } from "../../../../platform/database/columns.ts";
import type { ImportId } from "../../../../platform/import-draft/model.ts";
import type { Said } from "./model.ts";

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
