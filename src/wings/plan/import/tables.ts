import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ConventionId } from "../../convention/conventions/model.ts";
import { convention } from "../../convention/conventions/tables.ts";
import { instant, inTerritory, ownRows, ownTerritoryOnly } from "../../../platform/database/columns.ts";
import { file } from "../../../platform/files/tables.ts";
import type { FileId } from "../../../platform/model.ts";
import type { ActionId } from "../action/model.ts";
import type { NoteId } from "../notes/model.ts";
import { action } from "../action/tables.ts";
import type { Decisions, ImportId, ImportResult, ImportState, KeptMapping } from "./kept-import.ts";
import type { MappingMemory } from "./memory.ts";
import type { PlanFields } from "./plan-fields.ts";

/** A file that somebody sent, with what they have corrected and chosen so far. Nothing of it is in the plan before it is accepted. */
export const planImport = pgTable(
  "plan_import",
  {
    ...inTerritory,
    id: uuid("id").$type<ImportId>().notNull(),
    conventionId: uuid("convention_id").$type<ConventionId>().notNull(),
    fileId: uuid("file_id").$type<FileId>().notNull(),
    state: text("state").$type<ImportState>().notNull(),
    startedAt: instant("started_at").notNull(),
    startedBy: text("started_by").notNull(),
    mapping: jsonb("mapping").$type<KeptMapping>(),
    decisions: jsonb("decisions").$type<Decisions>().notNull(),
    result: jsonb("result").$type<ImportResult>(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.conventionId], foreignColumns: [convention.territoryId, convention.id] }),
    foreignKey({ columns: [table.territoryId, table.fileId], foreignColumns: [file.territoryId, file.id] }),
    index("plan_import_state").on(table.territoryId, table.state),
  ],
);

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

/** What people of a territory corrected in earlier imports. */
export const importMemory = pgTable(
  "import_memory",
  { ...inTerritory, memory: jsonb("memory").$type<MappingMemory>().notNull() },
  (table) => [primaryKey({ columns: [table.territoryId] }), ownTerritoryOnly(table)],
);
