import { foreignKey, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { inTerritory, ownRows } from "../../../platform/database/columns.ts";
import type { OrganisationId } from "../../../platform/model.ts";
import type { CommuneCode, Provenance } from "../territories/model.ts";
import type { OrganisationKind } from "./model.ts";
import { commune } from "../territories/tables.ts";

export const organisation = pgTable(
  "organisation",
  {
    ...inTerritory,
    id: uuid("id").$type<OrganisationId>().notNull(),
    kind: text("kind").$type<OrganisationKind>().notNull(),
    name: text("name").notNull(),
    shortName: text("short_name"),
    communeCode: text("commune_code").$type<CommuneCode>(),
    email: text("email"),
    phone: text("phone"),
    provenance: jsonb("provenance").$type<Provenance>().notNull(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.communeCode], foreignColumns: [commune.territoryId, commune.code] }),
    uniqueIndex("organisation_name").on(table.territoryId, table.name),
  ],
);
