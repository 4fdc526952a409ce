import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ConventionId, FrameworkAxisId } from "../../convention/conventions/model.ts";
import { convention, frameworkAxis } from "../../convention/conventions/tables.ts";
import { cents, day, instant, inTerritory, ownRows, ownTerritoryOnly } from "../../../platform/database/columns.ts";
import { file } from "../../../platform/files/tables.ts";
import type { Confidentiality, FileId, OrganisationId, PersonId } from "../../../platform/model.ts";
import type { CommuneCode, Provenance, ThemeKey } from "../../territory/territories/model.ts";
import { organisation } from "../../territory/organisations/tables.ts";
import { person } from "../../territory/people/tables.ts";
import type {
  Action,
  ActionId,
  ActionLink,
  Audience,
  AxisId,
  FundingLine,
  Measure,
  NoteId,
  ObjectiveId,
  Partner,
  SavedViewId,
} from "./model.ts";

export const axis = pgTable(
  "axis",
  {
    ...inTerritory,
    id: uuid("id").$type<AxisId>().notNull(),
    conventionId: uuid("convention_id").$type<ConventionId>().notNull(),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    plainWords: text("plain_words"),
    frameworkAxisId: uuid("framework_axis_id")
      .$type<FrameworkAxisId>()
      .references(() => frameworkAxis.id),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.conventionId], foreignColumns: [convention.territoryId, convention.id] }),
    // What the keys of `action` point at: an action can't stand under the axis of another convention.
    unique("axis_of_convention").on(table.territoryId, table.conventionId, table.id),
  ],
);

export const objective = pgTable(
  "objective",
  {
    ...inTerritory,
    id: uuid("id").$type<ObjectiveId>().notNull(),
    axisId: uuid("axis_id").$type<AxisId>().notNull(),
    number: text("number").notNull(),
    title: text("title").notNull(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.axisId], foreignColumns: [axis.territoryId, axis.id] }),
    unique("objective_of_axis").on(table.territoryId, table.axisId, table.id),
  ],
);

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

const ofAction = { ...inTerritory, actionId: uuid("action_id").$type<ActionId>().notNull() };
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

/** Its author is told as they were that day: names and mandates change, the note does not. */
export const note = pgTable(
  "note",
  {
    ...ofAction,
    id: uuid("id").$type<NoteId>().notNull(),
    at: instant("at").notNull(),
    body: text("body").notNull(),
    confidentiality: text("confidentiality").$type<Confidentiality>().notNull(),
    authorPerson: uuid("author_person").$type<PersonId>(),
    authorName: text("author_name").notNull(),
    authorOrganisationId: uuid("author_organisation_id").$type<OrganisationId>(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.actionId], foreignColumns: [action.territoryId, action.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [table.territoryId, table.authorOrganisationId],
      foreignColumns: [organisation.territoryId, organisation.id],
    }),
    index("note_action").on(table.territoryId, table.actionId),
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

export const savedView = pgTable(
  "saved_view",
  {
    ...inTerritory,
    id: uuid("id").$type<SavedViewId>().notNull(),
    personId: uuid("person_id").$type<PersonId>().notNull(),
    name: text("name").notNull(),
    query: text("query").notNull(),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.personId], foreignColumns: [person.territoryId, person.id] }).onDelete(
      "cascade",
    ),
    uniqueIndex("saved_view_name").on(table.territoryId, table.personId, table.name),
  ],
);
