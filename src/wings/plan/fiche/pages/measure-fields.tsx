import { SelectField } from "../../../../ui/form/choice.tsx";
import { FieldRow } from "../../../../ui/form/form.tsx";
import { Repeat } from "../../../../ui/form/repeat.tsx";
import { DateField, TextField } from "../../../../ui/form/text-field.tsx";
import { typedRows, typedText, type Typed } from "../../../../ui/form/typed.ts";
import { MeasureKind } from "../../action/model.ts";
import type { Lang } from "../../../../platform/words.ts";
import { typedFields, type TypedForm } from "../../../../ui/form/typed-fields.tsx";
import { actionWords, type FieldName } from "../../action/words.ts";
import { choiceText, fieldLabel } from "../../action/field-words.ts";

type Props = TypedForm & { readonly lang: Lang };

const drawing = ({ lang, ...form }: Props) => ({
  say: actionWords(lang),
  ...typedFields<FieldName>(form, {
    label: (name) => fieldLabel(lang, name),
    choice: (name, value) => choiceText(lang, name, value),
  }),
});

/** Measures and their dated results. A measure takes results once it is saved. */
export const MeasureFields = (props: Props) => {
  const { field, rows, spare, say } = drawing(props);
  const { prefix = "" } = props;
  const kinds = MeasureKind.options.map((value) => ({ value, label: say(`measureKind.${value}`) }));
  return (
    <Repeat
      name={`${prefix}measures`}
      legend={say("field.measures")}
      hint={say("hint.measures")}
      rows={rows("measures")}
      blank={{}}
      spare={spare("measures")}
      addLabel={say("add.measure")}
      draw={(row, at) => (
        <>
          <input type="hidden" name={`${at}id`} value={typedText(row, "id")} />
          <FieldRow>
            <TextField {...field("name", at, row)} />
            <SelectField {...field("kind", at, row)} width="medium" choices={kinds} />
            <TextField {...field("unit", at, row)} width="short" />
            <TextField {...field("baseline", at, row)} width="short" inputmode="decimal" />
            <TextField {...field("target", at, row)} width="short" inputmode="decimal" />
          </FieldRow>
          <FieldRow>
            <TextField {...field("source", at, row)} />
            <TextField {...field("frequency", at, row)} width="medium" />
            <TextField {...field("owner", at, row)} width="medium" />
          </FieldRow>
          {typedText(row, "id") !== "" && <Results {...props} row={row} at={at} />}
        </>
      )}
    />
  );
};

const Results = ({ row, at, ...props }: Props & { readonly row: Typed; readonly at: string }) => {
  const { field, say } = drawing(props);
  const results = [...typedRows(row, "results"), {}];
  return (
    <fieldset class="form-group">
      <legend>
        {say("field.results")} <span class="sr-only">{typedText(row, "name")}</span>
      </legend>
      <p class="hint">{say("hint.results")}</p>
      <div class="stack">
        {results.map((result, index) => {
          const place = `${at}results.${index}.`;
          return (
            <FieldRow>
              <input type="hidden" name={`${place}id`} value={typedText(result, "id")} />
              <DateField {...field("day", place, result)} />
              <TextField {...field("value", place, result)} width="short" inputmode="decimal" />
            </FieldRow>
          );
        })}
      </div>
    </fieldset>
  );
};
