import { and, asc, eq, getTableColumns, inArray, or, sql, type SQLWrapper } from "drizzle-orm";
import type { ConventionId } from "../../convention/conventions/model.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import { insertMany } from "../../../platform/database/insert-many.ts";
import { lastSeq } from "../../../platform/history/store.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Action, ActionId, ActionLink, ActionBlock, Blocks, Plan } from "./model.ts";
import type { AxisId } from "../axes/model.ts";
import { blockColumns, type Children, toActions, toRow } from "./rows.ts";
import { action, actionLink, actionPartner, fundingLine, measure, measureResult, milestone } from "./tables.ts";
import { axis, objective } from "../axes/tables.ts";
import { toAxis, toObjective } from "../axes/store.ts";

/** Everything under one convention, axes and actions in the order of their numbers. A query a table, whatever its size. */
export async function loadPlan(tx: Tx, conventionId: ConventionId): Promise<Plan> {
  const axes = await tx.select().from(axis).where(eq(axis.conventionId, conventionId)).orderBy(asc(axis.number), asc(axis.id));
  const objectives = await tx
    .select(getTableColumns(objective))
    .from(objective)
    .innerJoin(axis, and(eq(axis.territoryId, objective.territoryId), eq(axis.id, objective.axisId)))
    .where(eq(axis.conventionId, conventionId));
  const rows = await tx.select().from(action).where(eq(action.conventionId, conventionId)).orderBy(asc(action.id));
  const ids = tx.select({ id: action.id }).from(action).where(eq(action.conventionId, conventionId));
  const links = await tx
    .select()
    .from(actionLink)
    .where(inArray(actionLink.from, ids))
    .orderBy(asc(actionLink.from), asc(actionLink.to));
  const position = new Map(axes.map(({ id }, index) => [id, index]));
  const byNumber =
    <Numbered>(key: (each: Numbered) => { axisId: AxisId; number: string }) =>
    (a: Numbered, b: Numbered) =>
      (position.get(key(a).axisId) ?? 0) - (position.get(key(b).axisId) ?? 0) || numeric.compare(key(a).number, key(b).number);
  return {
    conventionId,
    axes: axes.map(toAxis),
    objectives: objectives.map(toObjective).toSorted(byNumber((each) => each)),
    actions: toActions(rows, await readChildren(tx, ids)).toSorted(byNumber(({ identity }) => identity)),
    links: links.map(toLink),
  };
}

// "1.10" comes after "1.9".
const numeric = new Intl.Collator("fr", { numeric: true });
const toLink = ({ territoryId: _, ...row }: typeof actionLink.$inferSelect): ActionLink => row;

type Ids = ActionId[] | SQLWrapper;

async function readChildren(tx: Tx, ids: Ids): Promise<Children> {
  return {
    partners: await tx
      .select()
      .from(actionPartner)
      .where(inArray(actionPartner.actionId, ids))
      .orderBy(asc(actionPartner.position)),
    milestones: await tx.select().from(milestone).where(inArray(milestone.actionId, ids)).orderBy(asc(milestone.position)),
    funding: await tx.select().from(fundingLine).where(inArray(fundingLine.actionId, ids)).orderBy(asc(fundingLine.position)),
    measures: await tx.select().from(measure).where(inArray(measure.actionId, ids)).orderBy(asc(measure.position)),
    results: await tx
      .select()
      .from(measureResult)
      .where(inArray(measureResult.actionId, ids))
      .orderBy(asc(measureResult.position)),
  };
}

/** The plan of a convention, and the number of the last event of its territory when it was read. */
export const planAt = keptRead(
  async (tx: Tx, conventionId: ConventionId): Promise<{ readonly plan: Plan; readonly seq: number }> => ({
    seq: await lastSeq(tx),
    plan: await loadPlan(tx, conventionId),
  }),
);

export const loadActions = keptRead(async (tx: Tx, ids: readonly ActionId[]): Promise<readonly Action[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(action)
    .where(inArray(action.id, [...ids]))
    .orderBy(asc(action.id));
  return toActions(rows, await readChildren(tx, [...ids]));
});

export async function loadAction(tx: Tx, id: ActionId): Promise<Action | undefined> {
  const [found] = await loadActions(tx, [id]);
  return found;
}

/** Reads an action and keeps others from changing it until the end of the transaction. */
export async function lockAction(tx: Tx, id: ActionId): Promise<Action | undefined> {
  await tx.select({ id: action.id }).from(action).where(eq(action.id, id)).for("no key update");
  return loadAction(tx, id);
}

/** The example actions of the territory, kept from changing until the end of the transaction. */
export async function lockExamples(tx: Tx): Promise<readonly Action[]> {
  const rows = await tx
    .select({ id: action.id, provenance: action.provenance })
    .from(action)
    .orderBy(asc(action.id))
    .for("no key update");
  return loadActions(
    tx,
    rows.filter(({ provenance }) => provenance.kind === "example").map(({ id }) => id),
  );
}

/** Writes actions that are not there yet. Their rows must have their ids: see `withRowIds`. */
export async function insertActions(tx: Tx, territoryId: TerritoryId, actions: readonly Action[]): Promise<void> {
  await insertMany(
    tx,
    action,
    actions.map((each) => ({ territoryId, ...toRow(each) })),
  );
  await insertChildren(tx, territoryId, actions);
}

/** Writes an action whole, new or known. Its rows must have their ids: see `withRowIds`. */
export async function saveAction(tx: Tx, territoryId: TerritoryId, fields: Action): Promise<void> {
  const { id, ...row } = toRow(fields);
  await tx
    .insert(action)
    .values({ territoryId, id, ...row })
    .onConflictDoUpdate({ target: [action.territoryId, action.id], set: row });
  for (const block of ["who", "how", "measures"] as const) await clearBlock(tx, id, block);
  await insertChildren(tx, territoryId, [fields]);
}

/** Writes one block of an action that is there, and when it had news. */
export async function saveBlock<B extends ActionBlock>(
  tx: Tx,
  territoryId: TerritoryId,
  id: ActionId,
  block: B,
  value: Blocks[B],
  lastNewsAt: Date,
): Promise<void> {
  const { more, ...columns } = blockColumns(value);
  await tx
    .update(action)
    .set({ ...columns, more: sql`${action.more} || ${JSON.stringify(more)}::jsonb`, lastNewsAt })
    .where(eq(action.id, id));
  await clearBlock(tx, id, block);
  await insertChildren(tx, territoryId, [{ id, [block]: value }]);
}

/** What happens to an action without changing its blocks: news, a validation. */
export async function touchAction(
  tx: Tx,
  id: ActionId,
  fields: Partial<Pick<Action, "lastNewsAt" | "validatedAt" | "validatedBy">>,
): Promise<void> {
  await tx.update(action).set(fields).where(eq(action.id, id));
}

/** Takes actions away with all that hangs on them: whoever calls has told it whole to the history first. */
export async function removeActions(tx: Tx, ids: readonly ActionId[]): Promise<void> {
  if (ids.length > 0) await tx.delete(action).where(inArray(action.id, [...ids]));
}

async function clearBlock(tx: Tx, id: ActionId, block: ActionBlock): Promise<void> {
  if (block === "who") await tx.delete(actionPartner).where(eq(actionPartner.actionId, id));
  if (block === "how") {
    await tx.delete(milestone).where(eq(milestone.actionId, id));
    await tx.delete(fundingLine).where(eq(fundingLine.actionId, id));
  }
  if (block === "measures") await tx.delete(measure).where(eq(measure.actionId, id));
}

type Parents = readonly (Partial<Blocks> & Pick<Action, "id">)[];

async function insertChildren(tx: Tx, territoryId: TerritoryId, actions: Parents): Promise<void> {
  const rowsOf = <Row, Made>(rowsIn: (each: Parents[number]) => readonly Row[] | undefined, make: (row: Row) => Made) =>
    actions.flatMap((each) =>
      (rowsIn(each) ?? []).map((row, position) => ({ territoryId, actionId: each.id, position, ...make(row) })),
    );
  const partners = rowsOf(
    ({ who }) => who?.partners,
    (row) => row,
  );
  await insertMany(tx, actionPartner, partners);
  const milestones = rowsOf(({ how }) => how?.milestones, identified);
  await insertMany(tx, milestone, milestones);
  const funding = rowsOf(({ how }) => how?.funding, identified);
  await insertMany(tx, fundingLine, funding);
  const measures = rowsOf(({ measures: block }) => block?.measures, identified);
  await insertMany(tx, measure, measures);
  const results = measures.flatMap(({ actionId, id: measureId, results: rows }) =>
    rows.map((row, position) => ({ territoryId, actionId, measureId, position, ...identified(row) })),
  );
  await insertMany(tx, measureResult, results);
}

function identified<Row extends { readonly id?: string | undefined }>(row: Row): Row & { readonly id: string } {
  if (row.id === undefined) throw new Error("a row of an action was saved without its id");
  return { ...row, id: row.id };
}

/** The links that begin or end at an action. */
export const linksOf = keptRead(async (tx: Tx, id: ActionId): Promise<readonly ActionLink[]> => {
  const rows = await tx
    .select()
    .from(actionLink)
    .where(or(eq(actionLink.from, id), eq(actionLink.to, id)));
  return rows.map(toLink);
});

/** Writes links; those that are there already stay. */
export async function insertLinks(tx: Tx, territoryId: TerritoryId, links: readonly ActionLink[]): Promise<void> {
  if (links.length > 0)
    await tx
      .insert(actionLink)
      .values(links.map((each) => ({ territoryId, ...each })))
      .onConflictDoNothing();
}

export async function removeLink(tx: Tx, { from, to, kind }: ActionLink): Promise<void> {
  await tx.delete(actionLink).where(and(eq(actionLink.from, from), eq(actionLink.to, to), eq(actionLink.kind, kind)));
}
