import { partNamesOf } from "../../../../platform/record/parts.ts";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PartFields, type PartLook } from "../../../../ui/record/part-fields.tsx";
import { frameworkWords } from "../../frameworks/words.ts";
import { conventionParts, type ConventionPart } from "../model.ts";
import { conventionWords, isWord, type FieldName } from "../words.ts";
import type { OpenConvention } from "./read.ts";
import { knownDateText } from "../../../../platform/french/known-date.ts";

interface FieldsProps {
  readonly opened: Pick<OpenConvention, "visit" | "frameworks" | "themes">;
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

/** A date that may be known to the month or the year: text, as people write it. */
export const KnownDateField = ({ opened, typed, errors, name }: FieldsProps & { readonly name: FieldName }) => {
  const { lang } = opened.visit;
  const say = conventionWords(lang);
  return (
    <TextField
      name={name}
      label={say(`field.${name}`)}
      hint={say("hint.knownDate")}
      value={knownDateText(lang, typedText(typed, name))}
      error={errors[name]}
      width="short"
    />
  );
};

const fieldNames = partNamesOf(conventionParts).flatMap((part) => Object.keys(conventionParts[part].shape));
/** Nearly all of a convention may stay blank for years: its fields are not marked as optional, nor its articles counted. */
const plainly = Object.fromEntries(fieldNames.map((name) => [name, { markOptional: false, rows: 4, max: undefined }]));

function lookOf({ visit: { lang, at }, frameworks, themes }: FieldsProps["opened"]): PartLook {
  const say = conventionWords(lang);
  const word = (key: string): string | undefined => (isWord(key) ? say(key) : undefined);
  return {
    lang,
    label: (field) => word(`field.${field}`) ?? field,
    hint: (field) => word(`hint.${field}`),
    choice: (_, value) => value,
    lists: {
      frameworkId: frameworks.map(({ id, name }) => ({ value: id, label: name })),
      themes: themes.map(({ key, name }) => ({ value: key, label: name[lang] })),
    },
    attributes: {
      ...plainly,
      frameworkId: {
        markOptional: false,
        hint: (
          <>
            {say("hint.framework")} <a href={at("/convention/schemas")}>{say("hint.frameworkLink")}</a>
          </>
        ),
        emptyLabel: frameworkWords(lang)("framework.none"),
      },
      signingNote: { ...plainly["signingNote"], rows: 3 },
      reviewSummary: { markOptional: false, rows: 6 },
      themes: { inline: false },
    },
    sideBySide: [["periodStart", "periodEnd"]],
  };
}

/** The fields of one part of a convention. */
export const BlockFields = ({ opened, part, typed, errors }: FieldsProps & { readonly part: ConventionPart }) => (
  <PartFields part={conventionParts[part]} look={lookOf(opened)} typed={typed} errors={errors} />
);
