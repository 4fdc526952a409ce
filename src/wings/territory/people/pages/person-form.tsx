import { commonWords } from "../../../../platform/common-words.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import type { Person } from "../model.ts";
import { words } from "../words.ts";
import { TerritoryScreen } from "../../territories/pages/frame.tsx";

interface PersonFormProps {
  readonly visit: TerritoryVisit;
  readonly known: Person | null;
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

/** How to reach a person. */
export const PersonFormPage = ({ visit, known, typed, errors }: PersonFormProps) => {
  const say = words(visit.lang);
  const list = "/territoire/personnes";
  const title = say(known === null ? "person.new" : "person.edit");
  const field = (name: string) => ({ name, value: typedText(typed, name), error: errors[name] });
  return (
    <TerritoryScreen visit={visit} title={title} part={list} width="text">
      <ErrorSummary errors={errorList(errors)} />
      <PageHeading above={known?.name} title={title} intro={say("people.intro")} />
      <Form action={visit.at(list)} hidden={{ id: known?.id }} draft={`person-${known?.id ?? "new"}`}>
        <TextField label={say("person.name")} required {...field("name")} />
        <TextField label={say("person.email")} hint={say("person.emailHint")} type="email" markOptional {...field("email")} />
        <TextField label={say("person.phone")} type="tel" markOptional width="medium" {...field("phone")} />
        <FormActions>
          <Button look="main">{commonWords(visit.lang)("save")}</Button>
          <ButtonLink look="quiet" href={visit.at(known === null ? list : `${list}/${known.id}`)}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </TerritoryScreen>
  );
};
