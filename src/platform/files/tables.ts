import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, inTerritory, ownRows } from "../database/columns.ts";
import type { FileId } from "../model.ts";

export const file = pgTable(
  "file",
  {
    ...inTerritory,
    id: uuid("id").$type<FileId>().notNull(),
    hash: text("hash").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    addedAt: instant("added_at").notNull(),
    addedBy: text("added_by").notNull(),
  },
  (table) => ownRows(table),
);
