import { sql } from "drizzle-orm";
import { index, pgTable, uuid } from "drizzle-orm/pg-core";
import { inTerritory, ownRows } from "../database/columns.ts";
import { outboxColumns } from "./columns.ts";

/** The outbox: written with the change that it tells, delivered afterwards. */
export const mail = pgTable("mail", { ...inTerritory, id: uuid("id").notNull(), ...outboxColumns() }, (table) => [
  ...ownRows(table),
  index("mail_due")
    .on(table.dueAt)
    .where(sql`${table.dueAt} is not null`),
]);
