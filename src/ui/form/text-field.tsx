import { useSay } from "../words.ts";
import { fieldId } from "../attributes.ts";
import { controlAttributes, Field, type FieldProps } from "./field.tsx";

type TextFieldProps = FieldProps & {
  readonly value?: string | number | null | undefined;
  readonly type?: "text" | "email" | "tel" | "url" | "search" | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url" | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly maxlength?: number | undefined;
  /** Suggestions, as a native datalist. */
  readonly suggestions?: readonly string[] | undefined;
  /** A unit drawn after the control: « % », « ETP ». It belongs to the label for screen readers: say it there too. */
  readonly suffix?: string | undefined;
};

/** One line of text. */
export const TextField = (props: TextFieldProps) => {
  const listId = props.suggestions?.length ? `${fieldId(props.name)}-list` : undefined;
  const input = (
    <input
      class="input"
      type={props.type ?? "text"}
      value={props.value ?? ""}
      autocomplete={props.autocomplete ?? "off"}
      inputmode={props.inputmode}
      spellcheck={props.spellcheck}
      maxlength={props.maxlength}
      list={listId}
      {...controlAttributes(props)}
    />
  );
  return (
    <Field {...props}>
      {props.suffix ? (
        <span class="with-suffix">
          {input}
          <span class="suffix" aria-hidden="true">
            {props.suffix}
          </span>
        </span>
      ) : (
        input
      )}
      {listId && (
        <datalist id={listId}>
          {props.suggestions?.map((value) => (
            <option value={value} />
          ))}
        </datalist>
      )}
    </Field>
  );
};

type AmountFieldProps = FieldProps & { readonly value?: string | number | null | undefined };

/** An amount in euros, typed as people type it ("3 500,00", "12 k€"): the server reads it. */
export const AmountField = (props: AmountFieldProps) => (
  <TextField {...props} inputmode="decimal" suffix="€" width={props.width ?? "short"} />
);

type DateFieldProps = FieldProps & {
  /** `yyyy-mm-dd`, or what was typed when it was not a date. */
  readonly value?: string | null | undefined;
};

const isIsoDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A day. The browser's own calendar; a text field when what was typed is not a date, so that it is kept. */
export const DateField = (props: DateFieldProps) => {
  const say = useSay();
  const value = props.value ?? "";
  const kept = value !== "" && !isIsoDate(value);
  const withHint = kept && !props.hint ? { ...props, hint: say("dateHint") } : props;
  return (
    <Field {...withHint} width={props.width ?? "short"}>
      <input class="input" type={kept ? "text" : "date"} value={value} autocomplete="off" {...controlAttributes(withHint)} />
    </Field>
  );
};

type TextAreaProps = FieldProps & {
  readonly value?: string | null | undefined;
  readonly rows?: number | undefined;
  /** Shown and counted, never cut: the server refuses in words. */
  readonly max?: number | undefined;
};

/** Several lines of text. With `max`, the remaining characters are counted. */
export const TextArea = (props: TextAreaProps) => {
  const say = useSay();
  const countId = props.max ? `${fieldId(props.name)}-count` : undefined;
  return (
    <Field {...props}>
      {/* The first line break after <textarea> is dropped by browsers: one more keeps the text as it was. */}
      <textarea
        class="input"
        rows={props.rows ?? 5}
        {...controlAttributes(props, countId)}
        {...(props.max && countId
          ? { "data-count": countId, "data-max": String(props.max), "data-left": say("charsLeft"), "data-over": say("charsOver") }
          : {})}
      >
        {`\n${props.value ?? ""}`}
      </textarea>
      {countId && (
        <p class="count" id={countId}>
          {say("charsMax", { max: props.max ?? 0 })}
        </p>
      )}
    </Field>
  );
};
