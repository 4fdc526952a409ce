import type { Child } from "hono/jsx";
import { ChoiceGroup, SelectField, type Choice } from "./choice.tsx";
import { TextArea } from "./text-field.tsx";
import { typedMany, typedRows, typedText, type Typed } from "./typed.ts";

/** A form, or a part of one, as it comes back: what was typed, and what is wrong with it. */
export interface TypedForm {
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
  /** What the names of the fields begin with: `identity.` where a form holds several parts. */
  readonly prefix?: string | undefined;
  /** The list that `_add` asked one more row for. */
  readonly added?: string | undefined;
}

/** The words of a wing for its fields, and for the values that are chosen in them. */
export interface FieldWords<Name extends string> {
  readonly label: (name: Name) => string;
  readonly choice: (name: string, value: string) => string;
}

/** Ties fields to what was typed and to what is wrong with it. */
export function typedFields<Name extends string>({ typed, errors, prefix = "", added }: TypedForm, words: FieldWords<Name>) {
  const field = (name: Name, at = prefix, from = typed) => ({
    name: `${at}${name}`,
    label: words.label(name),
    error: errors[`${at}${name}`],
    value: typedText(from, name),
  });
  const choices = (name: string, values: readonly string[]): Choice[] =>
    values.map((value) => ({ value, label: words.choice(name, value) }));
  return {
    field,
    choices,
    prose: (name: Name, max: number, hint?: Child) => <TextArea {...field(name)} max={max} hint={hint} markOptional />,
    one: (name: Name, values: readonly string[]) => (
      <ChoiceGroup {...field(name)} pick="one" values={[typedText(typed, name)]} choices={choices(name, values)} />
    ),
    select: (name: Name, values: readonly string[], at = prefix, from = typed) => (
      <SelectField {...field(name, at, from)} width="medium" choices={choices(name, values)} />
    ),
    many: (name: Name, options: readonly Choice[], hint?: Child) => (
      <ChoiceGroup {...field(name)} pick="many" inline values={typedMany(typed, name)} choices={options} hint={hint} />
    ),
    rows: (name: string) => typedRows(typed, name),
    spare: (name: string) => (added === `${prefix}${name}` ? 2 : 1),
  };
}
