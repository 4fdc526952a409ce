import { bigserial, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, inTerritory, ownTerritoryOnly } from "../database/columns.ts";
import type { Plain, Verb } from "./model.ts";

export const event = pgTable(
  "event",
  {
    ...inTerritory,
    seq: bigserial("seq", { mode: "number" }).notNull(),
    at: instant("at").notNull(),
    personId: uuid("person_id"),
    actorName: text("actor_name").notNull(),
    actorRole: text("actor_role").notNull(),
    action: text("action").notNull(),
    verb: text("verb").$type<Verb>().notNull(),
    objectKind: text("object_kind").notNull(),
    objectId: text("object_id").notNull(),
    objectLabel: text("object_label").notNull(),
    block: text("block"),
    before: jsonb("before").$type<Plain>(),
    after: jsonb("after").$type<Plain>(),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.seq] }),
    ownTerritoryOnly(table),
    index("event_object").on(table.territoryId, table.objectKind, table.objectId, table.seq),
  ],
);
