import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, pgPolicy, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { appRole, currentTerritory, instant, inTerritory } from "../../../platform/database/columns.ts";
import type { ConventionId } from "../conventions/model.ts";
import type { SnapshotId, SnapshotReason } from "./model.ts";
import { convention } from "../conventions/tables.ts";

/** What was signed does not change: no policy lets the application update or delete a row. */
export const snapshot = pgTable(
  "snapshot",
  {
    ...inTerritory,
    id: uuid("id").$type<SnapshotId>().notNull(),
    conventionId: uuid("convention_id").$type<ConventionId>().notNull(),
    takenAt: instant("taken_at").notNull(),
    reason: text("reason").$type<SnapshotReason>().notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
    /** The canonical text itself, as text: a database that reorders its keys would change its hash. */
    content: text("content").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.id] }),
    foreignKey({ columns: [table.territoryId, table.conventionId], foreignColumns: [convention.territoryId, convention.id] }),
    index("snapshot_convention").on(table.territoryId, table.conventionId, table.takenAt),
    pgPolicy("own_territory_only", { for: "select", to: appRole, using: sql`${table.territoryId} = ${currentTerritory}` }),
    pgPolicy("written_once", { for: "insert", to: appRole, withCheck: sql`${table.territoryId} = ${currentTerritory}` }),
  ],
);
