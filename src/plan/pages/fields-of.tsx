import type { Lang } from "../../platform/words.ts";
import { ChoiceGroup, type Choice } from "../../ui/form/choice.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { typedMany, typedRows, typedText, type Typed } from "../../ui/form/typed.ts";
import { isWord, words } from "../fiche-words.ts";
import type { Directory } from "./fiche-read.ts";
import { choiceText, type Field } from "./field-text.tsx";

export interface FieldsProps {
  readonly lang: Lang;
  readonly directory: Directory;
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
  /** What the names of the fields begin with: `identity.` where a form holds several blocks. */
  readonly prefix?: string;
  /** The list that `_add` asked one more row for. */
  readonly added?: string | undefined;
}

/** The words of the field that an error is about: `identity.title`, `milestones.0.title`. */
export function labelOf(lang: Lang): (name: string) => string | undefined {
  const say = words(lang);
  return (name) => {
    const path = name.split(".");
    const last = path.at(-1) ?? "";
    if (last === "title" && path.includes("milestones")) return say("field.milestone");
    const known = `field.${last}`;
    return isWord(known) ? say(known) : undefined;
  };
}

/** Ties the fields of a block to what was typed and to what is wrong with it. */
export function fieldsOf({ lang, typed, errors, prefix = "", added }: FieldsProps) {
  const say = words(lang);
  const field = (name: FieldName, at = prefix, from = typed) => ({
    name: `${at}${name}`,
    label: say(`field.${name}`),
    error: errors[`${at}${name}`],
    value: typedText(from, name),
  });
  const choices = (name: string, values: readonly string[]): Choice[] =>
    values.map((value) => ({ value, label: choiceText(lang, name, value) }));
  return {
    say,
    field,
    choices,
    prose: (name: FieldName, max: number, hint?: string) => <TextArea {...field(name)} max={max} hint={hint} markOptional />,
    one: (name: FieldName, values: readonly string[]) => (
      <ChoiceGroup {...field(name)} pick="one" values={[typedText(typed, name)]} choices={choices(name, values)} />
    ),
    many: (name: FieldName, options: readonly Choice[], hint?: string) => (
      <ChoiceGroup {...field(name)} pick="many" inline values={typedMany(typed, name)} choices={options} hint={hint} />
    ),
    rows: (name: string) => typedRows(typed, name),
    spare: (name: string) => (added === name ? 2 : 1),
  };
}

export type FieldName =
  | Field
  | "organisationId"
  | "role"
  | "due"
  | "doneOn"
  | "year"
  | "funderId"
  | "nature"
  | "planned"
  | "notified"
  | "paid"
  | "kind"
  | "name"
  | "unit"
  | "baseline"
  | "target"
  | "source"
  | "frequency"
  | "owner"
  | "day"
  | "value";
