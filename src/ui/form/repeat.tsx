import type { Child } from "hono/jsx";
import { fieldId } from "../attributes.ts";
import { Icon } from "../icon.tsx";
import { useSay } from "../words.ts";

type RepeatProps<Row> = {
  /** The name of the list: fields are named `<name>.<index>.<field>`. */
  readonly name: string;
  readonly legend: string;
  readonly hint?: Child;
  readonly rows: readonly Row[];
  /** What a new row holds. */
  readonly blank: Row;
  /** Blank rows drawn after the others; the server forgets those left blank. */
  readonly spare?: number | undefined;
  readonly addLabel?: string | undefined;
  /** Draws the fields of one row; each field's name begins with `prefix`, which ends with a dot. */
  readonly draw: (row: Row, prefix: string, index: number) => Child;
};

/** Stands for the index of a row in the template that an island copies. */
const PLACE = "__row__";

function Line({
  name,
  index,
  children,
}: {
  readonly name: string;
  readonly index: number | typeof PLACE;
  readonly children: Child;
}) {
  const say = useSay();
  return (
    <div
      class="repeat-row"
      data-repeat-row
      role="group"
      aria-label={say("rowOf", { row: typeof index === "number" ? index + 1 : PLACE })}
    >
      <div class="repeat-fields">{children}</div>
      <button class="button button-quiet repeat-remove" type="submit" name="_remove" value={`${name}.${index}`} formnovalidate>
        <Icon name="trash-2" />
        <span class="sr-only">
          {say("removeRow")} ({typeof index === "number" ? index + 1 : PLACE})
        </span>
      </button>
    </div>
  );
}

/**
 * Rows that repeat. Without a script, `_add=<name>` and `_remove=<name>.<index>` come back with the form, which the server draws again
 * with one row more or less; with scripts an island does the same in place.
 */
export function Repeat<Row>({ name, legend, hint, rows, blank, spare = 1, addLabel, draw }: RepeatProps<Row>) {
  const say = useSay();
  const all = [...rows, ...Array.from({ length: spare }, () => blank)];
  return (
    <fieldset class="form-group repeat" id={fieldId(name)} data-repeat={name} data-repeat-next={all.length} tabindex={-1}>
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="repeat-rows" data-repeat-rows>
        {all.map((row, index) => (
          <Line name={name} index={index}>
            {draw(row, `${name}.${index}.`, index)}
          </Line>
        ))}
      </div>
      <template data-repeat-template>
        <Line name={name} index={PLACE}>
          {draw(blank, `${name}.${PLACE}.`, all.length)}
        </Line>
      </template>
      <button class="button button-plain" type="submit" name="_add" value={name} formnovalidate>
        <Icon name="plus" />
        <span>{addLabel ?? say("add")}</span>
      </button>
    </fieldset>
  );
}
