import type { Child } from "hono/jsx";
import type { z } from "zod";
import type { Event, Plain } from "../../platform/history/model.ts";
import { fieldsOf, type Field } from "../../platform/record/fields.ts";
import { partNamesOf, type Parts } from "../../platform/record/parts.ts";
import { fieldChanges, type FieldChange } from "../../platform/record/rules.ts";
import type { Lang } from "../../platform/words.ts";
import { Diff, type Change } from "../diff.tsx";
import type { HistoryEntry } from "../history-list.tsx";
import { isList, valueText } from "./value-text.ts";

/** How the fields of a record are told: their names, and their values as text. */
export interface FieldTelling {
  readonly label: (field: string) => string;
  readonly value: (field: string, value: Plain) => Child;
}

/** The rows of a field, a line each. What can no longer be read is left out. */
export function rowsText<Row>(schema: z.ZodType<Row>, value: Plain, say: (row: Row) => string): Child {
  const lines = (isList(value) ? value : []).flatMap((row) => {
    const read = schema.safeParse(row);
    return read.success ? [say(read.data)] : [];
  });
  return lines.length === 0 ? null : (
    <ul class="plain-list">
      {lines.map((each) => (
        <li>{each}</li>
      ))}
    </ul>
  );
}

export interface ValueWords {
  readonly lang: Lang;
  /** The words of a value that is chosen in a field. */
  readonly choice: (field: string, value: string) => string;
  /** The names of what fields cite by an id, a key or a code, by the name of the field. */
  readonly names: Readonly<Record<string, (id: string) => string>>;
  /** Fields that are told in their own way. */
  readonly own: Readonly<Record<string, (value: Plain) => Child>>;
}

/** Kinds whose values are words that someone chose or typed. */
const written: ReadonlySet<string> = new Set(["line", "prose", "email", "webAddress", "choice", "other"]);

/** How the values of a record are told, from the schemas of its parts. A field that a later version no longer has is told by what it holds. */
export function tellValues(parts: Parts, { lang, choice, names, own }: ValueWords): FieldTelling["value"] {
  const fields = new Map<string, Field>(
    partNamesOf(parts).flatMap((part) => fieldsOf(parts[part] ?? never(part)).map((field) => [field.name, field] as const)),
  );
  return (name, value) => {
    if (value === null || value === "") return null;
    const told = own[name];
    if (told !== undefined) return told(value);
    const kind = fields.get(name)?.kind.kind ?? "other";
    const named = names[name];
    const text = valueText(lang, kind, value, named ?? ((each) => choice(name, each)));
    return typeof value === "string" && written.has(kind) && named === undefined ? <span class="typed">{text}</span> : text;
  };
}

function never(part: string): never {
  throw new Error(`a record has no part "${part}"`);
}

/** Changes of fields as they are shown, before and after. */
export const changesTold = ({ label, value }: FieldTelling, changes: readonly FieldChange[]): Change[] =>
  changes.map(({ field, before, after }) => ({ label: label(field), before: value(field, before), after: value(field, after) }));

/** The difference of two versions of a part, field by field. */
export const Difference = ({
  telling,
  changes,
}: {
  readonly telling: FieldTelling;
  readonly changes: readonly FieldChange[];
}) => <Diff changes={changesTold(telling, changes)} />;

/** What an event changed of a part, for a line of the history. */
export function partEntry(
  telling: FieldTelling,
  { before, after }: Pick<Event, "before" | "after">,
  unfold: (count: number) => string,
): Pick<HistoryEntry, "changes" | "changesLabel"> {
  const changes = changesTold(telling, fieldChanges(before, after));
  return { changes, changesLabel: unfold(changes.length) };
}
