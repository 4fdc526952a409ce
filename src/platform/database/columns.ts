import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  pgPolicy,
  pgRole,
  primaryKey,
  timestamp,
  uuid,
  type AnyPgColumn,
  type ExtraConfigColumn,
} from "drizzle-orm/pg-core";
import type { Day, TerritoryId } from "../model.ts";

/** The role of every transaction: it owns nothing and sees one territory. Created by `prepareDatabase`. */
export const appRole = pgRole("maillage_app").existing();

/** First column of every table, and first in its primary key: rows can be distributed and handed back by territory. */
export const inTerritory = { territoryId: uuid("territory_id").$type<TerritoryId>().notNull() };

export const currentTerritory = sql`nullif(current_setting('maillage.territory', true), '')::uuid`;

/** The second wall: a transaction that forgot its territory finds nothing and writes nothing. */
export const ownTerritoryOnly = (table: { territoryId: ExtraConfigColumn | AnyPgColumn }) =>
  pgPolicy("own_territory_only", {
    to: appRole,
    using: sql`${table.territoryId} = ${currentTerritory}`,
    withCheck: sql`${table.territoryId} = ${currentTerritory}`,
  });

/** Key and wall of an ordinary table: `(table) => [...ownRows(table), index().on(…)]`. */
export const ownRows = (table: { territoryId: ExtraConfigColumn; id: ExtraConfigColumn }) => [
  primaryKey({ columns: [table.territoryId, table.id] }),
  ownTerritoryOnly(table),
];

/** A calendar day, kept as text `YYYY-MM-DD` from the database to the page: no time zone can shift it. */
export const day = (name: string) => date(name, { mode: "string" }).$type<Day>();
/** Euro cents. */
export const cents = (name: string) => bigint(name, { mode: "number" });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
