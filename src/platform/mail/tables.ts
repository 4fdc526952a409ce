import { sql } from "drizzle-orm";
import { index, integer, pgSchema, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { inTerritory, instant, ownRows } from "../database/columns.ts";
import type { Lang } from "../words.ts";

/** The columns of an outbox. A mail waits as long as `due_at` says when to try (again); without it, it has left or was given up. */
const outboxColumns = () => ({
  to: text("to").notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  queuedAt: instant("queued_at").notNull(),
  dueAt: instant("due_at"),
  attempts: integer("attempts").notNull().default(0),
  sentAt: instant("sent_at"),
  failure: text("failure"),
});

/** The outbox: written with the change that it tells, delivered afterwards. */
export const mail = pgTable(
  "mail",
  {
    ...inTerritory,
    id: uuid("id").notNull(),
    ...outboxColumns(),
    /** Who finds its words when it leaves; without one, they were known when it was queued. */
    writer: text("writer"),
    lang: text("lang").$type<Lang>(),
    writtenAt: instant("written_at"),
    cause: uuid("cause"),
    cancelledAt: instant("cancelled_at"),
  },
  (table) => [
    ...ownRows(table),
    index("mail_due")
      .on(table.dueAt)
      .where(sql`${table.dueAt} is not null`),
    uniqueIndex("mail_waiting")
      .on(table.territoryId, table.cause, table.to)
      .where(sql`${table.dueAt} is not null`),
  ],
);

/** Mails that open an account. They carry a secret: pages never read them, and their text goes as soon as they have left. */
export const signInMail = pgSchema("identity").table("mail", { id: uuid("id").primaryKey(), ...outboxColumns() }, (table) => [
  index("sign_in_mail_due")
    .on(table.dueAt)
    .where(sql`${table.dueAt} is not null`),
]);
