import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { inTerritory, ownTerritoryOnly } from "../../../platform/database/columns.ts";
import type { ThemeKey } from "../../territory/territories/model.ts";
import type { Ages, ServiceKindKey } from "./model.ts";

/** Kinds that the territory added to those of every CTG. */
export const serviceKind = pgTable(
  "service_kind",
  {
    ...inTerritory,
    key: text("key").$type<ServiceKindKey>().notNull(),
    position: integer("position").notNull(),
    nameFr: text("name_fr").notNull(),
    nameEn: text("name_en").notNull(),
    plainFr: text("plain_fr").notNull(),
    plainEn: text("plain_en").notNull(),
    themes: text("themes").array().$type<ThemeKey[]>().notNull(),
    ages: jsonb("ages").$type<Ages>(),
  },
  (table) => [primaryKey({ columns: [table.territoryId, table.key] }), ownTerritoryOnly(table)],
);
