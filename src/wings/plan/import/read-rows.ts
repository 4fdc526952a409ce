import { splitLines, splitList } from "../../../platform/french/list.ts";
import { comparable } from "../../../platform/french/near.ts";
import { type Cell, cellText, emptyCell, placeName, type Sheet } from "../../../platform/spreadsheet/sheet.ts";
import {
  type Money,
  readFunding,
  type Reading,
  readLead,
  readMilestones,
  readMoney,
  readNumber,
  readPeriod,
  readValues,
} from "./cell-reading.ts";
import { doubt } from "./doubt.ts";
import { type Draft, emptyDraft, finished, joined } from "./draft.ts";
import type { ColumnTarget } from "./fields.ts";
import type { ImportedAction, SkippedRow } from "./imported.ts";
import type { KnownPlan } from "./known.ts";
import { kindOfRow } from "./row-kind.ts";
import { readStatus } from "./status.ts";

/** What a person agreed to, or the guess: where the actions begin, and what each column feeds. */
export interface Mapping {
  readonly headerTo: number;
  readonly columns: readonly { readonly index: number; readonly heading: string; readonly target: ColumnTarget | undefined }[];
}

export interface ReadRows {
  readonly actions: readonly ImportedAction[];
  readonly skipped: readonly SkippedRow[];
}

/** What the plan holds on one line. */
const longest = 300;

interface Carried {
  axis: string | null;
  objective: string | null;
  themes: readonly string[];
}

/** Reads each action of a sheet under a mapping. Never throws: what is not understood is a doubt or a skipped row, with its place. */
export function readRows(sheet: Sheet, mapping: Mapping, known: KnownPlan): ReadRows {
  const columns = mapping.columns.map(({ index, heading, target }) => ({ index, heading, field: target?.field }));
  const drafts: Draft[] = [];
  const skipped: SkippedRow[] = [];
  const carried: Carried = { axis: null, objective: null, themes: [] };
  const context = { sheet, mapping, known: namesOf(known) };

  for (let row = 0; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? [];
    const kind = kindOfRow(cells, row, columns, drafts.length > 0);
    // Above the headings, only "AXE 1 – …" over the first block of a plan counts.
    if (row < mapping.headerTo && kind.kind !== "section") continue;
    const skip = (reason: SkippedRow["reason"], text: string, column: number) =>
      void skipped.push({ row: row + 1, place: placeName(sheet.name, { row, column }), reason, text: text.slice(0, 200) });
    switch (kind.kind) {
      case "section":
        if (kind.what === "axis") Object.assign(carried, { axis: kind.text.trim(), objective: null, themes: [] });
        else if (kind.what === "objective") carried.objective = kind.text.trim();
        else carried.themes = [kind.text.replace(/^\s*(?:th[ée]matique|th[èe]me|champ|domaine)\s*\d*\s*[:–-]?\s*/i, "").trim()];
        break;
      case "text":
        skip("line-of-text", kind.text, kind.column);
        break;
      case "untitled": {
        const column = cells.findIndex((cell) => cell.kind !== "empty");
        skip("title-missing", cells.map(cellText).filter(Boolean).join(" · "), Math.max(column, 0));
        break;
      }
      case "action": {
        const draft = readRow(context, cells, row, false);
        drafts.push(
          withCarried(
            draft,
            carried,
            columns.some(({ field }) => field === "axis"),
          ),
        );
        if (draft.axis !== null)
          Object.assign(carried, { axis: draft.axis, objective: draft.axis === carried.axis ? carried.objective : null });
        break;
      }
      case "continuation": {
        const last = drafts.pop();
        if (last) drafts.push(joined(last, readRow(context, cells, row, true)));
        break;
      }
      case "blank":
      case "heading":
      case "total":
        break;
    }
  }
  return { actions: drafts.map(finished), skipped };
}

function withCarried(draft: Draft, carried: Carried, hasAxisColumn: boolean): Draft {
  const isCarried = draft.axis === null && carried.axis !== null;
  return {
    ...draft,
    axis: draft.axis ?? carried.axis,
    objective: draft.objective ?? (draft.axis === null || draft.axis === carried.axis ? carried.objective : null),
    themes: draft.themes.length > 0 ? draft.themes : carried.themes,
    doubts:
      isCarried && hasAxisColumn
        ? [...draft.doubts, doubt("axis-carried", "axis", draft.place, { written: carried.axis ?? "" })]
        : draft.doubts,
  };
}

interface Context {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  readonly known: {
    readonly organisations: readonly string[];
    readonly communes: readonly string[];
    readonly themes: readonly string[];
  };
}

const namesOf = (known: KnownPlan): Context["known"] => {
  const names = (things: KnownPlan["communes"]) => things.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  return { organisations: names(known.organisations), communes: names(known.communes), themes: names(known.themes) };
};

function readRow(context: Context, cells: readonly Cell[], row: number, goesOn: boolean): Draft {
  const titleColumn = context.mapping.columns.find(({ target }) => target?.field === "title")?.index ?? 0;
  const draft = emptyDraft(row, placeName(context.sheet.name, { row, column: titleColumn }));
  for (const { index, target } of context.mapping.columns) {
    const cell = cells[index] ?? emptyCell;
    if (target === undefined || cell.kind === "empty" || cell.kind === "formulaError") continue;
    const from = cell.mergedFrom;
    // What is merged from the left belongs to the left; in a row that goes on, what is merged from above was read there.
    if (from !== undefined && (from.column < index || (goesOn && from.row < row))) continue;
    const place = placeName(context.sheet.name, { row, column: index });
    draft.places[target.field] ??= place;
    readCell(draft, cell, target, place, context);
  }
  return draft;
}

function readCell(draft: Draft, cell: Cell, target: ColumnTarget, place: string, { sheet, known }: Context): void {
  const keep = <Value>({ value, doubts }: Reading<Value>): Value => {
    draft.doubts.push(...doubts);
    return value;
  };
  const text = cellText(cell).trim();
  const line = text.replace(/\s+/g, " ").slice(0, longest).toWellFormed();
  const add = (before: string | null): string => (before === null ? text : `${before}\n${text}`);
  switch (target.field) {
    case "number":
      draft.number = keep(readNumber(cell, place));
      break;
    case "title":
    case "axis":
    case "objective":
    case "leadPerson":
    case "sponsor":
      draft[target.field] = line;
      if (text.length > longest) draft.doubts.push(doubt("text-cut", target.field, place, { longest }));
      break;
    case "description":
    case "notes":
    case "goals":
    case "findings":
    case "expectedResults":
      draft[target.field] = add(draft[target.field]);
      break;
    case "themes":
      draft.themes = splitList(text, known.themes);
      break;
    case "communes":
      draft.communes = splitList(text, known.communes);
      break;
    case "audiences":
      draft.audiences = splitList(text);
      break;
    case "partners":
      draft.partners = [...draft.partners, ...splitList(text, known.organisations)];
      break;
    case "lead":
    case "leadAndPartners": {
      const { lead, others } = readLead(splitList(text, known.organisations));
      draft.lead = lead;
      draft.partners = [...draft.partners, ...others];
      if (target.field === "lead" && others.length > 0)
        draft.doubts.push(doubt("lead-several", "lead", place, { kept: lead ?? "" }));
      break;
    }
    case "period": {
      const period = keep(readPeriod(cell, target.field, place));
      draft.start ??= period?.start ?? null;
      draft.end ??= period?.end ?? null;
      draft.recurrence ??= period?.recurring ?? null;
      break;
    }
    case "start": {
      const period = keep(readPeriod(cell, target.field, place));
      draft.start = period?.start ?? period?.end ?? draft.start;
      draft.recurrence ??= period?.recurring ?? null;
      break;
    }
    case "end": {
      const period = keep(readPeriod(cell, target.field, place));
      draft.end = period?.end ?? period?.start ?? draft.end;
      draft.recurrence ??= period?.recurring ?? null;
      break;
    }
    case "status":
      readStatusCell(draft, cell, place);
      break;
    case "totalCost":
    case "costOfYear":
      if (cell.mergedFrom !== undefined && cell.mergedFrom.row < draft.row) {
        draft.doubts.push(doubt("amount-shared", target.field, place, { origin: placeName(sheet.name, cell.mergedFrom) }));
      } else keepMoney(draft, keep(readMoney(cell, target, place)), target.year);
      break;
    case "funders":
      draft.funders.push(...readFunding(text, known.organisations, target.scale));
      break;
    case "fundingAmounts": {
      const lines = cell.kind === "number" ? [cell] : splitLines(text).map((each): Cell => ({ kind: "text", text: each }));
      const labelled =
        cell.kind === "text"
          ? readFunding(text, known.organisations, target.scale).filter(({ funder, cents }) => funder !== null && cents !== null)
          : [];
      if (labelled.length > 0) draft.funders.push(...labelled);
      else
        draft.fundingAmounts.push(
          ...lines
            .map((each) => keep(readMoney(each, target, place)))
            .map((money) => (money.kind === "total" ? money.cents : null)),
        );
      break;
    }
    case "measures":
      draft.measures.push(
        ...splitLines(text)
          .flatMap((each) => each.split(/\s*;\s*/))
          .filter(Boolean),
      );
      break;
    case "baseline":
      draft.baselines.push(...keep(readValues(cell, target.field, place)));
      break;
    case "target":
      draft.targets.push(...keep(readValues(cell, target.field, place)));
      break;
    case "milestones":
      draft.milestones.push(...readMilestones(text));
      break;
  }
}

function keepMoney(draft: Draft, money: Money, year: number | null): void {
  if (money.kind === "none") return;
  if (money.tax !== null) draft.taxes.add(money.tax);
  if (money.kind === "years") draft.costs.push(...money.years);
  else if (year !== null) draft.costs.push({ year, cents: money.cents });
  else draft.totalCost ??= money.cents;
}

function readStatusCell(draft: Draft, cell: Cell, place: string): void {
  // 0.5 without a format is a share too: no plan numbers its statuses.
  const text =
    cell.kind === "number" && cell.format !== "percent" && cell.value >= 0 && cell.value <= 1
      ? `${String(cell.value * 100)} %`
      : cellText(cell).trim();
  const read = readStatus(text);
  if (read.kind === "unknown") {
    if (comparable(text) !== "") draft.doubts.push(doubt("status-unknown", "status", place, { written: text.slice(0, 80) }));
    return;
  }
  draft.status = read.status;
  draft.statusReason = read.rest;
  if (read.percent !== null && read.status === "ongoing")
    draft.doubts.push(doubt("status-percent", "status", place, { percent: read.percent }));
}
