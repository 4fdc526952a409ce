import { sql } from "drizzle-orm";
import { foreignKey, integer, pgPolicy, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { appRole, currentTerritory } from "../../../platform/database/columns.ts";
import type { KnownDate } from "../../../platform/known-date.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { FrameworkAxisId, FrameworkId } from "./model.ts";

const owner = { ownerTerritoryId: uuid("owner_territory_id").$type<TerritoryId>().notNull() };

/** A scheme belongs to a département, not to a territory: all read it, only the territory that entered it changes it. */
export const framework = pgTable(
  "framework",
  {
    id: uuid("id").$type<FrameworkId>().primaryKey(),
    ...owner,
    name: text("name").notNull(),
    departementCode: text("departement_code").notNull(),
    signedIn: text("signed_in").$type<KnownDate>(),
    source: text("source").notNull(),
  },
  (table) => [
    unique("framework_owned").on(table.id, table.ownerTerritoryId),
    pgPolicy("seen_by_all", { for: "select", to: appRole, using: sql`true` }),
    pgPolicy("inserted_by_owner", {
      for: "insert",
      to: appRole,
      withCheck: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
    }),
    pgPolicy("changed_by_owner", {
      for: "update",
      to: appRole,
      using: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
      withCheck: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
    }),
    pgPolicy("deleted_by_owner", { for: "delete", to: appRole, using: sql`${table.ownerTerritoryId} = ${currentTerritory}` }),
  ],
);

export const frameworkAxis = pgTable(
  "framework_axis",
  {
    id: uuid("id").$type<FrameworkAxisId>().primaryKey(),
    frameworkId: uuid("framework_id").$type<FrameworkId>().notNull(),
    ...owner,
    number: integer("number").notNull(),
    title: text("title").notNull(),
  },
  (table) => [
    // With its owner in the key, nobody can hang an axis on the scheme of another.
    foreignKey({
      columns: [table.frameworkId, table.ownerTerritoryId],
      foreignColumns: [framework.id, framework.ownerTerritoryId],
    }),
    uniqueIndex("framework_axis_number").on(table.frameworkId, table.number),
    pgPolicy("seen_by_all", { for: "select", to: appRole, using: sql`true` }),
    pgPolicy("inserted_by_owner", {
      for: "insert",
      to: appRole,
      withCheck: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
    }),
    pgPolicy("changed_by_owner", {
      for: "update",
      to: appRole,
      using: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
      withCheck: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
    }),
    pgPolicy("deleted_by_owner", { for: "delete", to: appRole, using: sql`${table.ownerTerritoryId} = ${currentTerritory}` }),
  ],
);
