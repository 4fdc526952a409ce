import { foreignKey, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, inTerritory, ownRows } from "../../../platform/database/columns.ts";
import type { KnownDate } from "../../../platform/known-date.ts";
import type { Provenance, ThemeKey } from "../../territory/territories/model.ts";
import type { ConventionId, ConventionState } from "./model.ts";
import type { FrameworkId } from "../frameworks/model.ts";
import { framework } from "../frameworks/tables.ts";

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
    /** The fields that nothing in the database looks at one by one. */
    more: jsonb("more").$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  },
  (table) => [
    ...ownRows(table),
    foreignKey({ columns: [table.territoryId, table.predecessorId], foreignColumns: [table.territoryId, table.id] }),
    // One convention has one successor: a fork would have two presents.
    uniqueIndex("convention_successor").on(table.territoryId, table.predecessorId),
  ],
);
