import { asc, count, desc, eq, gt } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { insertMany } from "../../../platform/database/insert-many.ts";
import type { OrganisationId, PersonId, TerritoryId } from "../../../platform/model.ts";

import type {
  Commune,
  Invitation,
  InvitationId,
  Mandate,
  Membership,
  Organisation,
  OrganisationFields,
  Person,
  PersonFields,
  Provenance,
  Siren,
  Territory,
  Theme,
} from "./model.ts";
import { commune, invitation, mandate, organisation, person, territory, theme } from "./tables.ts";

type TerritoryRow = typeof territory.$inferSelect;
const toTerritory = ({ departementCode, departementName, regionCode, regionName, ...row }: TerritoryRow): Territory => ({
  ...row,
  departement: { code: departementCode, name: departementName },
  region: { code: regionCode, name: regionName },
});

/** Every territory of the instance, by name. */
export async function listTerritories(tx: Tx): Promise<readonly Territory[]> {
  return (await tx.select().from(territory).orderBy(asc(territory.name))).map(toTerritory);
}

export async function territoryBySlug(tx: Tx, slug: string): Promise<Territory | undefined> {
  const [row] = await tx.select().from(territory).where(eq(territory.slug, slug));
  return row && toTerritory(row);
}

export async function territoryBySiren(tx: Tx, siren: Siren): Promise<Territory | undefined> {
  const [row] = await tx.select().from(territory).where(eq(territory.siren, siren));
  return row && toTerritory(row);
}

export async function territoryById(tx: Tx, id: TerritoryId): Promise<Territory | undefined> {
  const [row] = await tx.select().from(territory).where(eq(territory.id, id));
  return row && toTerritory(row);
}

export async function insertTerritory(
  tx: Tx,
  { departement, region, ...fields }: Territory,
  communes: readonly Commune[],
  themes: readonly Theme[],
): Promise<void> {
  await tx.insert(territory).values({
    ...fields,
    departementCode: departement.code,
    departementName: departement.name,
    regionCode: region.code,
    regionName: region.name,
  });
  await tx.insert(commune).values(communes.map((each) => ({ ...each, territoryId: fields.id })));
  await tx
    .insert(theme)
    .values(
      themes.map(({ key, name }, position) => ({ territoryId: fields.id, key, position, nameFr: name.fr, nameEn: name.en })),
    );
}

/** Changes what a territory may choose for itself: its name on screen and the hue of its colour. */
export async function updateTerritory(tx: Tx, id: TerritoryId, fields: Pick<Territory, "name" | "accentHue">): Promise<void> {
  await tx.update(territory).set(fields).where(eq(territory.id, id));
}

export async function listCommunes(tx: Tx): Promise<readonly Commune[]> {
  const rows = await tx.select().from(commune).orderBy(asc(commune.name));
  return rows.map(({ territoryId: _, ...row }) => row);
}

export async function listThemes(tx: Tx): Promise<readonly Theme[]> {
  const rows = await tx.select().from(theme).orderBy(asc(theme.position));
  return rows.map(({ key, nameFr, nameEn }) => ({ key, name: { fr: nameFr, en: nameEn } }));
}

export async function listOrganisations(tx: Tx): Promise<readonly Organisation[]> {
  const rows = await tx.select().from(organisation).orderBy(asc(organisation.name));
  return rows.map(({ territoryId: _, ...row }) => row);
}

export async function organisationById(tx: Tx, id: OrganisationId): Promise<Organisation | undefined> {
  const [row] = await tx.select().from(organisation).where(eq(organisation.id, id));
  if (row === undefined) return undefined;
  const { territoryId: _, ...fields } = row;
  return fields;
}

export async function saveOrganisation(
  tx: Tx,
  territoryId: TerritoryId,
  id: OrganisationId,
  fields: OrganisationFields,
  provenance: Provenance,
): Promise<void> {
  await tx
    .insert(organisation)
    .values({ territoryId, id, ...fields, provenance })
    .onConflictDoUpdate({ target: [organisation.territoryId, organisation.id], set: { ...fields, provenance } });
}

/** Writes organisations that are new, many at once. */
export async function insertOrganisations(tx: Tx, territoryId: TerritoryId, rows: readonly Organisation[]): Promise<void> {
  await insertMany(
    tx,
    organisation,
    rows.map((each) => ({ territoryId, ...each })),
  );
}

/** The people of the address book with their mandates, by name. */
export async function listPeople(tx: Tx): Promise<readonly Person[]> {
  const rows = await tx.select().from(person).orderBy(asc(person.name));
  const mandates = await tx.select().from(mandate).orderBy(asc(mandate.from));
  return rows.map(({ territoryId: _, ...row }) => ({
    ...row,
    mandates: mandates.filter(({ personId }) => personId === row.id).map(toMandate),
  }));
}

export async function personById(tx: Tx, id: PersonId): Promise<Person | undefined> {
  return onePerson(tx, await tx.select().from(person).where(eq(person.id, id)));
}

/** The person who signs in with this address, if this territory knows them. */
export async function personByEmail(tx: Tx, address: string): Promise<Person | undefined> {
  return onePerson(tx, await tx.select().from(person).where(eq(person.email, address.toLowerCase())));
}

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

export async function insertTheme(tx: Tx, territoryId: TerritoryId, { key, name }: Theme, position: number): Promise<void> {
  await tx.insert(theme).values({ territoryId, key, position, nameFr: name.fr, nameEn: name.en });
}

/**
 * Takes an organisation away, unless something still names it: the database is asked, which knows every table that does.
 * Returns whether it is gone.
 */
export const removeOrganisation = (tx: Tx, id: OrganisationId): Promise<boolean> =>
  unlessNamed(tx, (inner) => inner.delete(organisation).where(eq(organisation.id, id)));

/** Takes a person away with their mandates and invitations, unless the plan or the convention still names them. */
export const removePerson = (tx: Tx, id: PersonId): Promise<boolean> =>
  unlessNamed(tx, (inner) => inner.delete(person).where(eq(person.id, id)));

async function unlessNamed(tx: Tx, remove: (inner: Tx) => Promise<unknown>): Promise<boolean> {
  try {
    // In a savepoint: a refusal of the database does not end the transaction around it.
    await tx.transaction(remove);
    return true;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (typeof cause === "object" && cause !== null && "code" in cause && cause.code === "23503") return false;
    throw error;
  }
}

const toInvitation = ({ territoryId: _, ...row }: typeof invitation.$inferSelect): Invitation => row;

/** Every invitation of this territory, the latest first. */
export async function listInvitations(tx: Tx): Promise<readonly Invitation[]> {
  return (await tx.select().from(invitation).orderBy(desc(invitation.sentAt), desc(invitation.id))).map(toInvitation);
}

export async function invitationById(tx: Tx, id: InvitationId): Promise<Invitation | undefined> {
  const [row] = await tx.select().from(invitation).where(eq(invitation.id, id));
  return row && toInvitation(row);
}

/** The invitations sent to an address, whatever became of them. */
export async function invitationsTo(tx: Tx, address: string): Promise<readonly Invitation[]> {
  const rows = await tx
    .select()
    .from(invitation)
    .where(eq(invitation.email, address.toLowerCase()))
    .orderBy(asc(invitation.sentAt));
  return rows.map(toInvitation);
}

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
