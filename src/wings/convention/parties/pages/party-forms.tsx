import type { Conflict } from "../../../../platform/use-case.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Confirm } from "../../../../ui/confirm.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { errorList, ErrorSummary, FieldRow, Form, FormActions } from "../../../../ui/form/form.tsx";
import { DateField, TextArea, TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { conventionWords, type FieldName } from "../../conventions/words.ts";
import { ConflictChoices, ConflictNotice } from "../../../../ui/record/conflict.tsx";
import { conflictWords, tellingOf } from "../../conventions/pages/telling.ts";
import { addressOf, ConventionScreen } from "../../conventions/pages/frame.tsx";
import type { NamedParty, OpenConvention } from "../../conventions/pages/read.ts";
import { partyWords } from "../words.ts";

interface FormProps {
  readonly opened: OpenConvention;
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

const PartyFieldset = ({ opened, typed, errors }: FormProps) => {
  const say = conventionWords(opened.visit.lang);
  const common = (name: FieldName) => ({ name, label: say(`field.${name}`), value: typedText(typed, name), error: errors[name] });
  return (
    <>
      <FieldRow>
        <TextField {...common("representative")} />
        <TextField {...common("representativeFunction")} hint={say("hint.representativeFunction")} />
      </FieldRow>
      <FieldRow>
        <TextField {...common("deliberationNumber")} width="short" />
        <DateField {...common("deliberationDate")} />
      </FieldRow>
      <TextArea {...common("commitments")} hint={say("hint.commitments")} rows={8} />
    </>
  );
};

/** Brings an organisation of the address book into the convention. */
export const AddPartyPage = ({ opened, typed, errors }: FormProps) => {
  const { visit, convention, organisations } = opened;
  const say = partyWords(visit.lang);
  const there = new Set(convention.parties.map(({ organisationId }) => organisationId));
  return (
    <ConventionScreen opened={opened} title={say("party.add.title")} part={null} width="text">
      <PageHeading title={say("party.add.title")} intro={say("party.add.intro")} />
      <Form action={addressOf(opened, "/parties/nouvelle")} draft={`convention-${convention.id}-signataire`}>
        <ErrorSummary errors={errorList(errors)} />
        <SelectField
          name="organisationId"
          label={conventionWords(visit.lang)("field.organisationId")}
          hint={
            <>
              {conventionWords(visit.lang)("hint.organisation")}{" "}
              <a href={visit.at("/territoire/organisations")}>{conventionWords(visit.lang)("hint.organisationLink")}</a>
            </>
          }
          value={typedText(typed, "organisationId")}
          error={errors["organisationId"]}
          required
          choices={organisations.filter(({ id }) => !there.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <PartyFieldset opened={opened} typed={typed} errors={errors} />
        <FormActions>
          <Button look="main">{say("party.add.submit")}</Button>
          <ButtonLink look="quiet" href={addressOf(opened)}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </ConventionScreen>
  );
};

interface EditProps extends FormProps {
  readonly each: NamedParty;
  readonly seen: string | number;
  readonly conflict: Conflict | null;
}

/** What a party says of itself. */
export const EditPartyPage = ({ opened, each, typed, seen, errors, conflict }: EditProps) => {
  const { visit } = opened;
  const say = partyWords(visit.lang);
  const title = say("party.edit.title", { name: each.name });
  const back = addressOf(opened, `/parties/${each.party.id}`);
  return (
    <ConventionScreen opened={opened} title={title} part={null} width="text">
      <PageHeading title={title} />
      <Form action={`${back}/modifier`} draft={`party-${each.party.id}`} hidden={{ seen: conflict?.seen ?? seen }}>
        <ErrorSummary errors={errorList(errors)} />
        {conflict !== null && <ConflictNotice conflict={conflict} said={conflictWords(visit.lang)} />}
        {conflict !== null && <ConflictChoices conflict={conflict} telling={tellingOf(opened)} said={{}} />}
        <PartyFieldset opened={opened} typed={typed} errors={errors} />
        <FormActions>
          <Button look="main">{commonWords(visit.lang)("save")}</Button>
          <ButtonLink look="quiet" href={back}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </ConventionScreen>
  );
};

/** Asks before a party is taken out. */
export const RemovePartyPage = ({ opened, each }: { readonly opened: OpenConvention; readonly each: NamedParty }) => {
  const say = partyWords(opened.visit.lang);
  const title = say("party.remove.title", { name: each.name });
  const back = addressOf(opened, `/parties/${each.party.id}`);
  return (
    <ConventionScreen opened={opened} title={title} part={null} width="text">
      <PageHeading title={title} />
      <Confirm action={`${back}/retirer`} confirmLabel={say("party.remove")} cancelHref={back} danger>
        <p>{say("party.remove.text")}</p>
      </Confirm>
    </ConventionScreen>
  );
};
