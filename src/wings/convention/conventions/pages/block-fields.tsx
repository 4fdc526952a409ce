import { ChoiceGroup, SelectField } from "../../../../ui/form/choice.tsx";
import { FieldRow } from "../../../../ui/form/form.tsx";
import { DateField, TextArea, TextField } from "../../../../ui/form/text-field.tsx";
import { typedMany, typedText, type Typed } from "../../../../ui/form/typed.ts";
import { sayKnownDate } from "../../../../platform/known-date.ts";
import { conventionParts, type ConventionPart } from "../model.ts";
import { conventionWords, type FieldName } from "../words.ts";
import type { OpenConvention } from "./read.ts";
import { frameworkWords } from "../../frameworks/words.ts";

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
      value={sayKnownDate(typedText(typed, name), lang)}
      error={errors[name]}
      width="short"
    />
  );
};

const articles = conventionParts.texts.keyof().options;

/** The fields of one part of a convention. */
export const BlockFields = ({ opened, part, typed, errors }: FieldsProps & { readonly part: ConventionPart }) => {
  const { visit, frameworks, themes } = opened;
  const say = conventionWords(visit.lang);
  const common = (name: FieldName) => ({ name, label: say(`field.${name}`), value: typedText(typed, name), error: errors[name] });
  switch (part) {
    case "identity":
      return (
        <>
          <TextField {...common("title")} required />
          <SelectField
            {...common("frameworkId")}
            hint={
              <>
                {say("hint.framework")} <a href={visit.at("/convention/schemas")}>{say("hint.frameworkLink")}</a>
              </>
            }
            choices={frameworks.map(({ id, name }) => ({ value: id, label: name }))}
            emptyLabel={frameworkWords(visit.lang)("framework.none")}
          />
          <TextArea {...common("sources")} hint={say("hint.sources")} rows={4} />
        </>
      );
    case "dates":
      return (
        <>
          <FieldRow>
            <KnownDateField opened={opened} typed={typed} errors={errors} name="periodStart" />
            <KnownDateField opened={opened} typed={typed} errors={errors} name="periodEnd" />
          </FieldRow>
          <KnownDateField opened={opened} typed={typed} errors={errors} name="planValidatedOn" />
          <DateField {...common("signedOn")} hint={say("hint.signedOn")} />
          <TextArea {...common("signingNote")} hint={say("hint.signingNote")} rows={3} />
        </>
      );
    case "themes":
      return (
        <ChoiceGroup
          name="themes"
          label={say("field.themes")}
          hint={say("hint.themes")}
          error={errors["themes"]}
          pick="many"
          values={typedMany(typed, "themes")}
          choices={themes.map(({ key, name }) => ({ value: key, label: name[visit.lang] }))}
        />
      );
    case "texts":
      return (
        <>
          {articles.map((name) => (
            <TextArea {...common(name)} hint={say(`hint.${name}`)} rows={4} />
          ))}
        </>
      );
    case "review":
      return (
        <>
          <KnownDateField opened={opened} typed={typed} errors={errors} name="reviewedOn" />
          <TextArea {...common("reviewSummary")} hint={say("hint.reviewSummary")} rows={6} max={5_000} />
        </>
      );
  }
};
