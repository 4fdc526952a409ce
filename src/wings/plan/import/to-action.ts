import { blankBlocks } from "../action/blank-blocks.ts";
import type { Blocks, Measure, Milestone } from "../action/model.ts";
import { AxisId, ObjectiveId } from "../axes/model.ts";
import { Day, OrganisationId } from "../../../platform/model.ts";
import { CommuneCode, ThemeKey } from "../../territory/territories/model.ts";
import { fieldNames, type PlanFields, withField } from "./plan-fields.ts";
import type { FieldName } from "./imported.ts";
import { fundingFields, withMoney } from "./to-funding.ts";

const asWritten = (text: string, longest: number): string =>
  text
    .replaceAll("\u0000", "")
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .trim()
    .slice(0, longest)
    .toWellFormed()
    .trim();
const prose = (text: string | null, longest = 20_000): string | null => (text === null ? null : asWritten(text, longest) || null);
const line = (text: string | null, longest: number): string | null =>
  text === null ? null : asWritten(text.replace(/\s+/g, " "), longest) || null;
/** What the plan holds of a list of rows. */
const mostRows = 200;

/** An action in the terms of a file. `remarks`: the note that holds the file's remarks, as it stands. */
export function fieldsOfAction({ identity, why, what, who, how, measures, life }: Blocks, remarks: string | null): PlanFields {
  return {
    number: identity.number,
    title: identity.title,
    axis: identity.axisId,
    objective: identity.objectiveId,
    themes: identity.themes,
    lead: who.leadId,
    leadPerson: who.leadPerson,
    partners: [...new Set(who.partners.map(({ organisationId }) => organisationId))],
    sponsor: who.electedSponsor,
    start: how.start,
    end: how.end,
    recurrence: how.recurrence,
    status: life.status,
    statusReason: life.reason,
    totalCost: how.totalCost,
    tax: how.taxBase,
    ...fundingFields(how.funding),
    communes: what.communes,
    audiences: what.audiences,
    description: what.description,
    goals: what.goals,
    findings: why.findings,
    expectedResults: what.expectedResults,
    measures: measures.measures.map(({ name, baseline, target }) => ({ name, baseline, target })),
    milestones: how.milestones.map(({ title, due }) => ({ title, due })),
    notes: remarks,
  };
}

/**
 * Writes some fields into the blocks of an action and leaves all the others as they are. Rows that go on keep their identity and what
 * people added to them; a measure with results and a milestone that was reached stay even when the file forgets them. Names are resolved.
 */
export function withFields(base: Blocks, fields: PlanFields, written: ReadonlySet<FieldName>, year: number): Blocks {
  const has = (name: FieldName): boolean => written.has(name);
  const { identity, why, what, who, how, measures, life } = base;
  const take = <Value>(name: FieldName, value: Value, kept: Value): Value => (has(name) ? value : kept);
  return {
    identity: {
      ...identity,
      number: take("number", line(fields.number, 20), identity.number) ?? identity.number,
      title: take("title", line(fields.title, 300), identity.title) ?? identity.title,
      axisId: has("axis") && fields.axis !== null ? AxisId.parse(fields.axis) : identity.axisId,
      objectiveId: has("objective")
        ? fields.objective === null
          ? null
          : ObjectiveId.parse(fields.objective)
        : identity.objectiveId,
      themes: has("themes") ? fields.themes.map((key) => ThemeKey.parse(key)) : identity.themes,
    },
    why: { ...why, findings: take("findings", prose(fields.findings), why.findings) },
    what: {
      ...what,
      goals: take("goals", prose(fields.goals), what.goals),
      description: take("description", prose(fields.description), what.description),
      audiences: has("audiences") ? [...fields.audiences] : what.audiences,
      communes: has("communes") ? fields.communes.map((code) => CommuneCode.parse(code)) : what.communes,
      expectedResults: take("expectedResults", prose(fields.expectedResults), what.expectedResults),
    },
    who: {
      ...who,
      leadId: has("lead") ? (fields.lead === null ? null : OrganisationId.parse(fields.lead)) : who.leadId,
      leadPerson: take("leadPerson", line(fields.leadPerson, 120), who.leadPerson),
      electedSponsor: take("sponsor", line(fields.sponsor, 120), who.electedSponsor),
      partners: has("partners") ? withPartners(who.partners, fields.partners) : who.partners,
    },
    how: {
      ...how,
      start: has("start") ? dayOrNull(fields.start) : how.start,
      end: has("end") ? dayOrNull(fields.end) : how.end,
      recurrence: take("recurrence", line(fields.recurrence, 120), how.recurrence),
      taxBase: take("tax", fields.tax, how.taxBase) ?? how.taxBase,
      ...withMoney(how, fields, written, year),
      milestones: has("milestones") ? withMilestones(how.milestones, fields.milestones) : how.milestones,
    },
    measures: { measures: has("measures") ? withMeasures(measures.measures, fields.measures) : measures.measures },
    life: withStatus(life, fields, written),
  };
}

const dayOrNull = (day: string | null): Day | null => (day === null ? null : Day.parse(day));

const withPartners = (before: Blocks["who"]["partners"], ids: PlanFields["partners"]): Blocks["who"]["partners"] =>
  ids.slice(0, mostRows).map(
    (id) =>
      before.find(({ organisationId }) => organisationId === id) ?? {
        organisationId: OrganisationId.parse(id),
        role: "associate",
      },
  );

/** Each wanted row takes over the row of the same name, in their order; of those left, some are kept. */
function takenOver<Row, Wanted>(
  before: readonly Row[],
  wanted: readonly Wanted[],
  isSame: (row: Row, each: Wanted) => boolean,
  merge: (row: Row | undefined, each: Wanted) => Row,
  stays: (row: Row) => boolean,
): Row[] {
  const left = [...before];
  const rows = wanted.map((each) => {
    const at = left.findIndex((row) => isSame(row, each));
    return merge(at === -1 ? undefined : left.splice(at, 1)[0], each);
  });
  return [...rows, ...left.filter(stays)].slice(0, Math.max(mostRows, before.length));
}

const withMilestones = (before: readonly Milestone[], wanted: PlanFields["milestones"]): Milestone[] =>
  takenOver(
    before,
    wanted.flatMap(({ title, due }) => {
      const text = line(title, 200);
      return text === null ? [] : [{ title: text, due }];
    }),
    (row, each) => row.title === each.title,
    (row, { title, due }) => ({ id: row?.id, title, due: dayOrNull(due), doneOn: row?.doneOn ?? null }),
    ({ doneOn }) => doneOn !== null,
  );

const withMeasures = (before: readonly Measure[], wanted: PlanFields["measures"]): Measure[] =>
  takenOver(
    before,
    wanted.flatMap(({ name, baseline, target }) => {
      const text = line(name, 200);
      return text === null ? [] : [{ name: text, baseline, target }];
    }),
    (row, each) => row.name === each.name,
    (row, { name, baseline, target }) => ({
      ...(row ?? { id: undefined, kind: "output", unit: null, source: null, frequency: null, owner: null, results: [] }),
      name,
      baseline,
      target,
    }),
    ({ results }) => results.length > 0,
  );

const needsReason = (status: Blocks["life"]["status"]): boolean => status === "blocked" || status === "dropped";

/** The reason of a state goes with it: an action that goes on again is no longer blocked by anything. */
function withStatus(life: Blocks["life"], fields: PlanFields, written: ReadonlySet<FieldName>): Blocks["life"] {
  const status = written.has("status") && fields.status !== null ? fields.status : life.status;
  const left = needsReason(life.status) && !needsReason(status);
  const reason = written.has("statusReason") ? prose(fields.statusReason, 2_000) : left ? null : life.reason;
  return { ...life, status, reason, unblockedBy: status === life.status || status === "blocked" ? life.unblockedBy : null };
}

const everything: ReadonlySet<FieldName> = new Set(fieldNames);

/**
 * An action as a new file is compared with it: where it still holds what the last import wrote, in the very words of that import, so that
 * what the plan keeps in another form is not taken for an edit.
 */
export function comparedFields(action: Blocks, remarks: string | null, imported: PlanFields | null): PlanFields {
  const here = fieldsOfAction(action, remarks);
  if (imported === null) return here;
  const blank = blankBlocks({ ...action.identity, title: "" });
  const rows: Blocks = {
    ...blank,
    who: { ...blank.who, partners: action.who.partners },
    how: { ...blank.how, funding: action.how.funding, milestones: action.how.milestones },
    measures: action.measures,
  };
  const kept = fieldsOfAction(withFields(rows, imported, everything, 0), prose(imported.notes, 10_000));
  return fieldNames.reduce((fields, name) => {
    // A number or an axis that the file never gave was chosen here.
    if ((name === "number" || name === "axis") && imported[name] === null) return fields;
    return JSON.stringify(here[name]) === JSON.stringify(kept[name]) ? withField(fields, name, imported[name]) : fields;
  }, here);
}

/** The remarks of a file as a note holds them. */
export const remarksOf = ({ notes }: PlanFields): string | null => prose(notes, 10_000);

/** The fields of a file that the plan holds shorter than they are written, with what it holds of them. */
export function cutFields(fields: PlanFields): readonly { readonly field: FieldName; readonly longest: number }[] {
  const limits: readonly (readonly [FieldName, number])[] = [
    ["number", 20],
    ["leadPerson", 120],
    ["sponsor", 120],
    ["recurrence", 120],
    ["statusReason", 2_000],
    ["description", 20_000],
    ["goals", 20_000],
    ["findings", 20_000],
    ["expectedResults", 20_000],
    ["notes", 10_000],
  ];
  return limits.flatMap(([field, longest]) => {
    const value = fields[field];
    return typeof value === "string" && value.trim().length > longest ? [{ field, longest }] : [];
  });
}
