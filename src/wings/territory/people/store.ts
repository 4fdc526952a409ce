import { asc, count, desc, eq, gt } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { PersonId, TerritoryId } from "../../../platform/model.ts";
import type { Provenance } from "../territories/model.ts";
import type { Invitation, InvitationId, Mandate, Membership, Person, PersonFields } from "./model.ts";
import { invitation, mandate, person } from "./tables.ts";
import { unlessNamed } from "../../../platform/database/unless-named.ts";

/** The people of the address book with their mandates, by name. */
export const listPeople = keptRead(async (tx: Tx): Promise<readonly Person[]> => {
  const rows = await tx.select().from(person).orderBy(asc(person.name));
  const mandates = await tx.select().from(mandate).orderBy(asc(mandate.from));
  return rows.map(({ territoryId: _, ...row }) => ({
    ...row,
    mandates: mandates.filter(({ personId }) => personId === row.id).map(toMandate),
  }));
});

export const personById = keptRead(async (tx: Tx, id: PersonId): Promise<Person | undefined> => {
  return onePerson(tx, await tx.select().from(person).where(eq(person.id, id)));
});

/** The person who signs in with this address, if this territory knows them. */
export const personByEmail = keptRead(async (tx: Tx, address: string): Promise<Person | undefined> => {
  return onePerson(tx, await tx.select().from(person).where(eq(person.email, address.toLowerCase())));
});

async function onePerson(tx: Tx, [row]: readonly (typeof person.$inferSelect)[]): Promise<Person | undefined> {
  if (row === undefined) return undefined;
  const { territoryId: _, ...fields } = row;
  const mandates = await tx.select().from(mandate).where(eq(mandate.personId, row.id)).orderBy(asc(mandate.from));
  return { ...fields, mandates: mandates.map(toMandate) };
}

const toMandate = ({ territoryId: _, personId: __, ...row }: typeof mandate.$inferSelect): Mandate => row;

export async function savePerson(
  tx: Tx,
  territoryId: TerritoryId,
  id: PersonId,
  fields: PersonFields & { readonly membership: Membership | null; readonly provenance: Provenance },
): Promise<void> {
  await tx
    .insert(person)
    .values({ territoryId, id, ...fields })
    .onConflictDoUpdate({ target: [person.territoryId, person.id], set: fields });
}

export async function saveMandate(tx: Tx, territoryId: TerritoryId, personId: PersonId, fields: Mandate): Promise<void> {
  await tx
    .insert(mandate)
    .values({ territoryId, personId, ...fields })
    .onConflictDoUpdate({ target: [mandate.territoryId, mandate.id], set: fields });
}

/** Takes a person away with their mandates and invitations, unless the plan or the convention still names them. */
export const removePerson = (tx: Tx, id: PersonId): Promise<boolean> =>
  unlessNamed(tx, (inner) => inner.delete(person).where(eq(person.id, id)));

const toInvitation = ({ territoryId: _, ...row }: typeof invitation.$inferSelect): Invitation => row;

/** Every invitation of this territory, the latest first. */
export const listInvitations = keptRead(async (tx: Tx): Promise<readonly Invitation[]> => {
  return (await tx.select().from(invitation).orderBy(desc(invitation.sentAt), desc(invitation.id))).map(toInvitation);
});

export async function invitationById(tx: Tx, id: InvitationId): Promise<Invitation | undefined> {
  const [row] = await tx.select().from(invitation).where(eq(invitation.id, id));
  return row && toInvitation(row);
}

/** The invitations sent to an address, whatever became of them. */
export const invitationsTo = keptRead(async (tx: Tx, address: string): Promise<readonly Invitation[]> => {
  const rows = await tx
    .select()
    .from(invitation)
    .where(eq(invitation.email, address.toLowerCase()))
    .orderBy(asc(invitation.sentAt));
  return rows.map(toInvitation);
});

export async function countInvitationsSince(tx: Tx, since: Date): Promise<number> {
  const [row] = await tx.select({ sent: count() }).from(invitation).where(gt(invitation.sentAt, since));
  return row?.sent ?? 0;
}

export async function insertInvitation(tx: Tx, territoryId: TerritoryId, fields: Invitation): Promise<void> {
  await tx.insert(invitation).values({ territoryId, ...fields });
}

/** Says what became of an invitation. */
export async function closeInvitation(
  tx: Tx,
  id: InvitationId,
  end: Partial<Pick<Invitation, "acceptedAt" | "withdrawnAt">>,
): Promise<void> {
  await tx.update(invitation).set(end).where(eq(invitation.id, id));
}
