import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, inTerritory, ownRows } from "../database/columns.ts";

/** The outbox: written with the change that it tells, delivered afterwards. */
export const mail = pgTable(
  "mail",
  {
    ...inTerritory,
    id: uuid("id").notNull(),
    to: text("to").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    queuedAt: instant("queued_at").notNull(),
    sentAt: instant("sent_at"),
    failure: text("failure"),
  },
  (table) => ownRows(table),
);
