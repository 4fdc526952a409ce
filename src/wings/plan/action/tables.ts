import { doublePrecision, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { ConventionId } from "../../convention/conventions/model.ts";
import { convention } from "../../convention/conventions/tables.ts";
import { cents, day, instant, inTerritory, ownRows, ownTerritoryOnly } from "../../../platform/database/columns.ts";
import { file } from "../../../platform/files/tables.ts";
import type { Confidentiality, FileId, OrganisationId } from "../../../platform/model.ts";
import type { CommuneCode, Provenance, ThemeKey } from "../../territory/territories/model.ts";
import { organisation } from "../../territory/organisations/tables.ts";
import type { Action, ActionId, ActionLink, Audience, FundingLine, Measure, Partner } from "./model.ts";
import type { AxisId, ObjectiveId } from "../axes/model.ts";
import { axis, objective } from "../axes/tables.ts";

/** A fiche. Its lists of rows are in the tables below; a deleted one is in the event of its deletion, whole. */
export const action = pgTable(
  "action",
  {
    ...inTerritory,
    id: uuid("id").$type<ActionId>().notNull(),
    conventionId: uuid("convention_id").$type<ConventionId>().notNull(),
    provenance: jsonb("provenance").$type<Provenance>().notNull(),
    lastNewsAt: instant("last_news_at").notNull(),
    validatedAt: instant("validated_at"),
    validatedBy: text("validated_by"),

    number: text("number").notNull(),
    title: text("title").notNull(),
    axisId: uuid("axis_id").$type<AxisId>().notNull(),
    objectiveId: uuid("objective_id").$type<ObjectiveId>(),
    themes: text("themes").array().$type<ThemeKey[]>().notNull(),
    novelty: text("novelty").$type<NonNullable<Action["identity"]["novelty"]>>(),
    otherContracts: text("other_contracts"),
    confidentiality: text("confidentiality").$type<Confidentiality>().notNull(),

    findings: text("findings"),
    stake: text("stake"),
    residentsWord: text("residents_word"),

    goals: text("goals"),
    description: text("description"),
    audiences: text("audiences").array().$type<Audience[]>().notNull(),
    communes: text("communes").array().$type<CommuneCode[]>().notNull(),
    expectedResults: text("expected_results"),

    leadId: uuid("lead_id").$type<OrganisationId>(),
    leadPerson: text("lead_person"),
    electedSponsor: text("elected_sponsor"),
    cafReferent: text("caf_referent"),
    participation: text("participation").$type<Action["who"]["participation"]>().notNull(),

    start: day("start_day"),
    end: day("end_day"),
    recurrence: text("recurrence"),
    staff: doublePrecision("staff"),
    taxBase: text("tax_base").$type<Action["how"]["taxBase"]>().notNull(),
    totalCost: cents("total_cost"),

    status: text("status").$type<Action["life"]["status"]>().notNull(),
    reason: text("reason"),
    unblockedBy: text("unblocked_by"),
    strengths: text("strengths"),
    obstacles: text("obstacles"),
    levers: text("levers"),
    nextStep: text("next_step").$type<NonNullable<Action["life"]["nextStep"]>>(),

    /** The fields that nothing in the database looks at one by one. */
    more: jsonb("more").$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.conventionId], foreignColumns: [convention.territoryId, convention.id] }),
    foreignKey({
      columns: [table.territoryId, table.conventionId, table.axisId],
      foreignColumns: [axis.territoryId, axis.conventionId, axis.id],
    }),
    foreignKey({
      columns: [table.territoryId, table.axisId, table.objectiveId],
      foreignColumns: [objective.territoryId, objective.axisId, objective.id],
    }),
    foreignKey({ columns: [table.territoryId, table.leadId], foreignColumns: [organisation.territoryId, organisation.id] }),
    index("action_convention").on(table.territoryId, table.conventionId),
  ],
);

export const ofAction = { ...inTerritory, actionId: uuid("action_id").$type<ActionId>().notNull() };
/** Rows are shown in the order in which people wrote them. */
const inOrder = { position: integer("position").notNull() };

export const actionPartner = pgTable(
  "action_partner",
  {
    ...ofAction,
    ...inOrder,
    organisationId: uuid("organisation_id").$type<OrganisationId>().notNull(),
    role: text("role").$type<Partner["role"]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.actionId, table.position] }),
    ownTerritoryOnly(table),
    foreignKey({ columns: [table.territoryId, table.actionId], foreignColumns: [action.territoryId, action.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [table.territoryId, table.organisationId],
      foreignColumns: [organisation.territoryId, organisation.id],
    }),
  ],
);

export const milestone = pgTable(
  "milestone",
  { ...ofAction, id: uuid("id").notNull(), ...inOrder, title: text("title").notNull(), due: day("due"), doneOn: day("done_on") },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.actionId], foreignColumns: [action.territoryId, action.id] }).onDelete(
      "cascade",
    ),
    index("milestone_action").on(table.territoryId, table.actionId),
  ],
);

export const fundingLine = pgTable(
  "funding_line",
  {
    ...ofAction,
    id: uuid("id").notNull(),
    ...inOrder,
    year: integer("year").notNull(),
    funderId: uuid("funder_id").$type<OrganisationId>(),
    nature: text("nature").$type<FundingLine["nature"]>().notNull(),
    planned: cents("planned"),
    notified: cents("notified"),
    paid: cents("paid"),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.actionId], foreignColumns: [action.territoryId, action.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.territoryId, table.funderId], foreignColumns: [organisation.territoryId, organisation.id] }),
    index("funding_line_action").on(table.territoryId, table.actionId),
  ],
);

export const measure = pgTable(
  "measure",
  {
    ...ofAction,
    id: uuid("id").notNull(),
    ...inOrder,
    kind: text("kind").$type<Measure["kind"]>().notNull(),
    name: text("name").notNull(),
    unit: text("unit"),
    baseline: doublePrecision("baseline"),
    target: doublePrecision("target"),
    source: text("source"),
    frequency: text("frequency"),
    owner: text("owner"),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.actionId], foreignColumns: [action.territoryId, action.id] }).onDelete(
      "cascade",
    ),
    index("measure_action").on(table.territoryId, table.actionId),
  ],
);

export const measureResult = pgTable(
  "measure_result",
  {
    ...ofAction,
    id: uuid("id").notNull(),
    measureId: uuid("measure_id").notNull(),
    ...inOrder,
    day: day("day").notNull(),
    value: doublePrecision("value").notNull(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.actionId], foreignColumns: [action.territoryId, action.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.territoryId, table.measureId], foreignColumns: [measure.territoryId, measure.id] }).onDelete(
      "cascade",
    ),
    index("measure_result_action").on(table.territoryId, table.actionId),
  ],
);

export const actionFile = pgTable(
  "action_file",
  {
    ...ofAction,
    fileId: uuid("file_id").$type<FileId>().notNull(),
    confidentiality: text("confidentiality").$type<Confidentiality>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.actionId, table.fileId] }),
    ownTerritoryOnly(table),
    foreignKey({ columns: [table.territoryId, table.actionId], foreignColumns: [action.territoryId, action.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.territoryId, table.fileId], foreignColumns: [file.territoryId, file.id] }),
  ],
);

export const actionLink = pgTable(
  "action_link",
  {
    ...inTerritory,
    from: uuid("from_action").$type<ActionId>().notNull(),
    to: uuid("to_action").$type<ActionId>().notNull(),
    kind: text("kind").$type<ActionLink["kind"]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.territoryId, table.from, table.to, table.kind] }),
    ownTerritoryOnly(table),
    foreignKey({ columns: [table.territoryId, table.from], foreignColumns: [action.territoryId, action.id] }).onDelete("cascade"),
    foreignKey({ columns: [table.territoryId, table.to], foreignColumns: [action.territoryId, action.id] }).onDelete("cascade"),
    index("action_link_to").on(table.territoryId, table.to),
  ],
);
