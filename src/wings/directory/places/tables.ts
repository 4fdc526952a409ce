import { doublePrecision, foreignKey, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, instant, inTerritory, ownRows } from "../../../platform/database/columns.ts";
import type { OrganisationId } from "../../../platform/model.ts";
import type { Provenance } from "../../territory/territories/model.ts";
import { organisation } from "../../territory/organisations/tables.ts";
import type { PlaceFields, PlaceId } from "./model.ts";

export const origin = {
  source: text("source"),
  externalId: text("external_id"),
  originLink: text("origin_link"),
  originUpdatedOn: day("origin_updated_on"),
};

export const place = pgTable(
  "place",
  {
    ...inTerritory,
    id: uuid("id").$type<PlaceId>().notNull(),
    organisationId: uuid("organisation_id").$type<OrganisationId>().notNull(),
    name: text("name").notNull(),
    siret: text("siret"),
    communeCode: text("commune_code"),
    town: text("town"),
    postcode: text("postcode"),
    address: text("address"),
    complement: text("complement"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    wheelchair: text("wheelchair").$type<PlaceFields["wheelchair"]>().notNull(),
    accessLink: text("access_link"),
    description: text("description"),
    phone: text("phone"),
    email: text("email"),
    website: text("website"),
    hours: text("hours"),
    networks: text("networks").array().notNull(),
    ...origin,
    provenance: jsonb("provenance").$type<Provenance>().notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({
      columns: [table.territoryId, table.organisationId],
      foreignColumns: [organisation.territoryId, organisation.id],
    }),
    uniqueIndex("place_origin").on(table.territoryId, table.source, table.externalId),
  ],
);
