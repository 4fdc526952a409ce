import { getTableColumns } from "drizzle-orm";
import { restore, withoutColumn } from "../../../platform/record/stored.ts";
import { blocks, type Action, type Blocks, type Measure } from "./model.ts";
import { action, type actionPartner, type fundingLine, type measure, type measureResult, type milestone } from "./tables.ts";

export type ActionRow = typeof action.$inferSelect;
type PartnerRow = typeof actionPartner.$inferSelect;
type MilestoneRow = typeof milestone.$inferSelect;
type FundingRow = typeof fundingLine.$inferSelect;
type MeasureRow = typeof measure.$inferSelect;
type ResultRow = typeof measureResult.$inferSelect;

/** The rows that hang on actions, in the order of their positions. */
export interface Children {
  readonly partners: readonly PartnerRow[];
  readonly milestones: readonly MilestoneRow[];
  readonly funding: readonly FundingRow[];
  readonly measures: readonly MeasureRow[];
  readonly results: readonly ResultRow[];
}

/** What the action's own row holds of some blocks: a column, or the rest. */
export function blockColumns(values: object): Partial<ActionRow> & Pick<ActionRow, "more"> {
  return { ...values, more: withoutColumn({ ...getTableColumns(action), ...ownTables }, { ...values }) };
}
/** Rows that have a table of their own. */
const ownTables = { partners: true, milestones: true, funding: true, measures: true };

export function toRow({ identity, why, what, who, how, measures: _, life, ...own }: Action): Omit<ActionRow, "territoryId"> {
  const { partners: __, ...whoColumns } = who;
  const { milestones: ___, funding: ____, ...howColumns } = how;
  const columns = { ...identity, ...why, ...what, ...whoColumns, ...howColumns, ...life };
  return { ...own, ...columns, more: withoutColumn(getTableColumns(action), columns) };
}

/** Whole actions from their rows, grouped in one pass each. */
export function toActions(rows: readonly ActionRow[], children: Children): readonly Action[] {
  const partners = Map.groupBy(children.partners, ({ actionId }) => actionId);
  const milestones = Map.groupBy(children.milestones, ({ actionId }) => actionId);
  const funding = Map.groupBy(children.funding, ({ actionId }) => actionId);
  const measures = Map.groupBy(children.measures, ({ actionId }) => actionId);
  const results = Map.groupBy(children.results, ({ measureId }) => measureId);
  const toMeasure = (row: MeasureRow): Measure => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    unit: row.unit,
    baseline: row.baseline,
    target: row.target,
    source: row.source,
    frequency: row.frequency,
    owner: row.owner,
    results: (results.get(row.id) ?? []).map(({ id, day, value }) => ({ id, day, value })),
  });
  return rows.map((row) => {
    const { id, conventionId, provenance, lastNewsAt, validatedAt, validatedBy, more } = row;
    const kept: Readonly<Record<string, unknown>> = {
      ...more,
      ...row,
      partners: (partners.get(id) ?? []).map(({ organisationId, role }) => ({ organisationId, role })),
      milestones: (milestones.get(id) ?? []).map(({ id: rowId, title, due, doneOn }) => ({ id: rowId, title, due, doneOn })),
      funding: (funding.get(id) ?? []).map(({ id: rowId, year, funderId, nature, planned, notified, paid }) => ({
        id: rowId,
        year,
        funderId,
        nature,
        planned,
        notified,
        paid,
      })),
      measures: (measures.get(id) ?? []).map(toMeasure),
    };
    const own = { id, conventionId, provenance, lastNewsAt, validatedAt, validatedBy };
    return { ...own, ...restore(blocks, (_, field) => kept[field]) };
  });
}

const idsOf = (some: Partial<Blocks>): readonly string[] =>
  [
    ...(some.how?.milestones ?? []),
    ...(some.how?.funding ?? []),
    ...(some.measures?.measures ?? []).flatMap((each) => [each, ...each.results]),
  ].flatMap(({ id }) => (id === undefined ? [] : [id]));

/**
 * Gives each row of some blocks its identity: a row keeps the id it had in `known`, once; a row without one, or with one
 * that was never of this action, gets a new one. Ids that a form sends can't reach the rows of another action.
 */
export function withRowIds<Some extends Partial<Blocks>>(some: Some, known: Partial<Blocks>, newId: () => string): Some {
  const left = new Set(idsOf(known));
  const identified = <Row extends { id?: string | undefined }>(row: Row): Row & { id: string } => {
    const kept = row.id !== undefined && left.delete(row.id) ? row.id : newId();
    return { ...row, id: kept };
  };
  return {
    ...some,
    ...(some.how && {
      how: { ...some.how, milestones: some.how.milestones.map(identified), funding: some.how.funding.map(identified) },
    }),
    ...(some.measures && {
      measures: {
        measures: some.measures.measures.map((each) => ({ ...identified(each), results: each.results.map(identified) })),
      },
    }),
  };
}
