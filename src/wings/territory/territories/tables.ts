import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { appRole, currentTerritory, inTerritory, ownTerritoryOnly } from "../../../platform/database/columns.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { CommuneCode, Siren, ThemeKey } from "./model.ts";

/** The list of territories is public; a transaction writes only its own. */
export const territory = pgTable(
  "territory",
  {
    id: uuid("id").$type<TerritoryId>().primaryKey(),
    kind: text("kind").$type<"epci">().notNull(),
    siren: text("siren").$type<Siren>().notNull().unique(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    departementCode: text("departement_code").notNull(),
    departementName: text("departement_name").notNull(),
    regionCode: text("region_code").notNull(),
    regionName: text("region_name").notNull(),
    accentHue: integer("accent_hue"),
  },
  (table) => [
    pgPolicy("seen_by_all", { for: "select", to: appRole, using: sql`true` }),
    pgPolicy("inserted_from_inside", { for: "insert", to: appRole, withCheck: sql`${table.id} = ${currentTerritory}` }),
    pgPolicy("changed_from_inside", { for: "update", to: appRole, using: sql`${table.id} = ${currentTerritory}` }),
  ],
);

export const commune = pgTable(
  "commune",
  {
    ...inTerritory,
    code: text("code").$type<CommuneCode>().notNull(),
    name: text("name").notNull(),
    population: integer("population"),
    vintage: text("vintage").notNull(),
  },
  (table) => [primaryKey({ columns: [table.territoryId, table.code] }), ownTerritoryOnly(table)],
);

export const theme = pgTable(
  "theme",
  {
    ...inTerritory,
    key: text("key").$type<ThemeKey>().notNull(),
    position: integer("position").notNull(),
    nameFr: text("name_fr").notNull(),
    nameEn: text("name_en").notNull(),
  },
  (table) => [primaryKey({ columns: [table.territoryId, table.key] }), ownTerritoryOnly(table)],
);
