import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, instant, inTerritory, ownRows, ownTerritoryOnly } from "../../../platform/database/columns.ts";
import type { OrganisationId } from "../../../platform/model.ts";
import type { Provenance } from "../../territory/territories/model.ts";
import { organisation } from "../../territory/organisations/tables.ts";
import type {
  CampaignId,
  KeeperAnswer,
  KeeperLinkId,
  Proposal,
  ProposalId,
  ProposalState,
  Question,
  QuestionId,
} from "../upkeep/model.ts";
import type { ServiceKindKey } from "../kinds/model.ts";
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

/** A round in which keepers are asked whether their cards are right. */
export const campaign = pgTable(
  "campaign",
  {
    ...inTerritory,
    id: uuid("id").$type<CampaignId>().notNull(),
    name: text("name").notNull(),
    kinds: text("kinds").array().$type<ServiceKindKey[]>().notNull(),
    communes: text("communes").array().notNull(),
    startedAt: instant("started_at").notNull(),
    startedBy: text("started_by").notNull(),
    closesOn: day("closes_on").notNull(),
    endedAt: instant("ended_at"),
  },
  (table) => [...ownRows(table)],
);

/** A way to one card, for whoever holds it. Only the digest of the link is kept. */
export const keeperLink = pgTable(
  "keeper_link",
  {
    ...inTerritory,
    id: uuid("id").$type<KeeperLinkId>().notNull(),
    serviceId: uuid("service_id").$type<ServiceId>().notNull(),
    campaignId: uuid("campaign_id").$type<CampaignId>(),
    email: text("email").notNull(),
    digest: text("digest").notNull(),
    sentAt: instant("sent_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    answeredAt: instant("answered_at"),
    answer: text("answer").$type<KeeperAnswer>(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.serviceId], foreignColumns: [service.territoryId, service.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.territoryId, table.campaignId], foreignColumns: [campaign.territoryId, campaign.id] }),
    uniqueIndex("keeper_link_digest").on(table.territoryId, table.digest),
    index("keeper_link_campaign").on(table.territoryId, table.campaignId),
  ],
);

/** A change that someone proposes: read as a difference, taken or not. */
export const proposal = pgTable(
  "proposal",
  {
    ...inTerritory,
    id: uuid("id").$type<ProposalId>().notNull(),
    serviceId: uuid("service_id").$type<ServiceId>().notNull(),
    at: instant("at").notNull(),
    author: jsonb("author").$type<Proposal["author"]>().notNull(),
    message: text("message"),
    changes: jsonb("changes").$type<Proposal["changes"]>().notNull(),
    /** Number of the last event of the card when it was proposed. */
    seen: integer("seen").notNull(),
    state: jsonb("state").$type<ProposalState>().notNull(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.serviceId], foreignColumns: [service.territoryId, service.id] }).onDelete(
      "cascade",
    ),
    index("proposal_service").on(table.territoryId, table.serviceId),
  ],
);

/** What someone looked for and did not find. */
export const directoryQuestion = pgTable(
  "directory_question",
  {
    ...inTerritory,
    id: uuid("id").$type<QuestionId>().notNull(),
    at: instant("at").notNull(),
    text: text("text").notNull(),
    searched: text("searched"),
    communeCode: text("commune_code"),
    email: text("email"),
    state: jsonb("state").$type<Question["state"]>().notNull(),
  },
  (table) => [...ownRows(table)],
);
