import type { ActionStatus } from "../action/model.ts";
import { doubt, type Doubt } from "./doubt.ts";
import type { ImportField } from "./fields.ts";
import type { ImportedAction, ImportedFields, ImportedFunding, ImportedMeasure, ImportedMilestone } from "./imported.ts";

/** An action while its row, and the rows that go on, are being read. */
export interface Draft {
  readonly row: number;
  readonly place: string;
  readonly places: Partial<Record<ImportField, string>>;
  doubts: Doubt[];
  number: string | null;
  title: string | null;
  axis: string | null;
  objective: string | null;
  themes: readonly string[];
  lead: string | null;
  leadPerson: string | null;
  partners: readonly string[];
  sponsor: string | null;
  start: string | null;
  end: string | null;
  recurrence: string | null;
  status: ActionStatus | null;
  statusReason: string | null;
  totalCost: number | null;
  readonly taxes: Set<"excluding_tax" | "including_tax">;
  costs: { year: number; cents: number }[];
  funders: ImportedFunding[];
  fundingAmounts: (number | null)[];
  communes: readonly string[];
  audiences: readonly string[];
  description: string | null;
  goals: string | null;
  findings: string | null;
  expectedResults: string | null;
  measures: string[];
  baselines: (number | null)[];
  targets: (number | null)[];
  milestones: ImportedMilestone[];
  notes: string | null;
}

export const emptyDraft = (row: number, place: string): Draft => ({
  row,
  place,
  places: {},
  doubts: [],
  number: null,
  title: null,
  axis: null,
  objective: null,
  themes: [],
  lead: null,
  leadPerson: null,
  partners: [],
  sponsor: null,
  start: null,
  end: null,
  recurrence: null,
  status: null,
  statusReason: null,
  totalCost: null,
  taxes: new Set(),
  costs: [],
  funders: [],
  fundingAmounts: [],
  communes: [],
  audiences: [],
  description: null,
  goals: null,
  findings: null,
  expectedResults: null,
  measures: [],
  baselines: [],
  targets: [],
  milestones: [],
  notes: null,
});

const single = ["axis", "objective", "lead", "leadPerson", "sponsor", "start", "end", "status", "totalCost"] as const;
type Prose = "description" | "goals" | "findings" | "expectedResults" | "notes";
const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** A row that goes on adds to lists and texts; where only one value can stand, the first stays and the difference is said. */
export function joined(first: Draft, next: Draft): Draft {
  const doubts = [...first.doubts, ...next.doubts];
  for (const name of single) {
    const [kept, other] = [first[name], next[name]];
    if (kept !== null && other !== null && kept !== other) {
      doubts.push(doubt("continuation-differs", name, next.places[name] ?? next.place, { written: String(other) }));
    }
  }
  const keep = <Name extends keyof Draft>(name: Name): Draft[Name] => first[name] ?? next[name];
  const text = (name: Prose): string | null => [first[name], next[name]].filter((each) => each !== null).join("\n") || null;
  return {
    ...first,
    places: { ...next.places, ...first.places },
    doubts,
    axis: keep("axis"),
    objective: keep("objective"),
    lead: keep("lead"),
    leadPerson: keep("leadPerson"),
    sponsor: keep("sponsor"),
    start: keep("start"),
    end: keep("end"),
    recurrence: keep("recurrence"),
    status: keep("status"),
    statusReason: keep("statusReason"),
    totalCost: keep("totalCost"),
    description: text("description"),
    goals: text("goals"),
    findings: text("findings"),
    expectedResults: text("expectedResults"),
    notes: text("notes"),
    taxes: new Set([...first.taxes, ...next.taxes]),
    themes: unique([...first.themes, ...next.themes]),
    partners: [...first.partners, ...next.partners],
    communes: unique([...first.communes, ...next.communes]),
    audiences: unique([...first.audiences, ...next.audiences]),
    costs: [...first.costs, ...next.costs],
    funders: [...first.funders, ...next.funders],
    fundingAmounts: [...first.fundingAmounts, ...next.fundingAmounts],
    measures: [...first.measures, ...next.measures],
    baselines: [...first.baselines, ...next.baselines],
    targets: [...first.targets, ...next.targets],
    milestones: [...first.milestones, ...next.milestones],
  };
}

/** What was read, put together: funders with their money, measures with their values, years added up and compared. */
export function finished(draft: Draft): ImportedAction {
  const doubts = [...draft.doubts];
  const say = (...args: Parameters<typeof doubt>) => void doubts.push(doubt(...args));
  const years = Map.groupBy(draft.costs, ({ year }) => year);
  const costs = [...years]
    .map(([year, each]) => ({ year, cents: each.reduce((sum, { cents }) => sum + cents, 0) }))
    .sort((one, other) => one.year - other.year);
  const sum = costs.reduce((total, { cents }) => total + cents, 0);
  if (draft.totalCost !== null && costs.length > 0 && sum !== draft.totalCost) {
    say("cost-mismatch", "totalCost", draft.places.totalCost ?? draft.place, { totalCents: draft.totalCost, sumCents: sum });
  }
  if (draft.taxes.size > 1) say("tax-mixed", "totalCost", draft.places.totalCost ?? draft.place);
  if ((draft.status === "blocked" || draft.status === "dropped") && draft.statusReason === null)
    say("status-reason", "status", draft.places.status ?? draft.place);

  const fields: ImportedFields = {
    number: draft.number,
    title: draft.title ?? "",
    axis: draft.axis,
    objective: draft.objective,
    themes: draft.themes,
    lead: draft.lead,
    leadPerson: draft.leadPerson,
    partners: unique(draft.partners).filter((name) => name !== draft.lead),
    sponsor: draft.sponsor,
    start: draft.start,
    end: draft.end !== null && draft.start !== null && draft.end < draft.start ? null : draft.end,
    recurrence: draft.recurrence,
    status: draft.status,
    statusReason: draft.statusReason,
    totalCost: draft.totalCost,
    tax: [...draft.taxes].sort()[0] ?? null,
    costs,
    funding: fundingOf(draft, say),
    communes: draft.communes,
    audiences: draft.audiences,
    description: draft.description,
    goals: draft.goals,
    findings: draft.findings,
    expectedResults: draft.expectedResults,
    measures: measuresOf(draft, say),
    milestones: draft.milestones,
    notes: draft.notes,
  };
  if (fields.end !== draft.end) {
    const field = draft.places.end === undefined ? "period" : "end";
    say("period-end-before-start", field, draft.places[field] ?? draft.place, {
      written: `${String(draft.start)} → ${String(draft.end)}`,
    });
  }
  return { row: draft.row + 1, place: draft.place, fields, places: draft.places, doubts };
}

type Say = (...args: Parameters<typeof doubt>) => void;

function fundingOf(draft: Draft, say: Say): ImportedFunding[] {
  const waiting = draft.funders.filter(({ cents }) => cents === null);
  const amounts = draft.fundingAmounts.filter((cents) => cents !== null);
  if (amounts.length === 0) return draft.funders;
  if (waiting.length === amounts.length) {
    let next = 0;
    return draft.funders.map((line) => (line.cents === null ? { ...line, cents: amounts[next++] ?? null } : line));
  }
  if (draft.funders.length === 0) return amounts.map((cents) => ({ funder: null, cents }));
  say("funding-unmatched", "fundingAmounts", draft.places.fundingAmounts ?? draft.place, {
    funders: draft.funders.length,
    amounts: amounts.length,
  });
  return draft.funders;
}

function measuresOf(draft: Draft, say: Say): ImportedMeasure[] {
  const valuesFor = (values: readonly (number | null)[], field: "baseline" | "target"): readonly (number | null)[] => {
    if (values.length === 0 || values.length === draft.measures.length) return values;
    if (values.some((value) => value !== null)) {
      say("measures-unmatched", field, draft.places[field] ?? draft.place, {
        measures: draft.measures.length,
        values: values.length,
      });
    }
    return [];
  };
  const [baselines, targets] = [valuesFor(draft.baselines, "baseline"), valuesFor(draft.targets, "target")];
  return draft.measures.map((name, index) => ({
    name: name.slice(0, 200),
    baseline: baselines[index] ?? null,
    target: targets[index] ?? null,
  }));
}
