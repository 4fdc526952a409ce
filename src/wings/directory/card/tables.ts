import { foreignKey, index, jsonb, pgTable, primaryKey, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, instant, inTerritory, ownRows, ownTerritoryOnly } from "../../../platform/database/columns.ts";
import type { OrganisationId } from "../../../platform/model.ts";
import type { Provenance } from "../../territory/territories/model.ts";
import { organisation } from "../../territory/organisations/tables.ts";
import type { Internal, ServiceId, ServiceState } from "./model.ts";
import type { PlaceId } from "../places/model.ts";
import type { StoredCard } from "./stored-card.ts";
import { origin, place } from "../places/tables.ts";

/** A card is read, compared, exchanged and searched whole: its parts are kept as they are written, what other tables name is a column. */
export const service = pgTable(
  "service",
  {
    ...inTerritory,
    id: uuid("id").$type<ServiceId>().notNull(),
    placeId: uuid("place_id").$type<PlaceId>().notNull(),
    operatorId: uuid("operator_id").$type<OrganisationId>(),
    card: jsonb("card").$type<StoredCard>().notNull(),
    internal: jsonb("internal").$type<Internal>().notNull(),
    state: jsonb("state").$type<ServiceState>().notNull(),
    verifiedOn: day("verified_on"),
    updatedAt: instant("updated_at").notNull(),
    ...origin,
    provenance: jsonb("provenance").$type<Provenance>().notNull(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.placeId], foreignColumns: [place.territoryId, place.id] }),
    foreignKey({ columns: [table.territoryId, table.operatorId], foreignColumns: [organisation.territoryId, organisation.id] }),
    index("service_place").on(table.territoryId, table.placeId),
    uniqueIndex("service_origin").on(table.territoryId, table.source, table.externalId),
  ],
);

/** The parties that support a service: a table, so that none of them goes while a card names it. */
export const serviceSupporter = pgTable(
  "service_supporter",
  {
    ...inTerritory,
    serviceId: uuid("service_id").$type<ServiceId>().notNull(),
    organisationId: uuid("organisation_id").$type<OrganisationId>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.serviceId, table.organisationId] }),
    ownTerritoryOnly(table),
    foreignKey({ columns: [table.territoryId, table.serviceId], foreignColumns: [service.territoryId, service.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [table.territoryId, table.organisationId],
      foreignColumns: [organisation.territoryId, organisation.id],
    }),
  ],
);
