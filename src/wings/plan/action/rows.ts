import type { Action, Block, Blocks, Measure } from "./model.ts";
import type { action, actionPartner, fundingLine, measure, measureResult, milestone } from "./tables.ts";

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

/** Columns of the action's own row that each block fills. */
export const blockColumns: { readonly [B in Block]: (value: Blocks[B]) => Partial<ActionRow> } = {
  identity: (value) => value,
  why: (value) => value,
  what: (value) => value,
  who: ({ partners: _, ...columns }) => columns,
  how: ({ milestones: _, funding: __, ...columns }) => columns,
  measures: () => ({}),
  life: (value) => value,
};

export function toRow({
  id,
  conventionId,
  provenance,
  lastNewsAt,
  validatedAt,
  validatedBy,
  ...blocks
}: Action): Omit<ActionRow, "territoryId"> {
  const { partners: _, ...who } = blocks.who;
  const { milestones: __, funding: ___, ...how } = blocks.how;
  return {
    id,
    conventionId,
    provenance,
    lastNewsAt,
    validatedAt,
    validatedBy,
    ...blocks.identity,
    ...blocks.why,
    ...blocks.what,
    ...who,
    ...how,
    ...blocks.life,
  };
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
  return rows.map((row) => ({
    id: row.id,
    conventionId: row.conventionId,
    provenance: row.provenance,
    lastNewsAt: row.lastNewsAt,
    validatedAt: row.validatedAt,
    validatedBy: row.validatedBy,
    identity: {
      number: row.number,
      title: row.title,
      axisId: row.axisId,
      objectiveId: row.objectiveId,
      themes: row.themes,
      novelty: row.novelty,
      otherContracts: row.otherContracts,
      confidentiality: row.confidentiality,
    },
    why: { findings: row.findings, stake: row.stake, residentsWord: row.residentsWord },
    what: {
      goals: row.goals,
      description: row.description,
      audiences: row.audiences,
      communes: row.communes,
      expectedResults: row.expectedResults,
    },
    who: {
      leadId: row.leadId,
      leadPerson: row.leadPerson,
      electedSponsor: row.electedSponsor,
      cafReferent: row.cafReferent,
      partners: (partners.get(row.id) ?? []).map(({ organisationId, role }) => ({ organisationId, role })),
      participation: row.participation,
    },
    how: {
      start: row.start,
      end: row.end,
      recurrence: row.recurrence,
      milestones: (milestones.get(row.id) ?? []).map(({ id, title, due, doneOn }) => ({ id, title, due, doneOn })),
      staff: row.staff,
      taxBase: row.taxBase,
      totalCost: row.totalCost,
      funding: (funding.get(row.id) ?? []).map(({ id, year, funderId, nature, planned, notified, paid }) => ({
        id,
        year,
        funderId,
        nature,
        planned,
        notified,
        paid,
      })),
    },
    measures: { measures: (measures.get(row.id) ?? []).map(toMeasure) },
    life: {
      status: row.status,
      reason: row.reason,
      unblockedBy: row.unblockedBy,
      strengths: row.strengths,
      obstacles: row.obstacles,
      levers: row.levers,
      nextStep: row.nextStep,
    },
  }));
}

const idsOf = (blocks: Partial<Blocks>): readonly string[] =>
  [
    ...(blocks.how?.milestones ?? []),
    ...(blocks.how?.funding ?? []),
    ...(blocks.measures?.measures ?? []).flatMap((each) => [each, ...each.results]),
  ].flatMap(({ id }) => (id === undefined ? [] : [id]));

/**
 * Gives each row of some blocks its identity: a row keeps the id it had in `known`, once; a row without one, or with one
 * that was never of this action, gets a new one. Ids that a form sends can't reach the rows of another action.
 */
export function withRowIds<Some extends Partial<Blocks>>(blocks: Some, known: Partial<Blocks>, newId: () => string): Some {
  const left = new Set(idsOf(known));
  const identified = <Row extends { id?: string | undefined }>(row: Row): Row & { id: string } => {
    const kept = row.id !== undefined && left.delete(row.id) ? row.id : newId();
    return { ...row, id: kept };
  };
  return {
    ...blocks,
    ...(blocks.how && {
      how: { ...blocks.how, milestones: blocks.how.milestones.map(identified), funding: blocks.how.funding.map(identified) },
    }),
    ...(blocks.measures && {
      measures: {
        measures: blocks.measures.measures.map((each) => ({ ...identified(each), results: each.results.map(identified) })),
      },
    }),
  };
}
