import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, instant, inTerritory, ownRows, ownTerritoryOnly } from "../database/columns.ts";
import type { Round, RoundId, RoundLinkId } from "./model.ts";

/** A round of questions, of whatever kind. */
export const round = pgTable(
  "round",
  {
    ...inTerritory,
    id: uuid("id").$type<RoundId>().notNull(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    about: jsonb("about").$type<Round["about"]>().notNull(),
    startedAt: instant("started_at").notNull(),
    startedBy: text("started_by").notNull(),
    closesOn: day("closes_on").notNull(),
    endedAt: instant("ended_at"),
    undoMinutes: integer("undo_minutes").notNull(),
  },
  (table) => [...ownRows(table)],
);

/** What it leads to is of no table known here: a link outlives it, and then opens nothing. */
export const roundLink = pgTable(
  "round_link",
  {
    ...inTerritory,
    id: uuid("id").$type<RoundLinkId>().notNull(),
    roundId: uuid("round_id").$type<RoundId>().notNull(),
    objectId: uuid("object_id").notNull(),
    email: text("email").notNull(),
    name: text("name"),
    askedAt: instant("asked_at").notNull(),
    remindedAt: instant("reminded_at"),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    passedFrom: uuid("passed_from").$type<RoundLinkId>(),
    passedAt: instant("passed_at"),
    answeredAt: instant("answered_at"),
    answer: text("answer"),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.roundId], foreignColumns: [round.territoryId, round.id] }),
    index("round_link_round").on(table.territoryId, table.roundId),
  ],
);

/** Each mail has secrets of its own, and those of before still open: only their digest is kept. */
export const roundSecret = pgTable(
  "round_secret",
  {
    ...inTerritory,
    digest: text("digest").notNull(),
    linkId: uuid("link_id").$type<RoundLinkId>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.digest] }),
    ownTerritoryOnly(table),
    foreignKey({ columns: [table.territoryId, table.linkId], foreignColumns: [roundLink.territoryId, roundLink.id] }).onDelete(
      "cascade",
    ),
    index("round_secret_link").on(table.territoryId, table.linkId),
  ],
);
