import { pgSchema, uuid } from "drizzle-orm/pg-core";

/** What tells the programs that keep what they read whether it still holds. The owner's alone: pages ask `kept.arrival`. */
export const kept = pgSchema("kept");

/** The state of each territory, and of the instance under the id of zeros: a mark drawn anew by each transaction that writes there. */
export const version = kept.table("version", { territory: uuid("territory").primaryKey(), mark: uuid("mark").notNull() });
