import type { Child } from "hono/jsx";
import type { z } from "zod";
import { fieldsOf, type Field } from "../../platform/record/fields.ts";
import type { Lang } from "../../platform/words.ts";
import { ChoiceGroup, SelectField, type Choice, type ChoiceSection } from "../form/choice.tsx";
import type { FieldProps } from "../form/field.tsx";
import { FieldRow } from "../form/form.tsx";
import { Repeat } from "../form/repeat.tsx";
import { AmountField, DateField, TextArea, TextField } from "../form/text-field.tsx";
import type { TypedForm } from "../form/typed-fields.tsx";
import { typedMany, typedRows, typedText, type Typed } from "../form/typed.ts";
import { knownDateText } from "../../platform/french/known-date.ts";

type Attributes = Partial<FieldProps> & {
  readonly rows?: number | undefined;
  readonly max?: number | undefined;
  readonly suffix?: string | undefined;
  readonly type?: "email" | "tel" | "url" | undefined;
  readonly emptyLabel?: string | null | undefined;
  readonly addLabel?: string | undefined;
  readonly inline?: boolean | undefined;
};

/** One field where it stands: in its part, or in a row of it. */
export interface PlacedField {
  readonly field: FieldProps & { readonly value: string };
  readonly typed: Typed;
  readonly form: TypedForm;
}

/** What the form of a part cannot draw from its schema. A field of rows is named `rows.field`. */
export interface PartLook {
  readonly lang: Lang;
  readonly label: (field: string) => string;
  readonly hint: (field: string) => Child | undefined;
  /** The words of a value that is chosen in a field. */
  readonly choice: (field: string, value: string) => string;
  /** What can be chosen in the fields that cite something, by the name of the field. */
  readonly lists?: Readonly<Record<string, readonly (Choice | ChoiceSection)[]>>;
  readonly attributes?: Readonly<Record<string, Attributes>>;
  /** Short fields that stand side by side. */
  readonly sideBySide?: readonly (readonly string[])[];
  /** Fields that are drawn in their own way. */
  readonly draw?: Readonly<Record<string, (placed: PlacedField) => Child>>;
}

interface Props extends TypedForm {
  readonly part: z.ZodObject;
  readonly look: PartLook;
}

interface ControlProps {
  readonly field: Field;
  readonly look: PartLook;
  readonly form: TypedForm;
  /** What its name begins with, and what was typed there. */
  readonly at: string;
  readonly typed: Typed;
  /** The rows that it is a field of. */
  readonly rows?: string | undefined;
}

/** Kinds of fields that are hinted at alike. */
const hinted: ReadonlySet<string> = new Set(["knownDate", "months", "rows"]);

const isChoice = (entry: Choice | ChoiceSection): entry is Choice => "value" in entry;

const Control = ({ field, look, form, at, typed, rows }: ControlProps) => {
  const { name, kind, isOptional } = field;
  const path = rows === undefined ? name : `${rows}.${name}`;
  const isRequired = rows === undefined && !isOptional;
  const common = {
    name: `${at}${name}`,
    label: look.label(name),
    hint: rows === undefined ? (look.hint(name) ?? (hinted.has(kind.kind) ? look.hint(kind.kind) : undefined)) : undefined,
    error: form.errors[`${at}${name}`],
    value: typedText(typed, name),
    markOptional: rows === undefined && isOptional,
    ...look.attributes?.[path],
  };
  const own = look.draw?.[path];
  if (own !== undefined) return <>{own({ field: common, typed, form })}</>;
  const list = look.lists?.[name];
  const { markOptional: _, ...unmarked } = common;
  const many = (choices: readonly Choice[]) => (
    <ChoiceGroup inline {...unmarked} pick="many" values={typedMany(typed, name)} choices={choices} />
  );
  const said = (options: readonly string[]): Choice[] => options.map((value) => ({ value, label: look.choice(name, value) }));
  switch (kind.kind) {
    case "choices":
      return many(list?.filter(isChoice) ?? said(kind.options ?? typedMany(typed, name)));
    case "choice":
      return rows === undefined && !isOptional ? (
        <ChoiceGroup {...unmarked} pick="one" values={[common.value]} choices={said(kind.options)} />
      ) : (
        <SelectField width="medium" {...common} choices={said(kind.options)} />
      );
    case "rows":
      return <Rows field={field} row={kind.row} look={look} form={form} at={at} typed={typed} />;
    case "prose":
      return <TextArea max={kind.max} {...common} />;
    case "lines":
      return <TextArea {...common} />;
    case "day":
      return <DateField {...common} />;
    case "knownDate":
      return <TextField width="short" {...common} value={knownDateText(look.lang, common.value)} />;
    case "cents":
      return <AmountField {...common} />;
    case "number":
      return <TextField width="short" {...common} inputmode={kind.isWhole ? "numeric" : "decimal"} />;
    case "months":
      return <TextField width="short" {...common} />;
    case "email":
      return <TextField type="email" {...common} />;
    case "webAddress":
      return <TextField type="url" {...common} />;
    case "line":
    case "other":
      return list === undefined ? (
        <TextField {...common} required={isRequired} />
      ) : (
        <SelectField {...common} required={isRequired} choices={list} />
      );
  }
};

const Rows = ({ field: { name }, row: schema, look, form, at, typed }: ControlProps & { readonly row: z.ZodObject }) => {
  const { label, hint, addLabel } = look.attributes?.[name] ?? {};
  const fields = fieldsOf(schema);
  return (
    <Repeat
      name={`${at}${name}`}
      legend={label ?? look.label(name)}
      hint={hint ?? look.hint(name) ?? look.hint("rows")}
      rows={typedRows(typed, name)}
      blank={{}}
      spare={form.added === `${at}${name}` ? 2 : 1}
      addLabel={addLabel}
      draw={(row, place) =>
        fields.map((field) =>
          field.name === "id" ? (
            <input type="hidden" name={`${place}id`} value={typedText(row, "id")} />
          ) : (
            <Control field={field} look={look} form={form} at={place} typed={row} rows={name} />
          ),
        )
      }
    />
  );
};

/** The fields of one part, or of one part among others whose names begin with `prefix`, drawn from its schema. */
export const PartFields = ({ part, look, ...form }: Props) => {
  const fields = fieldsOf(part);
  const control = (field: Field) => <Control field={field} look={look} form={form} at={form.prefix ?? ""} typed={form.typed} />;
  const isHere = (name: string): boolean => fields.some((field) => field.name === name);
  const lines = (look.sideBySide ?? [])
    .filter((names) => names.every(isHere))
    .map((names) => fields.filter(({ name }) => names.includes(name)));
  return (
    <>
      {fields.map((field) => {
        const line = lines.find((each) => each.includes(field));
        if (line === undefined) return control(field);
        return line[0] === field ? <FieldRow>{line.map(control)}</FieldRow> : null;
      })}
    </>
  );
};
