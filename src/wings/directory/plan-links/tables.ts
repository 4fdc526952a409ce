import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { inTerritory, ownTerritoryOnly } from "../../../platform/database/columns.ts";
import type { ActionId } from "../../plan/action/model.ts";
import type { ServiceId } from "../card/model.ts";
import type { ServiceEffect } from "./model.ts";
import { service } from "../card/tables.ts";

/**
 * What an action of the plan does to a service. It outlives an action that is deleted, which may come back: no foreign key holds the two
 * together.
 */
export const serviceAction = pgTable(
  "service_action",
  {
    ...inTerritory,
    serviceId: uuid("service_id").$type<ServiceId>().notNull(),
    actionId: uuid("action_id").$type<ActionId>().notNull(),
    effect: text("effect").$type<ServiceEffect>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.serviceId, table.actionId] }),
    ownTerritoryOnly(table),
    foreignKey({ columns: [table.territoryId, table.serviceId], foreignColumns: [service.territoryId, service.id] }).onDelete(
      "cascade",
    ),
  ],
);
