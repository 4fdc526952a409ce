import { bigint, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, inTerritory, ownRows, ownTerritoryOnly } from "../database/columns.ts";
import { file } from "../files/tables.ts";
import type { FileId } from "../model.ts";
import type { DraftState, ImportId } from "./model.ts";

/** A file that somebody sent, with what they corrected and chose so far. What a `kind` keeps in it is read by that kind's schemas. */
export const importDraft = pgTable(
  "import_draft",
  {
    ...inTerritory,
    id: uuid("id").$type<ImportId>().notNull(),
    kind: text("kind").notNull(),
    targetId: uuid("target_id"),
    fileId: uuid("file_id").$type<FileId>().notNull(),
    format: text("format"),
    /** Name in the file store of what was read of the file: made anew from the file where it is lost. */
    reading: text("reading"),
    state: text("state").$type<DraftState>().notNull(),
    startedAt: instant("started_at").notNull(),
    startedBy: text("started_by").notNull(),
    mapping: jsonb("mapping"),
    decisions: jsonb("decisions"),
    result: jsonb("result"),
    writtenAfter: bigint("written_after", { mode: "number" }),
    writtenTo: bigint("written_to", { mode: "number" }),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.fileId], foreignColumns: [file.territoryId, file.id] }),
    index("import_draft_state").on(table.territoryId, table.kind, table.state),
  ],
);

/** What people of a territory corrected in earlier imports of a kind. */
export const importMemory = pgTable(
  "import_memory",
  { ...inTerritory, kind: text("kind").notNull(), memory: jsonb("memory").notNull() },
  (table) => [primaryKey({ columns: [table.territoryId, table.kind] }), ownTerritoryOnly(table)],
);
