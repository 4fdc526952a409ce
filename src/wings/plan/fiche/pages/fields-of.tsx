import type { Lang } from "../../../../platform/words.ts";
import { typedFields, type TypedForm } from "../../../../ui/form/typed-fields.tsx";
import { isActionWord, actionWords } from "../../action/words.ts";
import type { Directory } from "./fiche-read.ts";
import { choiceText, type Field } from "./field-text.tsx";

export interface FieldsProps extends TypedForm {
  readonly lang: Lang;
  readonly directory: Directory;
}

/** The words of the field that an error is about: `identity.title`, `milestones.0.title`. */
export function labelOf(lang: Lang): (name: string) => string | undefined {
  const say = actionWords(lang);
  return (name) => {
    const path = name.split(".");
    const last = path.at(-1) ?? "";
    if (last === "title" && path.includes("milestones")) return say("field.milestone");
    const known = `field.${last}`;
    return isActionWord(known) ? say(known) : undefined;
  };
}

/** Ties the fields of a block to what was typed and to what is wrong with it. */
export function fieldsOf({ lang, ...form }: FieldsProps) {
  const say = actionWords(lang);
  const label = (name: FieldName): string => say(`field.${name}`);
  return { say, ...typedFields<FieldName>(form, { label, choice: (name, value) => choiceText(lang, name, value) }) };
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
