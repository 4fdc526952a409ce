import type { z } from "zod";
import { folded as comparable } from "../../../../platform/french/plain.ts";
import type { Plain } from "../../../../platform/history/model.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { explainIssue } from "../../../../platform/validation.ts";
import type { Lang } from "../../../../platform/words.ts";
import { Card, partNames, parts, type Part } from "../../card/model.ts";
import { PlaceFields } from "../../places/model.ts";
import type { Said } from "./model.ts";

type Schemas = Readonly<Record<string, z.ZodType>>;
const placeSchemas: Schemas = PlaceFields.shape;
const partSchemas: Readonly<Record<Part, Schemas>> = {
  offer: parts.offer.shape,
  forWhom: parts.forWhom.shape,
  opening: parts.opening.shape,
  where: parts.where.shape,
  wayIn: parts.wayIn.shape,
  fees: parts.fees.shape,
  capacity: parts.capacity.shape,
  carried: parts.carried.shape,
  exchanged: parts.exchanged.shape,
};

const isPart = (name: string): name is Part => partNames.some((part) => part === name);

/** `fees.fee` → the part `fees` and its field `fee`; a place has no parts. */
export function splitPath(path: string): { readonly part: Part | null; readonly field: string } {
  const [head = "", tail] = path.split(".");
  return tail !== undefined && isPart(head) ? { part: head, field: tail } : { part: null, field: path };
}

function schemaOf(path: string): z.ZodType | undefined {
  const { part, field } = splitPath(path);
  return part === null ? placeSchemas[field] : partSchemas[part][field];
}

export interface Unread {
  readonly path: string;
  readonly written: string;
  readonly message: string;
}

/** What a file says, field by field, by the rules of a card; what breaks them is told and left out. */
export function readSaid(
  raw: Readonly<Record<string, unknown>>,
  lang: Lang,
): { readonly said: Said; readonly unread: readonly Unread[] } {
  const said: Record<string, Plain> = {};
  const unread: Unread[] = [];
  for (const [path, value] of Object.entries(raw)) {
    const read = schemaOf(path)?.safeParse(value, { error: (issue) => explainIssue(issue, lang) });
    if (read?.success === true) said[path] = asPlain(read.data);
    else
      unread.push({
        path,
        written: typeof value === "string" ? value : value == null ? "" : JSON.stringify(value),
        message: read?.error.issues[0]?.message ?? "",
      });
  }
  // Half a position is none.
  if ((said["latitude"] ?? null) === null || (said["longitude"] ?? null) === null)
    for (const path of ["latitude", "longitude"]) if (path in said) said[path] = null;
  return { said, unread };
}

type Thing = "place" | "service";
/** Whether a value has fields of its own. */
export const isRecord = (value: Plain): value is { readonly [key: string]: Plain } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** Whether a value says that nothing is known. */
export const isUnknown = (value: Plain): boolean =>
  value === null ||
  value === "" ||
  value === "unknown" ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && value["kind"] === "unknown");

/** The same value but for capitals, accents and signs: two lists write one address in two ways. */
const looksSame = (one: Plain, other: Plain): boolean =>
  samePlain(one, other) ||
  (typeof one === "string" && typeof other === "string" && loose(one) === loose(other)) ||
  (typeof one === "number" && typeof other === "number" && Math.abs(one - other) < 1e-4);
const loose = (text: string): string =>
  comparable(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

export interface FieldChange {
  readonly path: string;
  readonly here: Plain;
  readonly file: Plain;
}

export interface Merged {
  /** What takes the value of the file. */
  readonly changes: readonly FieldChange[];
  /** What both changed: the value of here is kept until someone says otherwise. */
  readonly kept: readonly FieldChange[];
}

/**
 * Compares what a file says with what stands here, field by field. `last` is what the file before said: what only the file changed is
 * taken, what was corrected here is kept, and where both moved it is told. Without it, blanks are filled and the rest is kept.
 */
export function merge(here: Said, file: Said, last: Said | null): Merged {
  const changes: FieldChange[] = [];
  const kept: FieldChange[] = [];
  for (const [path, value] of Object.entries(file)) {
    const [mine, base] = [here[path] ?? null, last?.[path]];
    if (samePlain(mine, value)) continue;
    const change = { path, here: mine, file: value };
    if (base !== undefined) {
      if (samePlain(value, base)) continue;
      if (samePlain(mine, base)) changes.push(change);
      else kept.push(change);
    } else if (!isUnknown(value)) {
      if (isUnknown(mine)) changes.push(change);
      else if (!looksSame(mine, value)) kept.push(change);
    }
  }
  return { changes, kept };
}

/** What stands on a place or on a card, by the same paths. */
export function saidOf(kind: Thing, thing: PlaceFields | Card): Said {
  const fields = asPlain(thing);
  const found: Record<string, Plain> = {};
  if (!isRecord(fields)) return found;
  if (kind === "place") {
    for (const field of Object.keys(placeSchemas)) found[field] = fields[field] ?? null;
    return found;
  }
  for (const part of partNames) {
    const block = fields[part] ?? null;
    if (isRecord(block)) for (const field of Object.keys(partSchemas[part])) found[`${part}.${field}`] = block[field] ?? null;
  }
  return found;
}

/** The values of paths as nested blocks again: `{ "fees.fee": "free" }` → `{ fees: { fee: "free" } }`. */
export function nested(said: Said): Readonly<Record<string, Plain>> {
  const root: Record<string, Plain> = {};
  for (const [path, value] of Object.entries(said)) {
    const { part, field } = splitPath(path);
    if (part === null) root[field] = value;
    else {
      const block = root[part] ?? {};
      root[part] = isRecord(block) ? { ...block, [field]: value } : { [field]: value };
    }
  }
  return root;
}

/** A card with some of its fields changed; `null` where they do not go together. */
export function withSaid(card: Card, said: Said): Card | null {
  const blocks = nested(said);
  const blockOf = (part: string): object => {
    const block = blocks[part] ?? null;
    return isRecord(block) ? block : {};
  };
  const parts = Object.entries(Card.parse(card)).map(([part, block]) => [part, { ...block, ...blockOf(part) }]);
  return Card.safeParse(Object.fromEntries(parts)).data ?? null;
}
