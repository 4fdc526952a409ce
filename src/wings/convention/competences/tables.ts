import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { inTerritory, ownTerritoryOnly } from "../../../platform/database/columns.ts";
import type { ThemeKey } from "../../territory/territories/model.ts";
import { theme } from "../../territory/territories/tables.ts";
import type { CompetenceHolder } from "./model.ts";
import type { ConventionId } from "../conventions/model.ts";
import { convention } from "../conventions/tables.ts";

export const competence = pgTable(
  "competence",
  {
    ...inTerritory,
    conventionId: uuid("convention_id").$type<ConventionId>().notNull(),
    theme: text("theme").$type<ThemeKey>().notNull(),
    holder: text("holder").$type<CompetenceHolder>().notNull(),
    note: text("note"),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.conventionId, table.theme, table.holder] }),
    ownTerritoryOnly(table),
    foreignKey({ columns: [table.territoryId, table.conventionId], foreignColumns: [convention.territoryId, convention.id] }),
    foreignKey({ columns: [table.territoryId, table.theme], foreignColumns: [theme.territoryId, theme.key] }),
  ],
);
