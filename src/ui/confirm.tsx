import type { Child } from "hono/jsx";
import { Button, ButtonLink } from "./button.tsx";
import { Form, FormActions } from "./form/form.tsx";
import { useSay } from "./words.ts";

type ConfirmProps = {
  /** What will happen, and whether it can be undone. */
  readonly children: Child;
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string | number | undefined>> | undefined;
  /** The verb: « Supprimer l’action ». */
  readonly confirmLabel: string;
  readonly cancelHref: string;
  readonly cancelLabel?: string | undefined;
  readonly danger?: boolean | undefined;
};

/** The body of a page that asks before it acts; its title is the page's own heading. */
export const Confirm = ({ children, action, hidden, confirmLabel, cancelHref, cancelLabel, danger }: ConfirmProps) => {
  const say = useSay();
  return (
    <div class="confirm sheet">
      <div class="prose">{children}</div>
      <Form action={action} hidden={hidden}>
        <FormActions>
          <Button look={danger ? "danger" : "main"}>{confirmLabel}</Button>
          <ButtonLink look="quiet" href={cancelHref}>
            {cancelLabel ?? say("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </div>
  );
};
