import { foreignKey, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, inTerritory, ownRows } from "../../../platform/database/columns.ts";
import type { AmendmentId } from "./model.ts";
import type { ConventionId } from "../conventions/model.ts";
import type { SnapshotId } from "../snapshots/model.ts";
import { convention } from "../conventions/tables.ts";
import { snapshot } from "../snapshots/tables.ts";

export const amendment = pgTable(
  "amendment",
  {
    ...inTerritory,
    id: uuid("id").$type<AmendmentId>().notNull(),
    conventionId: uuid("convention_id").$type<ConventionId>().notNull(),
    number: text("number").notNull(),
    title: text("title").notNull(),
    reason: text("reason"),
    signedOn: day("signed_on"),
    snapshotId: uuid("snapshot_id").$type<SnapshotId>(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.conventionId], foreignColumns: [convention.territoryId, convention.id] }),
    foreignKey({ columns: [table.territoryId, table.snapshotId], foreignColumns: [snapshot.territoryId, snapshot.id] }),
    uniqueIndex("amendment_number").on(table.territoryId, table.conventionId, table.number),
  ],
);
