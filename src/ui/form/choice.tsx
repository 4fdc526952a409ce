import type { Child } from "hono/jsx";
import { classes, describedBy, fieldId } from "../attributes.ts";
import { useSay } from "../words.ts";
import { controlAttributes, Field, FieldError, LabelText, type FieldProps } from "./field.tsx";

export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly hint?: Child;
  readonly disabled?: boolean | undefined;
};
export type ChoiceSection = { readonly label: string; readonly choices: readonly Choice[] };

type SelectFieldProps = FieldProps & {
  readonly value?: string | null | undefined;
  readonly choices: readonly (Choice | ChoiceSection)[];
  /** The words of the empty choice; null leaves it out. */
  readonly emptyLabel?: string | null | undefined;
};

const OptionItem = ({ choice, value }: { readonly choice: Choice; readonly value: string | null | undefined }) => (
  <option value={choice.value} selected={choice.value === value} disabled={choice.disabled}>
    {choice.label}
  </option>
);

/** One choice among many, in a native list; sections become groups. Under six choices, prefer `ChoiceGroup`. */
export const SelectField = (props: SelectFieldProps) => {
  const say = useSay();
  return (
    <Field {...props}>
      <select class="input" {...controlAttributes(props)}>
        {props.emptyLabel !== null && <option value="">{props.emptyLabel ?? say("choose")}</option>}
        {props.choices.map((entry) =>
          "choices" in entry ? (
            <optgroup label={entry.label}>
              {entry.choices.map((choice) => (
                <OptionItem choice={choice} value={props.value} />
              ))}
            </optgroup>
          ) : (
            <OptionItem choice={entry} value={props.value} />
          ),
        )}
      </select>
    </Field>
  );
};

type ChoiceGroupProps = FieldProps & {
  /** one: radio buttons · many: boxes */
  readonly pick: "one" | "many";
  readonly values?: readonly string[] | undefined;
  readonly choices: readonly Choice[];
  /** Side by side where there is room. */
  readonly inline?: boolean | undefined;
};

/** Choices all in sight, in a fieldset with its legend, hint and error. */
export const ChoiceGroup = (props: ChoiceGroupProps) => {
  const id = fieldId(props.name);
  const chosen = new Set(props.values ?? []);
  return (
    <fieldset
      class={classes("field", "choices", props.error && "field-wrong", props.inline && "choices-inline")}
      aria-describedby={describedBy(props.hint && `${id}-hint`, props.error && `${id}-error`)}
    >
      <legend class={props.hideLabel ? "sr-only" : undefined}>
        <LabelText {...props} />
      </legend>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      <FieldError name={props.name} error={props.error} />
      <div class="choice-list">
        {props.choices.map((choice, index) => {
          // The first control carries the field's id: an error summary leads there.
          const choiceId = index === 0 ? id : `${id}-${index}`;
          return (
            <div class="choice">
              <input
                type={props.pick === "one" ? "radio" : "checkbox"}
                id={choiceId}
                name={props.name}
                value={choice.value}
                checked={chosen.has(choice.value)}
                disabled={choice.disabled}
                aria-describedby={choice.hint ? `${choiceId}-about` : undefined}
                required={props.pick === "one" && props.required ? true : undefined}
              />
              <label for={choiceId}>{choice.label}</label>
              {choice.hint && (
                <p class="hint" id={`${choiceId}-about`}>
                  {choice.hint}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
};

type CheckFieldProps = Pick<FieldProps, "name" | "label" | "hint" | "error"> & {
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
};

/** One box: yes or no. */
export const CheckField = ({ name, label, hint, error, value = "1", checked }: CheckFieldProps) => {
  const id = fieldId(name);
  return (
    <div class={classes("field", error && "field-wrong")}>
      <FieldError name={name} error={error} />
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={checked}
          aria-describedby={describedBy(hint && `${id}-hint`, error && `${id}-error`)}
          aria-invalid={error ? "true" : undefined}
        />
        <label for={id}>{label}</label>
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
};
