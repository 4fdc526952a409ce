import { PlainData, type Plain } from "../history/model.ts";

export interface FieldChange {
  /** Path of the field in its block, such as `start` or `milestones`. */
  readonly field: string;
  readonly before: Plain;
  readonly after: Plain;
}

const isRecord = (value: Plain): value is { readonly [key: string]: Plain } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

/** Deep equality of plain data; the order of keys does not count, the order of lists does. */
export function samePlain(a: Plain, b: Plain): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((each, i) => samePlain(each, b[i] ?? null));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => samePlain(a[key] ?? null, b[key] ?? null));
}

/** The fields in which two versions of a block differ, in the order of the newer one. Absent and `null` are the same. */
export function fieldChanges(before: Plain, after: Plain): readonly FieldChange[] {
  if (!isRecord(before) || !isRecord(after)) return samePlain(before, after) ? [] : [{ field: "", before, after }];
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => !samePlain(change.before, change.after));
}

/** Turns a model value into plain data as an event keeps it: dates become text, `undefined` disappears. */
export const asPlain = (value: unknown): Plain =>
  value === undefined ? null : PlainData.parse(JSON.parse(JSON.stringify(value)));

/** Each field of a part, as plain data. */
export const plainFields = (part: object): ReadonlyMap<string, Plain> =>
  new Map(Object.entries(part).map(([name, value]: [string, unknown]) => [name, asPlain(value)]));
