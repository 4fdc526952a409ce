import type { Child } from "hono/jsx";
import { SelectField, type Choice } from "../../../../ui/form/choice.tsx";
import { FieldRow } from "../../../../ui/form/form.tsx";
import { Repeat } from "../../../../ui/form/repeat.tsx";
import { AmountField, DateField, TextArea, TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import {
  ActionStatus,
  Audience,
  NextStep,
  Novelty,
  ParticipationLevel,
  PartnerRole,
  SpendingNature,
  TaxBase,
  type Block,
} from "../../action/model.ts";
import { Confidentiality } from "../../../../platform/model.ts";
import type { Directory } from "./fiche-read.ts";
import { fieldsOf, type FieldsProps } from "./fields-of.tsx";
import { MeasureFields } from "./measure-fields.tsx";

const organisationsOf = ({ organisations }: Directory): Choice[] =>
  organisations.map(({ id, name }) => ({ value: id, label: name }));

const IdentityFields = (props: FieldsProps) => {
  const { field, one, many, say } = fieldsOf(props);
  const { directory, lang } = props;
  return (
    <>
      <FieldRow>
        <TextField {...field("number")} required width="short" hint={say("hint.number")} />
        <TextField {...field("title")} required hint={say("hint.title")} />
      </FieldRow>
      <SelectField
        {...field("axisId")}
        required
        choices={directory.axes.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))}
      />
      {directory.objectives.length > 0 && (
        <SelectField
          {...field("objectiveId")}
          markOptional
          choices={directory.axes.map((axis) => ({
            label: `${axis.number}. ${axis.title}`,
            choices: directory.objectives
              .filter(({ axisId }) => axisId === axis.id)
              .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
          }))}
        />
      )}
      {many(
        "themes",
        directory.themes.map(({ key, name }) => ({ value: key, label: name[lang] })),
      )}
      <SelectField
        {...field("novelty")}
        markOptional
        width="medium"
        choices={Novelty.options.map((value) => ({ value, label: say(`novelty.${value}`) }))}
      />
      <TextField {...field("otherContracts")} markOptional hint={say("hint.otherContracts")} />
      {one("confidentiality", Confidentiality.options)}
    </>
  );
};

const WhyFields = (props: FieldsProps) => {
  const { prose, say } = fieldsOf(props);
  return (
    <>
      {prose("findings", 20_000, say("hint.findings"))}
      {prose("stake", 5_000)}
      {prose("residentsWord", 5_000, say("hint.noFamily"))}
    </>
  );
};

const WhatFields = (props: FieldsProps) => {
  const { prose, many, choices, say } = fieldsOf(props);
  return (
    <>
      {prose("goals", 20_000)}
      {prose("description", 20_000)}
      {many("audiences", choices("audiences", Audience.options))}
      {many(
        "communes",
        props.directory.communes.map(({ code, name }) => ({ value: code, label: name })),
        say("hint.communes"),
      )}
      {prose("expectedResults", 20_000)}
    </>
  );
};

const WhoFields = (props: FieldsProps) => {
  const { field, one, rows, spare, say } = fieldsOf(props);
  const organisations = organisationsOf(props.directory);
  const roles = PartnerRole.options.map((value) => ({ value, label: say(`role.${value}`) }));
  const { prefix = "" } = props;
  return (
    <>
      <SelectField
        {...field("leadId")}
        markOptional
        choices={organisations}
        emptyLabel={say("lead.none")}
        hint={say("hint.leadId")}
      />
      <FieldRow>
        <TextField {...field("leadPerson")} markOptional />
        <TextField {...field("electedSponsor")} markOptional />
        <TextField {...field("cafReferent")} markOptional />
      </FieldRow>
      <Repeat
        name={`${prefix}partners`}
        legend={say("field.partners")}
        hint={say("hint.rows")}
        rows={rows("partners")}
        blank={{}}
        spare={spare("partners")}
        addLabel={say("add.partner")}
        draw={(row, at) => (
          <>
            <SelectField {...field("organisationId", at, row)} choices={organisations} />
            <SelectField {...field("role", at, row)} width="medium" choices={roles} />
          </>
        )}
      />
      {one("participation", ParticipationLevel.options)}
    </>
  );
};

const RowId = ({ at, row }: { readonly at: string; readonly row: Typed }) => (
  <input type="hidden" name={`${at}id`} value={typedText(row, "id")} />
);

const HowFields = (props: FieldsProps) => {
  const { field, one, rows, spare, say } = fieldsOf(props);
  const { prefix = "" } = props;
  const natures = SpendingNature.options.map((value) => ({ value, label: say(`nature.${value}`) }));
  return (
    <>
      <FieldRow>
        <DateField {...field("start")} markOptional />
        <DateField {...field("end")} markOptional />
        <TextField {...field("recurrence")} markOptional width="medium" hint={say("hint.recurrence")} />
      </FieldRow>
      <Repeat
        name={`${prefix}milestones`}
        legend={say("field.milestones")}
        hint={say("hint.rows")}
        rows={rows("milestones")}
        blank={{}}
        spare={spare("milestones")}
        addLabel={say("add.milestone")}
        draw={(row, at) => (
          <>
            <RowId at={at} row={row} />
            <TextField {...field("title", at, row)} label={say("field.milestone")} />
            <DateField {...field("due", at, row)} />
            <DateField {...field("doneOn", at, row)} />
          </>
        )}
      />
      <TextField {...field("staff")} markOptional width="short" inputmode="decimal" suffix={say("unit.fte")} />
      {one("taxBase", TaxBase.options)}
      <AmountField {...field("totalCost")} markOptional hint={say("hint.totalCost")} />
      <Repeat
        name={`${prefix}funding`}
        legend={say("field.funding")}
        hint={say("hint.funding")}
        rows={rows("funding")}
        blank={{}}
        spare={spare("funding")}
        addLabel={say("add.funding")}
        draw={(row, at) => (
          <>
            <RowId at={at} row={row} />
            <TextField {...field("year", at, row)} width="short" inputmode="numeric" />
            <SelectField
              {...field("funderId", at, row)}
              choices={organisationsOf(props.directory)}
              emptyLabel={say("funder.unknown")}
            />
            <SelectField {...field("nature", at, row)} width="medium" choices={natures} />
            <AmountField {...field("planned", at, row)} />
            <AmountField {...field("notified", at, row)} />
            <AmountField {...field("paid", at, row)} />
          </>
        )}
      />
    </>
  );
};

/** How an action stands, in the words of its people: shared by its block and by the five-minute report. */
export const StandingFields = (props: FieldsProps) => {
  const { field, one, say } = fieldsOf(props);
  return (
    <>
      {one("status", ActionStatus.options)}
      <TextArea {...field("reason")} max={2_000} rows={3} hint={say("hint.reason")} />
      <TextArea {...field("unblockedBy")} max={2_000} rows={3} hint={say("hint.unblockedBy")} />
    </>
  );
};

const LifeFields = (props: FieldsProps) => {
  const { field, prose, say } = fieldsOf(props);
  return (
    <>
      <StandingFields {...props} />
      {prose("strengths", 5_000)}
      {prose("obstacles", 5_000)}
      {prose("levers", 5_000)}
      <SelectField
        {...field("nextStep")}
        markOptional
        width="medium"
        choices={NextStep.options.map((value) => ({ value, label: say(`nextStep.${value}`) }))}
      />
    </>
  );
};

const forms: Readonly<Record<Block, (props: FieldsProps) => Child>> = {
  identity: IdentityFields,
  why: WhyFields,
  what: WhatFields,
  who: WhoFields,
  how: HowFields,
  measures: MeasureFields,
  life: LifeFields,
};

/** The fields of one block. */
export const BlockFields = ({ block, ...props }: FieldsProps & { readonly block: Block }) => {
  const Fields = forms[block];
  return <Fields {...props} />;
};
