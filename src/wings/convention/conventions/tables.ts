import { sql } from "drizzle-orm";
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  appRole,
  currentTerritory,
  day,
  inTerritory,
  instant,
  ownRows,
  ownTerritoryOnly,
} from "../../../platform/database/columns.ts";
import { file } from "../../../platform/files/tables.ts";
import type { KnownDate } from "../../../platform/known-date.ts";
import type { FileId, OrganisationId, TerritoryId } from "../../../platform/model.ts";
import type { Provenance, ThemeKey } from "../../territory/territories/model.ts";
import { organisation } from "../../territory/organisations/tables.ts";
import { theme } from "../../territory/territories/tables.ts";
import type {
  AmendmentId,
  CompetenceHolder,
  ConventionId,
  ConventionState,
  FrameworkAxisId,
  FrameworkId,
  PartyId,
  SnapshotId,
  SnapshotReason,
} from "./model.ts";

const owner = { ownerTerritoryId: uuid("owner_territory_id").$type<TerritoryId>().notNull() };

/** A scheme belongs to a département, not to a territory: all read it, only the territory that entered it changes it. */
export const framework = pgTable(
  "framework",
  {
    id: uuid("id").$type<FrameworkId>().primaryKey(),
    ...owner,
    name: text("name").notNull(),
    departementCode: text("departement_code").notNull(),
    signedIn: text("signed_in").$type<KnownDate>(),
    source: text("source").notNull(),
  },
  (table) => [
    unique("framework_owned").on(table.id, table.ownerTerritoryId),
    pgPolicy("seen_by_all", { for: "select", to: appRole, using: sql`true` }),
    pgPolicy("inserted_by_owner", {
      for: "insert",
      to: appRole,
      withCheck: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
    }),
    pgPolicy("changed_by_owner", {
      for: "update",
      to: appRole,
      using: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
      withCheck: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
    }),
    pgPolicy("deleted_by_owner", { for: "delete", to: appRole, using: sql`${table.ownerTerritoryId} = ${currentTerritory}` }),
  ],
);

export const frameworkAxis = pgTable(
  "framework_axis",
  {
    id: uuid("id").$type<FrameworkAxisId>().primaryKey(),
    frameworkId: uuid("framework_id").$type<FrameworkId>().notNull(),
    ...owner,
    number: integer("number").notNull(),
    title: text("title").notNull(),
  },
  (table) => [
    // With its owner in the key, nobody can hang an axis on the scheme of another.
    foreignKey({
      columns: [table.frameworkId, table.ownerTerritoryId],
      foreignColumns: [framework.id, framework.ownerTerritoryId],
    }),
    uniqueIndex("framework_axis_number").on(table.frameworkId, table.number),
    pgPolicy("seen_by_all", { for: "select", to: appRole, using: sql`true` }),
    pgPolicy("inserted_by_owner", {
      for: "insert",
      to: appRole,
      withCheck: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
    }),
    pgPolicy("changed_by_owner", {
      for: "update",
      to: appRole,
      using: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
      withCheck: sql`${table.ownerTerritoryId} = ${currentTerritory}`,
    }),
    pgPolicy("deleted_by_owner", { for: "delete", to: appRole, using: sql`${table.ownerTerritoryId} = ${currentTerritory}` }),
  ],
);

export const convention = pgTable(
  "convention",
  {
    ...inTerritory,
    id: uuid("id").$type<ConventionId>().notNull(),
    state: text("state").$type<ConventionState>().notNull(),
    provenance: jsonb("provenance").$type<Provenance>().notNull(),
    predecessorId: uuid("predecessor_id").$type<ConventionId>(),
    title: text("title").notNull(),
    frameworkId: uuid("framework_id")
      .$type<FrameworkId>()
      .references(() => framework.id),
    sources: jsonb("sources").$type<string[]>().notNull(),
    periodStart: text("period_start").$type<KnownDate>(),
    periodEnd: text("period_end").$type<KnownDate>(),
    planValidatedOn: text("plan_validated_on").$type<KnownDate>(),
    signedOn: day("signed_on"),
    signingNote: text("signing_note"),
    themes: jsonb("themes").$type<ThemeKey[]>().notNull(),
    visas: text("visas"),
    preamble: text("preamble"),
    purpose: text("purpose"),
    cafScope: text("caf_scope"),
    cooperation: text("cooperation"),
    dataExchange: text("data_exchange"),
    communication: text("communication"),
    evaluation: text("evaluation"),
    ending: text("ending"),
    recourse: text("recourse"),
    confidentiality: text("confidentiality"),
    reviewedOn: text("reviewed_on").$type<KnownDate>(),
    reviewSummary: text("review_summary"),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.predecessorId], foreignColumns: [table.territoryId, table.id] }),
    // One convention has one successor: a fork would have two presents.
    uniqueIndex("convention_successor").on(table.territoryId, table.predecessorId),
  ],
);

export const party = pgTable(
  "party",
  {
    ...inTerritory,
    id: uuid("id").$type<PartyId>().notNull(),
    conventionId: uuid("convention_id").$type<ConventionId>().notNull(),
    organisationId: uuid("organisation_id").$type<OrganisationId>().notNull(),
    representative: text("representative"),
    representativeFunction: text("representative_function"),
    deliberationNumber: text("deliberation_number"),
    deliberationDate: day("deliberation_date"),
    deliberationFileId: uuid("deliberation_file_id").$type<FileId>(),
    commitments: text("commitments"),
    signedOn: day("signed_on"),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.conventionId], foreignColumns: [convention.territoryId, convention.id] }),
    foreignKey({
      columns: [table.territoryId, table.organisationId],
      foreignColumns: [organisation.territoryId, organisation.id],
    }),
    foreignKey({ columns: [table.territoryId, table.deliberationFileId], foreignColumns: [file.territoryId, file.id] }),
    uniqueIndex("party_once").on(table.territoryId, table.conventionId, table.organisationId),
  ],
);

export const competence = pgTable(
  "competence",
  {
    ...inTerritory,
    conventionId: uuid("convention_id").$type<ConventionId>().notNull(),
    theme: text("theme").$type<ThemeKey>().notNull(),
    holder: text("holder").$type<CompetenceHolder>().notNull(),
    note: text("note"),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.conventionId, table.theme, table.holder] }),
    ownTerritoryOnly(table),
    foreignKey({ columns: [table.territoryId, table.conventionId], foreignColumns: [convention.territoryId, convention.id] }),
    foreignKey({ columns: [table.territoryId, table.theme], foreignColumns: [theme.territoryId, theme.key] }),
  ],
);

/** What was signed does not change: no policy lets the application update or delete a row. */
export const snapshot = pgTable(
  "snapshot",
  {
    ...inTerritory,
    id: uuid("id").$type<SnapshotId>().notNull(),
    conventionId: uuid("convention_id").$type<ConventionId>().notNull(),
    takenAt: instant("taken_at").notNull(),
    reason: text("reason").$type<SnapshotReason>().notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
    /** The canonical text itself, as text: a database that reorders its keys would change its hash. */
    content: text("content").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.id] }),
    foreignKey({ columns: [table.territoryId, table.conventionId], foreignColumns: [convention.territoryId, convention.id] }),
    index("snapshot_convention").on(table.territoryId, table.conventionId, table.takenAt),
    pgPolicy("own_territory_only", { for: "select", to: appRole, using: sql`${table.territoryId} = ${currentTerritory}` }),
    pgPolicy("written_once", { for: "insert", to: appRole, withCheck: sql`${table.territoryId} = ${currentTerritory}` }),
  ],
);

export const amendment = pgTable(
  "amendment",
  {
    ...inTerritory,
    id: uuid("id").$type<AmendmentId>().notNull(),
    conventionId: uuid("convention_id").$type<ConventionId>().notNull(),
    number: text("number").notNull(),
    title: text("title").notNull(),
    reason: text("reason"),
    signedOn: day("signed_on"),
    snapshotId: uuid("snapshot_id").$type<SnapshotId>(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.conventionId], foreignColumns: [convention.territoryId, convention.id] }),
    foreignKey({ columns: [table.territoryId, table.snapshotId], foreignColumns: [snapshot.territoryId, snapshot.id] }),
    uniqueIndex("amendment_number").on(table.territoryId, table.conventionId, table.number),
  ],
);
