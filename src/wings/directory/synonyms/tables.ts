import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { inTerritory, ownRows } from "../../../platform/database/columns.ts";
import type { SynonymId } from "./model.ts";

export const synonym = pgTable(
  "synonym",
  { ...inTerritory, id: uuid("id").$type<SynonymId>().notNull(), words: text("words").notNull(), means: text("means").notNull() },
  (table) => [...ownRows(table)],
);
