import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  appRole,
  currentTerritory,
  day,
  instant,
  inTerritory,
  ownRows,
  ownTerritoryOnly,
} from "../../../platform/database/columns.ts";
import type { OrganisationId, PersonId, TerritoryId } from "../../../platform/model.ts";
import type {
  CommuneCode,
  Invitation,
  InvitationId,
  MandateId,
  Membership,
  OrganisationKind,
  Provenance,
  Siren,
  ThemeKey,
} from "./model.ts";

/** The list of territories is public; a transaction writes only its own. */
export const territory = pgTable(
  "territory",
  {
    id: uuid("id").$type<TerritoryId>().primaryKey(),
    kind: text("kind").$type<"epci">().notNull(),
    siren: text("siren").$type<Siren>().notNull().unique(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    departementCode: text("departement_code").notNull(),
    departementName: text("departement_name").notNull(),
    regionCode: text("region_code").notNull(),
    regionName: text("region_name").notNull(),
    accentHue: integer("accent_hue"),
  },
  (table) => [
    pgPolicy("seen_by_all", { for: "select", to: appRole, using: sql`true` }),
    pgPolicy("inserted_from_inside", { for: "insert", to: appRole, withCheck: sql`${table.id} = ${currentTerritory}` }),
    pgPolicy("changed_from_inside", { for: "update", to: appRole, using: sql`${table.id} = ${currentTerritory}` }),
  ],
);

export const commune = pgTable(
  "commune",
  {
    ...inTerritory,
    code: text("code").$type<CommuneCode>().notNull(),
    name: text("name").notNull(),
    population: integer("population"),
    vintage: text("vintage").notNull(),
  },
  (table) => [primaryKey({ columns: [table.territoryId, table.code] }), ownTerritoryOnly(table)],
);

export const theme = pgTable(
  "theme",
  {
    ...inTerritory,
    key: text("key").$type<ThemeKey>().notNull(),
    position: integer("position").notNull(),
    nameFr: text("name_fr").notNull(),
    nameEn: text("name_en").notNull(),
  },
  (table) => [primaryKey({ columns: [table.territoryId, table.key] }), ownTerritoryOnly(table)],
);

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

export const person = pgTable(
  "person",
  {
    ...inTerritory,
    id: uuid("id").$type<PersonId>().notNull(),
    name: text("name").notNull(),
    /** Who signs in with this address is this person: there is no other link to an account. */
    email: text("email"),
    phone: text("phone"),
    provenance: jsonb("provenance").$type<Provenance>().notNull(),
    membership: jsonb("membership").$type<Membership>(),
  },
  (table) => [...ownRows(table), uniqueIndex("person_email").on(table.territoryId, table.email)],
);

export const mandate = pgTable(
  "mandate",
  {
    ...inTerritory,
    id: uuid("id").$type<MandateId>().notNull(),
    personId: uuid("person_id").$type<PersonId>().notNull(),
    organisationId: uuid("organisation_id").$type<OrganisationId>().notNull(),
    function: text("function").notNull(),
    from: day("from"),
    to: day("to"),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.personId], foreignColumns: [person.territoryId, person.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [table.territoryId, table.organisationId],
      foreignColumns: [organisation.territoryId, organisation.id],
    }),
    index("mandate_person").on(table.territoryId, table.personId),
  ],
);

export const invitation = pgTable(
  "invitation",
  {
    ...inTerritory,
    id: uuid("id").$type<InvitationId>().notNull(),
    personId: uuid("person_id").$type<PersonId>().notNull(),
    email: text("email").notNull(),
    membership: jsonb("membership").$type<Membership>().notNull(),
    invitedBy: jsonb("invited_by").$type<Invitation["invitedBy"]>().notNull(),
    sentAt: instant("sent_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.personId], foreignColumns: [person.territoryId, person.id] }).onDelete(
      "cascade",
    ),
    index("invitation_email").on(table.territoryId, table.email),
  ],
);
