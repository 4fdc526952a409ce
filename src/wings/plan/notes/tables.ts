import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, ownRows } from "../../../platform/database/columns.ts";
import type { Confidentiality, OrganisationId, PersonId } from "../../../platform/model.ts";
import { organisation } from "../../territory/organisations/tables.ts";
import type { NoteId } from "./model.ts";
import { action, ofAction } from "../action/tables.ts";

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
