import type { Child } from "hono/jsx";
import type { z } from "zod";
import { ageText } from "../../platform/french/age.ts";
import type { Event, Plain } from "../../platform/history/model.ts";
import { KnownDate, sayKnownDate } from "../../platform/known-date.ts";
import { fieldsOf, type Field } from "../../platform/record/fields.ts";
import { partNamesOf, type Parts } from "../../platform/record/parts.ts";
import { fieldChanges, type FieldChange } from "../../platform/record/rules.ts";
import type { Lang } from "../../platform/words.ts";
import { Diff, type Change } from "../diff.tsx";
import type { HistoryEntry } from "../history-list.tsx";
import { moneyText } from "../money.tsx";
import { timeText } from "../time.tsx";

/** How the fields of a record are told: their names, and their values as text. */
export interface FieldTelling {
  readonly label: (field: string) => string;
  readonly value: (field: string, value: Plain) => Child;
}

const numbers = { fr: new Intl.NumberFormat("fr-FR"), en: new Intl.NumberFormat("en-GB") };
export const numberText = (lang: Lang, value: number): string => numbers[lang].format(value);

/** A value as text: what has no words of its own is shown as it is kept. */
export const textOf = (value: Plain): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

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

/** How the values of a record are told, from the schemas of its parts. A field that a later version no longer has is told by what it holds. */
export function tellValues(parts: Parts, { lang, choice, names, own }: ValueWords): FieldTelling["value"] {
  const fields = new Map<string, Field>(
    partNamesOf(parts).flatMap((part) => fieldsOf(parts[part] ?? never(part)).map((field) => [field.name, field] as const)),
  );
  return (name, value) => {
    if (value === null || value === "") return null;
    const told = own[name];
    if (told !== undefined) return told(value);
    const named = names[name];
    const kind = fields.get(name)?.kind.kind;
    if (isList(value)) {
      const texts = value.filter((each): each is string => typeof each === "string");
      if (kind === "lines") return texts.join("\n") || null;
      return texts.map(named ?? ((each) => choice(name, each))).join(", ");
    }
    if (named !== undefined) return named(textOf(value));
    if (kind === "day") return timeText(lang, textOf(value));
    if (kind === "knownDate" && KnownDate.safeParse(value).success) return sayKnownDate(textOf(value), lang);
    if (kind === "cents") return moneyText(lang, Number(value) / 100);
    if (kind === "months") return ageText(Number(value), lang);
    if (typeof value === "number") return numberText(lang, value);
    return typeof value === "object" ? null : <span class="typed">{choice(name, String(value))}</span>;
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
