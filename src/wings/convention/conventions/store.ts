import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { DrizzleQueryError } from "drizzle-orm/errors";
import type { Tx } from "../../../platform/database/database.ts";
import type { FileId, TerritoryId, Day } from "../../../platform/model.ts";
import type {
  Amendment,
  AmendmentFields,
  AmendmentId,
  Competence,
  Convention,
  ConventionFields,
  ConventionId,
  ConventionState,
  Framework,
  FrameworkAxisId,
  FrameworkFields,
  FrameworkId,
  Party,
  PartyFields,
  PartyId,
  Snapshot,
  SnapshotId,
} from "./model.ts";
import { amendment, competence, convention, framework, frameworkAxis, party, snapshot } from "./tables.ts";

/** Every convention of this territory, the latest period first. */
export async function listConventions(tx: Tx): Promise<readonly Convention[]> {
  return whole(tx, await tx.select().from(convention).orderBy(desc(convention.periodStart), asc(convention.id)));
}

export async function conventionById(tx: Tx, id: ConventionId): Promise<Convention | undefined> {
  return (await whole(tx, await tx.select().from(convention).where(eq(convention.id, id))))[0];
}

/** The convention, held until the end of the transaction: two signatures at once are counted one after the other. */
export async function lockConvention(tx: Tx, id: ConventionId): Promise<Convention | undefined> {
  return (await whole(tx, await tx.select().from(convention).where(eq(convention.id, id)).for("update")))[0];
}

/** The convention that a party belongs to. */
export async function conventionOfParty(tx: Tx, id: PartyId): Promise<ConventionId | undefined> {
  const [row] = await tx.select({ id: party.conventionId }).from(party).where(eq(party.id, id));
  return row?.id;
}

export async function conventionOfAmendment(tx: Tx, id: AmendmentId): Promise<ConventionId | undefined> {
  const [row] = await tx.select({ id: amendment.conventionId }).from(amendment).where(eq(amendment.id, id));
  return row?.id;
}

/** The convention that renews this one. */
export async function successorOf(
  tx: Tx,
  id: ConventionId,
): Promise<{ readonly id: ConventionId; readonly state: ConventionState } | undefined> {
  const [row] = await tx
    .select({ id: convention.id, state: convention.state })
    .from(convention)
    .where(eq(convention.predecessorId, id));
  return row;
}

async function whole(tx: Tx, rows: readonly (typeof convention.$inferSelect)[]): Promise<readonly Convention[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const parties = await tx.select().from(party).where(inArray(party.conventionId, ids)).orderBy(asc(party.id));
  const competences = await tx
    .select()
    .from(competence)
    .where(inArray(competence.conventionId, ids))
    .orderBy(asc(competence.theme), asc(competence.holder));
  const amendments = await tx.select().from(amendment).where(inArray(amendment.conventionId, ids)).orderBy(asc(amendment.id));
  return rows.map(({ territoryId: _, ...fields }) => ({
    ...fields,
    parties: parties.filter(({ conventionId }) => conventionId === fields.id).map(toParty),
    competences: competences
      .filter(({ conventionId }) => conventionId === fields.id)
      .map(({ territoryId: __, conventionId: ___, ...cell }): Competence => cell),
    amendments: amendments
      .filter(({ conventionId }) => conventionId === fields.id)
      .map(({ territoryId: __, conventionId: ___, ...row }): Amendment => row),
  }));
}

const toParty = ({ territoryId: _, conventionId: __, ...row }: typeof party.$inferSelect): Party => row;

export async function insertConvention(
  tx: Tx,
  territoryId: TerritoryId,
  row: ConventionFields & Pick<Convention, "id" | "state" | "provenance" | "predecessorId">,
): Promise<void> {
  await tx.insert(convention).values({ territoryId, ...row });
}

/** Changes the fields that are given, and no other. */
export async function updateConvention(
  tx: Tx,
  id: ConventionId,
  fields: Partial<ConventionFields & Pick<Convention, "state" | "predecessorId">>,
): Promise<void> {
  await tx.update(convention).set(fields).where(eq(convention.id, id));
}

export async function insertParty(tx: Tx, territoryId: TerritoryId, conventionId: ConventionId, row: Party): Promise<void> {
  await tx.insert(party).values({ territoryId, conventionId, ...row });
}

export async function updateParty(
  tx: Tx,
  id: PartyId,
  fields: Partial<Omit<PartyFields, "organisationId"> & { deliberationFileId: FileId | null; signedOn: Day | null }>,
): Promise<void> {
  await tx.update(party).set(fields).where(eq(party.id, id));
}

export async function deleteParty(tx: Tx, id: PartyId): Promise<void> {
  await tx.delete(party).where(eq(party.id, id));
}

/** Writes a cell of the matrix. */
export async function saveCompetence(
  tx: Tx,
  territoryId: TerritoryId,
  conventionId: ConventionId,
  cell: Competence,
): Promise<void> {
  await tx
    .insert(competence)
    .values({ territoryId, conventionId, ...cell })
    .onConflictDoUpdate({
      target: [competence.territoryId, competence.conventionId, competence.theme, competence.holder],
      set: { note: cell.note },
    });
}

export async function deleteCompetence(
  tx: Tx,
  conventionId: ConventionId,
  { theme, holder }: Pick<Competence, "theme" | "holder">,
): Promise<void> {
  await tx
    .delete(competence)
    .where(and(eq(competence.conventionId, conventionId), eq(competence.theme, theme), eq(competence.holder, holder)));
}

export async function insertAmendment(
  tx: Tx,
  territoryId: TerritoryId,
  conventionId: ConventionId,
  row: AmendmentFields & Pick<Amendment, "id">,
): Promise<void> {
  await tx.insert(amendment).values({ territoryId, conventionId, ...row });
}

/** Notes that an amendment was signed, with what its signature froze. */
export async function signAmendmentRow(
  tx: Tx,
  id: AmendmentId,
  fields: { readonly signedOn: Day; readonly snapshotId: SnapshotId },
): Promise<void> {
  await tx.update(amendment).set(fields).where(eq(amendment.id, id));
}

const snapshotColumns = {
  id: snapshot.id,
  conventionId: snapshot.conventionId,
  takenAt: snapshot.takenAt,
  reason: snapshot.reason,
  seq: snapshot.seq,
  hash: snapshot.hash,
};

/** The snapshots of a convention, the first signed first. */
export async function listSnapshots(tx: Tx, id: ConventionId): Promise<readonly Snapshot[]> {
  return tx.select(snapshotColumns).from(snapshot).where(eq(snapshot.conventionId, id)).orderBy(asc(snapshot.seq));
}

/** The frozen text of a snapshot, as it was hashed. */
export async function snapshotText(tx: Tx, id: SnapshotId): Promise<string | undefined> {
  const [row] = await tx.select({ content: snapshot.content }).from(snapshot).where(eq(snapshot.id, id));
  return row?.content;
}

export async function insertSnapshot(
  tx: Tx,
  territoryId: TerritoryId,
  row: Snapshot & { readonly content: string },
): Promise<void> {
  await tx.insert(snapshot).values({ territoryId, ...row });
}

/** The schemes of the instance, by name: they are shared by all territories. */
export async function listFrameworks(tx: Tx): Promise<readonly Framework[]> {
  const rows = await tx.select().from(framework).orderBy(asc(framework.name), asc(framework.id));
  const axes = await tx.select().from(frameworkAxis).orderBy(asc(frameworkAxis.number));
  return rows.map(({ ownerTerritoryId: _, ...fields }) => ({
    ...fields,
    axes: axes.filter(({ frameworkId }) => frameworkId === fields.id).map(({ id, number, title }) => ({ id, number, title })),
  }));
}

export async function frameworkById(tx: Tx, id: FrameworkId): Promise<Framework | undefined> {
  return (await listFrameworks(tx)).find((each) => each.id === id);
}

/** The territory that entered a scheme: only it may change it. */
export async function frameworkOwner(tx: Tx, id: FrameworkId): Promise<TerritoryId | undefined> {
  const [row] = await tx.select({ owner: framework.ownerTerritoryId }).from(framework).where(eq(framework.id, id));
  return row?.owner;
}

/**
 * Writes a scheme and its axes; an axis that is no longer given is removed, unless a plan cites it. The plans of other
 * territories can't be seen from here: only the database knows, and its refusal is the answer.
 */
export async function saveFramework(
  tx: Tx,
  ownerTerritoryId: TerritoryId,
  id: FrameworkId,
  fields: FrameworkFields,
  axes: readonly { readonly id: FrameworkAxisId; readonly number: number; readonly title: string }[],
): Promise<"saved" | "axis_cited"> {
  await tx
    .insert(framework)
    .values({ id, ownerTerritoryId, ...fields })
    .onConflictDoUpdate({ target: framework.id, set: fields });
  const known = await tx
    .select({ id: frameworkAxis.id, number: frameworkAxis.number })
    .from(frameworkAxis)
    .where(eq(frameworkAxis.frameworkId, id));
  const gone = known.filter((old) => axes.every((axis) => axis.id !== old.id)).map((each) => each.id);
  if (!(await removeAxes(tx, gone))) return "axis_cited";
  // Numbers move out of the way first, so that two axes may change places.
  for (const { id: axisId, number } of known)
    await tx.update(frameworkAxis).set({ number: -number }).where(eq(frameworkAxis.id, axisId));
  for (const axis of axes) {
    await tx
      .insert(frameworkAxis)
      .values({ ...axis, frameworkId: id, ownerTerritoryId })
      .onConflictDoUpdate({ target: frameworkAxis.id, set: { number: axis.number, title: axis.title } });
  }
  return "saved";
}

async function removeAxes(tx: Tx, ids: readonly FrameworkAxisId[]): Promise<boolean> {
  if (ids.length === 0) return true;
  try {
    await tx.transaction((step) => step.delete(frameworkAxis).where(inArray(frameworkAxis.id, [...ids])));
    return true;
  } catch (error) {
    if (error instanceof DrizzleQueryError && error.cause !== undefined && "code" in error.cause && error.cause.code === "23503")
      return false;
    throw error;
  }
}
