import { foreignKey, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { inTerritory, ownRows } from "../../../platform/database/columns.ts";
import type { PersonId } from "../../../platform/model.ts";
import { person } from "../../territory/people/tables.ts";
import type { SavedViewId } from "./model.ts";

export const savedView = pgTable(
  "saved_view",
  {
    ...inTerritory,
    id: uuid("id").$type<SavedViewId>().notNull(),
    personId: uuid("person_id").$type<PersonId>().notNull(),
    name: text("name").notNull(),
    query: text("query").notNull(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.personId], foreignColumns: [person.territoryId, person.id] }).onDelete(
      "cascade",
    ),
    uniqueIndex("saved_view_name").on(table.territoryId, table.personId, table.name),
  ],
);
