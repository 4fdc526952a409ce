import { foreignKey, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, inTerritory, ownRows } from "../../../platform/database/columns.ts";
import type { ServiceId } from "../card/model.ts";
import { service } from "../card/tables.ts";
import type { Proposal, ProposalId, ProposalState, Question, QuestionId } from "./model.ts";

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
