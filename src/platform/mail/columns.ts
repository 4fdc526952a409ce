import { integer, text } from "drizzle-orm/pg-core";
import { instant } from "../database/columns.ts";

/** The columns of an outbox. A mail waits as long as `due_at` says when to try (again); without it, it has left or was given up. */
export const outboxColumns = () => ({
  to: text("to").notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  queuedAt: instant("queued_at").notNull(),
  dueAt: instant("due_at"),
  attempts: integer("attempts").notNull().default(0),
  sentAt: instant("sent_at"),
  failure: text("failure"),
});
