import type { Child } from "hono/jsx";
import { cellText, columnName, type Sheet } from "../../platform/spreadsheet/sheet.ts";
import { Button } from "../button.tsx";
import { SelectField, type Choice, type ChoiceSection } from "../form/choice.tsx";
import { FieldRow, FormActions } from "../form/form.tsx";
import { TextField } from "../form/text-field.tsx";
import { useSay } from "../words.ts";

type SheetChoiceProps = {
  /** The page of the columns: the choice comes back in its address, as `sheet` and `header`. */
  readonly action: string;
  readonly sheets: readonly Sheet[];
  readonly sheet: number;
  /** The row of the headings, from 1. */
  readonly header: number;
};

/** Which sheet of a file, and which of its rows holds the headings. */
export const SheetChoice = ({ action, sheets, sheet, header }: SheetChoiceProps) => {
  const say = useSay();
  return (
    <form class="form" method="get" action={action}>
      <FieldRow>
        <SelectField
          name="sheet"
          label={say("column.sheet")}
          value={String(sheet)}
          emptyLabel={null}
          choices={sheets.map(({ name, hidden }, index) => ({
            value: String(index),
            label: hidden ? say("column.sheetHidden", { name }) : name,
          }))}
        />
        <TextField
          name="header"
          label={say("column.header")}
          hint={say("column.headerHint")}
          value={header}
          inputmode="numeric"
          width="short"
        />
      </FieldRow>
      <FormActions>
        <Button>{say("column.show")}</Button>
      </FormActions>
    </form>
  );
};

type ColumnChoiceProps = {
  readonly sheet: Sheet;
  /** The row after the headings, from 0. */
  readonly headerTo: number;
  readonly column: { readonly index: number; readonly heading: string };
  /** Its place in the form: `columns.3`. */
  readonly at: number;
  readonly value: string;
  readonly error: string | undefined;
  /** Why it is thought to hold this. */
  readonly why: Child;
  readonly choices: readonly (Choice | ChoiceSection)[];
};

/** What one column of a table holds, with a few of its cells to recognise it by. To be drawn inside a `Form`. */
export const ColumnChoice = ({ sheet, headerTo, column, at, value, error, why, choices }: ColumnChoiceProps) => {
  const say = useSay();
  const samples = samplesOf(sheet, headerTo, column.index);
  const name = `columns.${at}`;
  return (
    <div class="sheet">
      <input type="hidden" name={`${name}.index`} value={column.index} />
      <SelectField
        name={`${name}.target`}
        label={say("column.name", { letter: columnName(column.index), heading: column.heading || say("column.noHeading") })}
        hint={
          <>
            {samples.length === 0 ? say("column.empty") : say("column.samples", { samples: samples.join(" ; ") })} {why}
          </>
        }
        value={value}
        error={error}
        emptyLabel={say("column.leave")}
        choices={choices}
      />
    </div>
  );
};

/** The first different values of a column, shortened: enough to recognise it. */
function samplesOf({ rows }: Sheet, headerTo: number, column: number): readonly string[] {
  const texts = rows.slice(headerTo, headerTo + 60).flatMap((row) => {
    const cell = row[column];
    const text = cell?.mergedFrom === undefined ? cellText(cell).replace(/\s+/g, " ").trim() : "";
    return text === "" ? [] : [text.length > 60 ? `${text.slice(0, 58).trimEnd()}…` : text];
  });
  return [...new Set(texts)].slice(0, 3);
}
