import type { Child } from "hono/jsx";
import type { Lang } from "../../../../platform/words.ts";
import { SelectField, type Choice } from "../../../../ui/form/choice.tsx";
import { FieldRow } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { typedFields, type TypedForm } from "../../../../ui/form/typed-fields.tsx";
import { typedMany, typedPart, typedText } from "../../../../ui/form/typed.ts";
import { PartFields as FieldsOfPart, type PartLook, type PlacedField } from "../../../../ui/record/part-fields.tsx";
import { cardWords, isCardWord } from "../words.ts";
import { cardParts, type Directory, type Part } from "../model.ts";
import { partNamesOf } from "../../../../platform/record/parts.ts";
import type { Lists } from "../names.ts";
import { choiceText, fieldLabel, languageText } from "../card-text.ts";
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

/** Languages that families of France ask for most, beside French. Others may be in a card that was imported. */
const languages = ["ar", "de", "en", "es", "it", "pt", "ru", "sq", "tr", "uk"] as const;

const languageChoices = (lang: Lang, chosen: readonly string[]): readonly Choice[] =>
  [...new Set([...languages, ...chosen])].map((value) => ({ value, label: languageText(lang, value) }));

const areaKinds = ["unknown", "everywhere", "codes"] as const;

/** Whom it serves: a choice, and the places where it is one of them. */
const AreaFields = ({ field, typed, form: { errors }, lang }: PlacedField & { readonly lang: Lang }) => {
  const say = cardWords(lang);
  const { name, label } = field;
  const area = typedPart(typed, "area");
  return (
    <FieldRow>
      <SelectField
        name={`${name}.kind`}
        label={label}
        value={typedText(area, "kind")}
        error={errors[`${name}.kind`]}
        emptyLabel={null}
        width="medium"
        choices={areaKinds.map((value) => ({ value, label: choiceText(lang, "area", value) }))}
      />
      <TextField
        name={`${name}.codes`}
        label={say("field.codes")}
        hint={say("hint.codes")}
        value={typedMany(area, "codes").join(" ")}
        error={errors[`${name}.codes`] ?? errors[`${name}.codes.0`]}
        markOptional
      />
    </FieldRow>
  );
};

/** What the form of a card cannot draw from its schema alone. */
function lookOf({ lang, kinds, lists: { organisations, themes, communes }, typed }: PartFieldsProps): PartLook {
  const say = cardWords(lang);
  const organisation = organisations.map(({ id, name }) => ({ value: id, label: name }));
  return {
    lang,
    label: (field) => fieldLabel(lang, field),
    hint: (field) => {
      const key = `hint.${field}`;
      return isCardWord(key) ? say(key) : undefined;
    },
    choice: (field, value) => choiceText(lang, field, value),
    lists: {
      kind: kinds.map(({ key, name, plain }) => ({ value: key, label: `${plain[lang]} — ${name[lang]}` })),
      themes: themes.map(({ key, name }) => ({ value: key, label: name[lang] })),
      languages: languageChoices(lang, typedMany(typed, "languages")),
      communeCode: communes.map(({ code, name }) => ({ value: code, label: name })),
      operatorId: organisation,
      supporterIds: organisation,
    },
    attributes: {
      periods: { hint: say("hint.hours"), addLabel: say("add.period") },
      closures: { addLabel: say("add.closure") },
      rounds: { addLabel: say("add.round") },
      "rounds.from": { label: say("field.fromTime"), width: "short" },
      "rounds.to": { label: say("field.toTime"), width: "short" },
      capacities: { addLabel: say("add.capacity") },
      phone: { type: "tel" },
      operatorId: { hint: say("hint.operator") },
      keeperEmail: { hint: say("hint.keeper") },
    },
    sideBySide: [
      ["minMonths", "maxMonths"],
      ["notice", "noticeUntil"],
      ["waitingListOn", "waiting"],
      ["contactName", "phone", "email"],
      ["weeklyHours", "weeks"],
      ["keeperName", "phone"],
    ],
    draw: {
      "periods.hours": ({ field }) => <HoursField {...field} lang={lang} />,
      area: (placed) => <AreaFields {...placed} lang={lang} />,
    },
  };
}

/** The parts that are edited in forms, in the order in which a family asks. What is only exchanged has none. */
export const formParts: readonly FormPart[] = partNamesOf(cardParts).filter((part) => part !== "exchanged");

/** The fields of one part. */
export const PartFields = ({ part, ...props }: PartFieldsProps & { readonly part: FormPart }): Child => {
  const { typed, errors, prefix, added } = props;
  return (
    <>
      {part === "internal" && <p class="hint">{cardWords(props.lang)("hint.internal")}</p>}
      <FieldsOfPart part={cardParts[part]} look={lookOf(props)} typed={typed} errors={errors} prefix={prefix} added={added} />
    </>
  );
};
