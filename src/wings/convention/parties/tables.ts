import { foreignKey, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, inTerritory, ownRows } from "../../../platform/database/columns.ts";
import { file } from "../../../platform/files/tables.ts";
import type { FileId, OrganisationId } from "../../../platform/model.ts";
import { organisation } from "../../territory/organisations/tables.ts";
import type { ConventionId } from "../conventions/model.ts";
import type { PartyId } from "./model.ts";
import { convention } from "../conventions/tables.ts";

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
