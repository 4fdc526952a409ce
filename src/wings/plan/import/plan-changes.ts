import { canonicalJson } from "../../../platform/canonical-json.ts";
import { comparable } from "../../../platform/french/near.ts";
import { asPlain } from "../../../platform/record/rules.ts";
import { doubt, type Doubt } from "./doubt.ts";
import type { FieldName, SkippedRow } from "./imported.ts";
import { importKey, type MatchedAction } from "./match.ts";
import { type CreatedName, fieldNames, type FieldValue, type PlanFields, withField } from "./plan-fields.ts";

/** An action that the plan holds already. */
export interface ExistingAction {
  readonly id: string;
  /** The key of the row that it was last imported from; null when it never was. */
  readonly importKey: string | null;
  readonly fields: PlanFields;
  /** What the last import said, to tell a correction of the file from an edit made here. */
  readonly imported: PlanFields | null;
}

export interface FieldChange {
  readonly field: FieldName;
  readonly before: FieldValue;
  readonly after: FieldValue;
}
/** Said differently here and in the file: a person chooses. Until then, what is here stays. */
export interface FieldChoice {
  readonly field: FieldName;
  readonly here: FieldValue;
  readonly file: FieldValue;
  readonly reason: "both-changed" | "differs";
}

export type RowChange =
  | { readonly kind: "create"; readonly key: string; readonly action: MatchedAction; readonly to: PlanFields }
  | {
      readonly kind: "change" | "same";
      readonly key: string;
      readonly id: string;
      readonly action: MatchedAction;
      readonly changes: readonly FieldChange[];
      readonly choices: readonly FieldChoice[];
      /** Edited here, and not changed by the file: left as they are. */
      readonly keptHere: readonly FieldName[];
      /** The action once the changes are made, every choice left as it is here. */
      readonly to: PlanFields;
    };

export interface PlanChanges {
  readonly rows: readonly RowChange[];
  readonly skipped: readonly SkippedRow[];
  /** Imported before, and no longer in the file: told, never deleted. */
  readonly vanished: readonly { readonly id: string; readonly title: string }[];
  /** What would be created besides actions. */
  readonly created: readonly CreatedName[];
  readonly counts: Readonly<Record<"created" | "changed" | "same" | "toChoose" | "skipped" | "vanished", number>>;
}

/**
 * Compares a file with the plan, row by row and field by field. The same file again changes nothing; a corrected file changes what was
 * corrected; what a person edited here since is never overwritten by a file that says what it said before.
 */
export function planChanges(
  actions: readonly MatchedAction[],
  existing: readonly ExistingAction[],
  alreadySkipped: readonly SkippedRow[] = [],
): PlanChanges {
  const { kept, skipped } = onePerKey(actions);
  const pairs = paired(kept, existing);
  const rows = kept.map(({ key, action }): RowChange => {
    const before = pairs.get(key);
    return before ? compared(key, action, before) : { kind: "create", key, action, to: action.fields };
  });
  const matched = new Set([...pairs.values()].map(({ id }) => id));
  const vanished = existing
    .filter(({ id, imported }) => imported !== null && !matched.has(id))
    .map(({ id, fields }) => ({ id, title: fields.title }));
  const all = [...alreadySkipped, ...skipped].sort((one, other) => one.row - other.row);
  const count = (test: (row: RowChange) => boolean): number => rows.filter(test).length;
  return {
    rows,
    skipped: all,
    vanished,
    created: namesToCreate(rows),
    counts: {
      created: count(({ kind }) => kind === "create"),
      changed: count(({ kind }) => kind === "change"),
      same: count(({ kind }) => kind === "same"),
      toChoose: count((row) => row.kind !== "create" && row.choices.length > 0),
      skipped: all.length,
      vanished: vanished.length,
    },
  };
}

interface Keyed {
  readonly key: string;
  readonly action: MatchedAction;
}

/** Rows under one key: the same title twice is a repetition or a contradiction; different titles are different actions. */
function onePerKey(actions: readonly MatchedAction[]): { kept: Keyed[]; skipped: SkippedRow[] } {
  const skipped: SkippedRow[] = [];
  const kept: Keyed[] = [];
  const skip = ({ row, place, written }: MatchedAction, reason: SkippedRow["reason"]) =>
    void skipped.push({ row, place, reason, text: written.title });
  for (const [key, rows] of Map.groupBy(actions, ({ written }) => importKey(written))) {
    const byTitle = Map.groupBy(rows, ({ written }) => comparable(written.title) || written.title);
    for (const [title, same] of byTitle) {
      const [first, ...others] = same;
      if (first === undefined) continue;
      if (new Set(same.map(({ fields }) => canonical(fields))).size > 1) {
        for (const row of same) skip(row, "same-key");
        continue;
      }
      for (const row of others) skip(row, "repeated");
      const shared = byTitle.size > 1;
      const doubts: Doubt[] = shared
        ? [
            ...first.doubts,
            doubt("same-number", "number", first.places.number ?? first.place, {
              number: first.written.number ?? "",
              count: byTitle.size,
            }),
          ]
        : [...first.doubts];
      kept.push({ key: shared ? `${key}|${title}` : key, action: { ...first, doubts } });
    }
  }
  return { kept, skipped };
}

/** Which existing action each row is: by its key, else by the number and title that only one free action has. */
function paired(rows: readonly Keyed[], existing: readonly ExistingAction[]): Map<string, ExistingAction> {
  const pairs = new Map<string, ExistingAction>();
  const taken = new Set<string>();
  const pairBy = (keyOfRow: (row: Keyed) => string | null, keyOfExisting: (action: ExistingAction) => string | null): void => {
    const free = Map.groupBy(
      existing.filter(({ id }) => !taken.has(id)),
      keyOfExisting,
    );
    const waiting = Map.groupBy(
      rows.filter(({ key }) => !pairs.has(key)),
      keyOfRow,
    );
    for (const [wanted, candidates] of waiting) {
      const [[row, ...otherRows], [found, ...others]] = [candidates, wanted === null ? [] : (free.get(wanted) ?? [])];
      if (row === undefined || found === undefined || otherRows.length > 0 || others.length > 0) continue;
      pairs.set(row.key, found);
      taken.add(found.id);
    }
  };
  const titled = ({ axis, title }: PlanFields): string => JSON.stringify([axis, comparable(title) || title]);
  pairBy(
    ({ key }) => key,
    (action) => action.importKey,
  );
  pairBy(
    ({ action }) => JSON.stringify([action.fields.number, titled(action.fields)]),
    ({ fields }) => JSON.stringify([fields.number, titled(fields)]),
  );
  pairBy(
    ({ action }) => titled(action.fields),
    ({ fields }) => titled(fields),
  );
  pairBy(
    ({ action }) => comparable(action.fields.title) || null,
    ({ fields }) => comparable(fields.title) || null,
  );
  return pairs;
}

function compared(key: string, action: MatchedAction, before: ExistingAction): RowChange {
  const changes: FieldChange[] = [];
  const choices: FieldChoice[] = [];
  const keptHere: FieldName[] = [];
  const doubts: Doubt[] = [...action.doubts];
  let to = before.fields;
  for (const field of fieldNames) {
    const here = before.fields[field];
    const file = fileSays(field, action.fields, before.fields);
    const last = before.imported === null ? undefined : fileSays(field, before.imported, before.fields);
    if (same(field, file, here)) continue;
    // An empty cell says nothing, unless it emptied what the last import had filled.
    if (isEmpty(file) && (last === undefined || isEmpty(last))) continue;
    const fileChanged = last === undefined || !same(field, file, last);
    const editedHere = last === undefined ? !isEmpty(here) : !same(field, here, last);
    if (!fileChanged) {
      keptHere.push(field);
    } else if (editedHere) {
      const reason = last === undefined ? "differs" : "both-changed";
      choices.push({ field, here, file, reason });
      doubts.push(doubt(reason, null, action.place, { field }));
    } else {
      changes.push({ field, before: here, after: file });
      to = withField(to, field, file);
      if (isEmpty(file)) doubts.push(doubt("emptied", null, action.place, { field }));
    }
  }
  return {
    kind: changes.length > 0 ? "change" : "same",
    key,
    id: before.id,
    action: { ...action, doubts },
    changes,
    choices,
    keptHere,
    to,
  };
}

/** What the file says of a field. Years that it does not name are not its business. */
function fileSays(field: FieldName, file: PlanFields, here: PlanFields): FieldValue {
  if (field !== "costs" || file.costs.length === 0) return file[field];
  const named = new Set(file.costs.map(({ year }) => year));
  return [...here.costs.filter(({ year }) => !named.has(year)), ...file.costs].sort((one, other) => one.year - other.year);
}

const isEmpty = (value: FieldValue): boolean => value === null || value === "" || (Array.isArray(value) && value.length === 0);
const unordered: ReadonlySet<FieldName> = new Set<FieldName>(["themes", "partners", "communes", "audiences", "funding"]);

/** Two values say the same whatever the order of their keys: what the database gives back is not ordered as it was written. */
const textOf = (value: unknown): string => canonicalJson(asPlain(value));

function same(field: FieldName, one: FieldValue, other: FieldValue): boolean {
  const text = (value: FieldValue): string =>
    textOf(Array.isArray(value) && unordered.has(field) ? value.map((each) => textOf(each)).sort() : value);
  return text(one) === text(other);
}

const canonical = (fields: PlanFields): string => textOf(fieldNames.map((field) => fields[field]));

function namesToCreate(rows: readonly RowChange[]): CreatedName[] {
  const byRef = Map.groupBy(
    rows.flatMap(({ action, to }) => action.created.filter(({ ref }) => mentions(to, ref))),
    ({ ref }) => ref,
  );
  // Written in several ways: one name, the same whatever the order of the rows.
  return [...byRef.values()]
    .flatMap((written) =>
      written.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)).slice(0, 1),
    )
    .sort((one, other) => (one.ref < other.ref ? -1 : 1));
}

const mentions = (fields: PlanFields, ref: string): boolean =>
  fields.axis === ref ||
  fields.objective === ref ||
  fields.lead === ref ||
  fields.partners.includes(ref) ||
  fields.funding.some(({ funder }) => funder === ref);

/** The action once a person chose, field by field, what stays here and what comes from the file. */
export function chosen(row: RowChange, picks: Readonly<Partial<Record<FieldName, "here" | "file">>>): PlanFields {
  if (row.kind === "create") return row.to;
  return row.choices.reduce(
    (fields, { field, file }) => (picks[field] === "file" ? withField(fields, field, file) : fields),
    row.to,
  );
}
