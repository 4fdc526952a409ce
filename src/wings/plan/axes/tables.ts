import { foreignKey, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ConventionId } from "../../convention/conventions/model.ts";
import type { FrameworkAxisId } from "../../convention/frameworks/model.ts";
import { convention } from "../../convention/conventions/tables.ts";
import { frameworkAxis } from "../../convention/frameworks/tables.ts";
import { inTerritory, ownRows } from "../../../platform/database/columns.ts";
import type { AxisId, ObjectiveId } from "./model.ts";

export const axis = pgTable(
  "axis",
  {
    ...inTerritory,
    id: uuid("id").$type<AxisId>().notNull(),
    conventionId: uuid("convention_id").$type<ConventionId>().notNull(),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    plainWords: text("plain_words"),
    frameworkAxisId: uuid("framework_axis_id")
      .$type<FrameworkAxisId>()
      .references(() => frameworkAxis.id),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.conventionId], foreignColumns: [convention.territoryId, convention.id] }),
    // What the keys of `action` point at: an action can't stand under the axis of another convention.
    unique("axis_of_convention").on(table.territoryId, table.conventionId, table.id),
  ],
);

export const objective = pgTable(
  "objective",
  {
    ...inTerritory,
    id: uuid("id").$type<ObjectiveId>().notNull(),
    axisId: uuid("axis_id").$type<AxisId>().notNull(),
    number: text("number").notNull(),
    title: text("title").notNull(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.axisId], foreignColumns: [axis.territoryId, axis.id] }),
    unique("objective_of_axis").on(table.territoryId, table.axisId, table.id),
  ],
);
