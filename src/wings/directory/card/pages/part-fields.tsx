import type { Child } from "hono/jsx";
import type { Lang } from "../../../../platform/words.ts";
import { SelectField, type Choice } from "../../../../ui/form/choice.tsx";
import { FieldRow } from "../../../../ui/form/form.tsx";
import { Repeat } from "../../../../ui/form/repeat.tsx";
import { DateField, TextField } from "../../../../ui/form/text-field.tsx";
import { typedFields, type TypedForm } from "../../../../ui/form/typed-fields.tsx";
import { typedMany, typedPart, typedText } from "../../../../ui/form/typed.ts";
import { cardWords } from "../words.ts";
import { Orientation, Publics } from "../exchange-model.ts";
import {
  CapacityUnit,
  DisabilityWelcome,
  Fee,
  RoundRhythm,
  ServiceMode,
  Way,
  Weekday,
  type Directory,
  type Part,
} from "../model.ts";
import { Season } from "../../hours/model.ts";
import type { Lists } from "../names.ts";
import { choiceText, fieldLabel } from "../card-text.ts";
import { type CardField } from "./field-text.tsx";
import { HoursField } from "./hours-field.tsx";

export interface PartFieldsProps extends TypedForm {
  readonly lang: Lang;
  readonly lists: Lists;
  readonly kinds: Directory["kinds"];
}

export type FormPart = Exclude<Part, "exchanged"> | "internal";

/** Ties the fields of a part to what was typed and to what is wrong with it. */
export function cardFields({ lang, ...form }: TypedForm & { readonly lang: Lang }) {
  const label = (name: CardField | "kindOfArea"): string => fieldLabel(lang, name);
  const words = { label, choice: (name: string, value: string) => choiceText(lang, name, value) };
  return { say: cardWords(lang), ...typedFields<CardField>(form, words) };
}

const organisationChoices = ({ organisations }: Lists): readonly Choice[] =>
  organisations.map(({ id, name }) => ({ value: id, label: name }));

/** Languages that families of France ask for most, beside French. Others may be in a card that was imported. */
const languages = ["ar", "de", "en", "es", "it", "pt", "ru", "sq", "tr", "uk"] as const;

const languageChoices = (lang: Lang, chosen: readonly string[]): readonly Choice[] => {
  const names = new Intl.DisplayNames(lang, { type: "language" });
  return [...new Set([...languages, ...chosen])].map((value) => ({ value, label: names.of(value) ?? value }));
};

const OfferFields = (props: PartFieldsProps) => {
  const { field, prose, many } = cardFields(props);
  const { lang, kinds, lists, typed } = props;
  return (
    <>
      <TextField {...field("name")} required />
      <SelectField
        {...field("kind")}
        required
        choices={kinds.map(({ key, name, plain }) => ({ value: key, label: `${plain[lang]} — ${name[lang]}` }))}
      />
      {many(
        "themes",
        lists.themes.map(({ key, name }) => ({ value: key, label: name[lang] })),
      )}
      {prose("description", 10_000)}
      <TextField {...field("website")} type="url" markOptional />
      {many("languages", languageChoices(lang, typedMany(typed, "languages")))}
    </>
  );
};

const ForWhomFields = (props: PartFieldsProps) => {
  const { say, field, prose, many, one, choices } = cardFields(props);
  return (
    <>
      <FieldRow>
        <TextField {...field("minMonths")} width="short" hint={say("hint.age")} markOptional />
        <TextField {...field("maxMonths")} width="short" hint={say("hint.age")} markOptional />
      </FieldRow>
      {many("publics", choices("publics", Publics.options))}
      {prose("publicsDetails", 2_000)}
      {prose("conditions", 2_000)}
      {one("disability", DisabilityWelcome.options)}
    </>
  );
};

const OpeningFields = (props: PartFieldsProps) => {
  const { say, field, select, rows, spare } = cardFields(props);
  const { prefix = "" } = props;
  return (
    <>
      <Repeat
        name={`${prefix}periods`}
        legend={say("field.periods")}
        hint={say("hint.hours")}
        rows={rows("periods")}
        blank={{}}
        spare={spare("periods")}
        addLabel={say("add.period")}
        draw={(row, at) => (
          <>
            {select("season", Season.options, at, row)}
            <HoursField {...field("hours", at, row)} lang={props.lang} />
          </>
        )}
      />
      <Repeat
        name={`${prefix}closures`}
        legend={say("field.closures")}
        hint={say("hint.rows")}
        rows={rows("closures")}
        blank={{}}
        spare={spare("closures")}
        addLabel={say("add.closure")}
        draw={(row, at) => (
          <>
            <DateField {...field("from", at, row)} />
            <DateField {...field("to", at, row)} />
            <TextField {...field("reason", at, row)} />
          </>
        )}
      />
      <FieldRow>
        <TextField {...field("notice")} markOptional />
        <DateField {...field("noticeUntil")} markOptional />
      </FieldRow>
    </>
  );
};

const areaKinds = ["unknown", "everywhere", "codes"] as const;

const WhereFields = (props: PartFieldsProps) => {
  const { say, field, many, choices, select, rows, spare } = cardFields(props);
  const { prefix = "", lists, typed, errors } = props;
  const area = typedPart(typed, "area");
  const codes = typedMany(area, "codes").join(" ");
  return (
    <>
      {many("modes", choices("modes", ServiceMode.options))}
      <Repeat
        name={`${prefix}rounds`}
        legend={say("field.rounds")}
        hint={say("hint.rows")}
        rows={rows("rounds")}
        blank={{}}
        spare={spare("rounds")}
        addLabel={say("add.round")}
        draw={(row, at) => (
          <>
            <SelectField
              {...field("communeCode", at, row)}
              choices={lists.communes.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <TextField {...field("spot", at, row)} />
            {select("weekday", Weekday.options, at, row)}
            {select("rhythm", RoundRhythm.options, at, row)}
            <TextField {...field("from", at, row)} label={say("field.fromTime")} width="short" />
            <TextField {...field("to", at, row)} label={say("field.toTime")} width="short" />
          </>
        )}
      />
      <FieldRow>
        <SelectField
          {...field("area", prefix)}
          name={`${prefix}area.kind`}
          value={typedText(area, "kind")}
          error={errors[`${prefix}area.kind`]}
          emptyLabel={null}
          width="medium"
          choices={choices("area", areaKinds)}
        />
        <TextField
          name={`${prefix}area.codes`}
          label={say("field.codes")}
          hint={say("hint.codes")}
          value={codes}
          error={errors[`${prefix}area.codes`] ?? errors[`${prefix}area.codes.0`]}
          markOptional
        />
      </FieldRow>
    </>
  );
};

const WayInFields = (props: PartFieldsProps) => {
  const { say, field, prose, many, choices } = cardFields(props);
  return (
    <>
      {many("ways", choices("ways", Way.options))}
      <FieldRow>
        <DateField {...field("waitingListOn")} markOptional />
        <TextField {...field("waiting")} width="short" inputmode="numeric" markOptional />
      </FieldRow>
      {prose("details", 2_000)}
      <FieldRow>
        <TextField {...field("contactName")} markOptional />
        <TextField {...field("phone")} type="tel" markOptional />
        <TextField {...field("email")} type="email" markOptional />
      </FieldRow>
      <TextField {...field("link")} type="url" markOptional />
      {many(
        "means",
        choices("means", ["telephoner", "envoyer-un-courriel", "se-presenter", "utiliser-lien-mobilisation"]),
        say("hint.means"),
      )}
      {many("orientation", choices("orientation", Orientation.options))}
    </>
  );
};

const FeesFields = (props: PartFieldsProps) => {
  const { prose, one } = cardFields(props);
  return (
    <>
      {one("fee", Fee.options)}
      {prose("details", 2_000)}
    </>
  );
};

const CapacityFields = (props: PartFieldsProps) => {
  const { say, field, select, rows, spare } = cardFields(props);
  const { prefix = "" } = props;
  return (
    <Repeat
      name={`${prefix}capacities`}
      legend={say("field.capacities")}
      hint={say("hint.rows")}
      rows={rows("capacities")}
      blank={{}}
      spare={spare("capacities")}
      addLabel={say("add.capacity")}
      draw={(row, at) => (
        <>
          {select("unit", CapacityUnit.options, at, row)}
          <TextField {...field("maximum", at, row)} width="short" inputmode="numeric" />
          <TextField {...field("available", at, row)} width="short" inputmode="numeric" />
          <DateField {...field("on", at, row)} />
          <TextField {...field("minMonths", at, row)} width="short" />
          <TextField {...field("maxMonths", at, row)} width="short" />
        </>
      )}
    />
  );
};

const CarriedFields = (props: PartFieldsProps) => {
  const { say, field, prose, many } = cardFields(props);
  return (
    <>
      <SelectField {...field("operatorId")} markOptional hint={say("hint.operator")} choices={organisationChoices(props.lists)} />
      {many("supporterIds", organisationChoices(props.lists))}
      {prose("funding", 2_000)}
      <FieldRow>
        <TextField {...field("weeklyHours")} width="short" inputmode="decimal" markOptional />
        <TextField {...field("weeks")} width="short" inputmode="numeric" markOptional />
      </FieldRow>
    </>
  );
};

const InternalFields = (props: PartFieldsProps) => {
  const { say, field, prose } = cardFields(props);
  return (
    <>
      <p class="hint">{say("hint.internal")}</p>
      <TextField {...field("keeperEmail")} type="email" hint={say("hint.keeper")} markOptional />
      <FieldRow>
        <TextField {...field("keeperName")} markOptional />
        <TextField {...field("phone")} type="tel" markOptional />
      </FieldRow>
      {prose("note", 2_000)}
    </>
  );
};

const forms: Readonly<Record<FormPart, (props: PartFieldsProps) => Child>> = {
  offer: OfferFields,
  forWhom: ForWhomFields,
  opening: OpeningFields,
  where: WhereFields,
  wayIn: WayInFields,
  fees: FeesFields,
  capacity: CapacityFields,
  carried: CarriedFields,
  internal: InternalFields,
};

/** The parts that are edited in forms, in the order in which a family asks. What is only exchanged has none. */
export const formParts = [
  "offer",
  "forWhom",
  "opening",
  "where",
  "wayIn",
  "fees",
  "capacity",
  "carried",
  "internal",
] as const satisfies readonly FormPart[];

/** The fields of one part. */
export const PartFields = ({ part, ...props }: PartFieldsProps & { readonly part: FormPart }) => {
  const Fields = forms[part];
  return <Fields {...props} />;
};
