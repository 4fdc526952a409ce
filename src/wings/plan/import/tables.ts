import { foreignKey, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { inTerritory, ownTerritoryOnly } from "../../../platform/database/columns.ts";
import type { ImportId } from "../../../platform/import-draft/model.ts";
import type { ActionId } from "../action/model.ts";
import type { NoteId } from "../notes/model.ts";
import { action } from "../action/tables.ts";
import type { PlanFields } from "./plan-fields.ts";

/** What the last import said of an action: it tells a correction of the file from an edit made here. */
export const actionImport = pgTable(
  "action_import",
  {
    ...inTerritory,
    actionId: uuid("action_id").$type<ActionId>().notNull(),
    importKey: text("import_key").notNull(),
    imported: jsonb("imported").$type<PlanFields>().notNull(),
    /** The note that holds the remarks of the file. It may have been deleted since. */
    noteId: uuid("note_id").$type<NoteId>(),
    /** The import that first brought it: actions of one file go together, and several files may make one plan. */
    broughtBy: uuid("brought_by").$type<ImportId>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.actionId] }),
    ownTerritoryOnly(table),
    foreignKey({ columns: [table.territoryId, table.actionId], foreignColumns: [action.territoryId, action.id] }).onDelete(
      "cascade",
    ),
  ],
);
