import { foreignKey, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, instant, inTerritory, ownRows } from "../../../platform/database/columns.ts";
import type { OrganisationId, PersonId } from "../../../platform/model.ts";
import type { Provenance } from "../territories/model.ts";
import type { Invitation, InvitationId, MandateId, Membership } from "./model.ts";
import { organisation } from "../organisations/tables.ts";

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
