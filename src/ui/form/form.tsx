import type { Child } from "hono/jsx";
import { classes, fieldId } from "../attributes.ts";
import { Icon } from "../icon.tsx";
import { useSay } from "../words.ts";

type FormProps = {
  readonly action: string;
  readonly id?: string | undefined;
  /** Hidden values: version of the block, where to come back. */
  readonly hidden?: Readonly<Record<string, string | number | undefined>> | undefined;
  /** Sends files. */
  readonly files?: boolean | undefined;
  /** A name for what is being typed, unique to the thing edited: kept on this device until it is saved, and found again after an expired session. */
  readonly draft?: string | undefined;
  /** The name of the form for screen readers, where a page holds several. */
  readonly label?: string | undefined;
  /** Only a button and hidden values, in a line of text or a table. */
  readonly inline?: boolean | undefined;
  readonly children: Child;
};

/** A form that posts. Cross-site posts are refused by the server from the Origin header: no token here. */
export const Form = ({ action, id, hidden, files, draft, label, inline, children }: FormProps) => {
  const say = useSay();
  return (
    <form
      class={classes("form", inline && "form-inline")}
      method="post"
      action={action}
      id={id}
      enctype={files ? "multipart/form-data" : undefined}
      aria-label={label}
      // Errors are said by the server, in our words and all at once.
      novalidate
      data-form
      data-sending={say("sending")}
      {...(draft
        ? {
            "data-draft": draft,
            "data-draft-found": say("draftFound"),
            "data-draft-restore": say("draftRestore"),
            "data-draft-drop": say("draftDrop"),
          }
        : {})}
    >
      {Object.entries(hidden ?? {}).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      {/* What the Enter key presses: never a button that adds or removes a row. */}
      {!inline && <button class="sr-only" type="submit" tabindex={-1} aria-hidden="true" />}
      {children}
    </form>
  );
};

/** Fields that belong together, under a legend. */
export const FormGroup = ({
  legend,
  hint,
  children,
}: {
  readonly legend: string;
  readonly hint?: Child;
  readonly children: Child;
}) => (
  <fieldset class="form-group">
    <legend>{legend}</legend>
    {hint && <p class="hint">{hint}</p>}
    <div class="stack">{children}</div>
  </fieldset>
);

/** Short fields side by side where there is room: a start and an end. */
export const FieldRow = ({ children }: { readonly children: Child }) => <div class="field-row">{children}</div>;

/** The foot of a form: its main button first, then what leaves without saving. */
export const FormActions = ({ children }: { readonly children: Child }) => <div class="actions form-actions">{children}</div>;

export type FormError = {
  /** The name of the field it is about; none for an error of the whole form. */
  readonly name?: string | undefined;
  /** The words of that field, said before the message. */
  readonly label?: string | undefined;
  readonly message: string;
};

/** All that is to correct, at the head of the form: takes the focus, each line leads to its field. Draws nothing without error. */
export const ErrorSummary = ({
  errors,
  title,
}: {
  readonly errors: readonly FormError[];
  readonly title?: string | undefined;
}) => {
  const say = useSay();
  if (errors.length === 0) return null;
  return (
    <div class="notice notice-error" role="alert" tabindex={-1} id="errors" data-focus>
      <Icon name="circle-alert" />
      <div class="notice-body">
        <h2 class="notice-title">{title ?? say("errors", { count: errors.length })}</h2>
        <p class="notice-text">{say("errorsKept")}</p>
        <ul class="plain-list">
          {errors.map(({ name, label, message }) => {
            const said = label === undefined ? message : say("errorOf", { label, message });
            return <li>{name ? <a href={`#${fieldId(name)}`}>{said}</a> : said}</li>;
          })}
        </ul>
      </div>
    </div>
  );
};

/**
 * `ErrorSummary` from the map of errors that an action gives back: field name → sentence; "" is the whole form. Where several fields
 * can be wrong in the same words, `labelOf` tells which one it is.
 */
export const errorList = (
  errors: Readonly<Record<string, string | undefined>>,
  labelOf: (name: string) => string | undefined = () => undefined,
): FormError[] =>
  Object.entries(errors).flatMap(([name, message]) =>
    message ? [{ name: name || undefined, label: name === "" ? undefined : labelOf(name), message }] : [],
  );
