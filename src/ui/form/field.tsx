import type { Child } from "hono/jsx";
import { classes, describedBy, fieldId } from "../attributes.ts";
import { Icon } from "../icon.tsx";
import { useSay } from "../words.ts";

/** What each field takes. `error` is a sentence, drawn at its place; `value` is what was typed, even when it is wrong. */
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  /** Most forms are mostly required: mark the rare optional field. */
  readonly markOptional?: boolean | undefined;
  /** How wide the control is: the width tells what is expected. */
  readonly width?: "short" | "medium" | "full" | undefined;
  /** The label is only for screen readers: inside a table or a row of repeated fields with visible headings. */
  readonly hideLabel?: boolean | undefined;
};

export type ControlAttributes = {
  readonly id: string;
  readonly name: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": "true" | undefined;
  readonly required: boolean | undefined;
};

/** The attributes that tie a control to its label, its hint and its error. */
export function controlAttributes({ name, hint, error, required }: FieldProps, extraId?: string): ControlAttributes {
  const id = fieldId(name);
  return {
    id,
    name,
    "aria-describedby": describedBy(hint && `${id}-hint`, error && `${id}-error`, extraId),
    "aria-invalid": error ? "true" : undefined,
    required: required || undefined,
  };
}

export const LabelText = ({ label, required, markOptional }: Pick<FieldProps, "label" | "required" | "markOptional">) => {
  const say = useSay();
  return (
    <>
      {label}
      {required && <span class="label-mark"> ({say("required")})</span>}
      {markOptional && !required && <span class="label-mark"> ({say("optional")})</span>}
    </>
  );
};

/** The error of a field, at its place. */
export const FieldError = ({ name, error }: { readonly name: string; readonly error?: string | undefined }) => {
  const say = useSay();
  if (!error) return null;
  return (
    <p class="field-error" id={`${fieldId(name)}-error`}>
      <Icon name="circle-alert" />
      <span>
        <span class="sr-only">{say("error")} </span>
        {error}
      </span>
    </p>
  );
};

/** Label, hint, error and control. The control takes `controlAttributes(props)`. */
export const Field = (props: FieldProps & { readonly children: Child }) => {
  const id = fieldId(props.name);
  return (
    <div class={classes("field", props.error && "field-wrong", `field-${props.width ?? "full"}`)}>
      <label class={props.hideLabel ? "sr-only" : undefined} for={id}>
        <LabelText {...props} />
      </label>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      <FieldError name={props.name} error={props.error} />
      {props.children}
    </div>
  );
};
