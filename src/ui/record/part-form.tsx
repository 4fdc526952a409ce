import type { Child } from "hono/jsx";
import { commonWords } from "../../platform/common-words.ts";
import { readForm } from "../../platform/http/form.ts";
import type { Conflict } from "../../platform/use-case.ts";
import type { Lang } from "../../platform/words.ts";
import { Button, ButtonLink } from "../button.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../form/form.tsx";
import { afterChoice, withoutRow, type Typed } from "../form/typed.ts";
import { ConflictChoices, ConflictNotice, type ConflictWords } from "./conflict.tsx";
import type { FieldTelling } from "./telling.tsx";

/** What stands in the form of a part, and what is wrong with it. */
export interface PartState {
  readonly typed: Typed;
  readonly seen: string | number;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conflict?: Conflict | null;
  readonly added?: string | undefined;
}

interface Props {
  readonly lang: Lang;
  readonly state: PartState;
  readonly telling: FieldTelling;
  readonly conflictWords: ConflictWords;
  readonly action: string;
  readonly draft: string;
  readonly back: string;
  readonly save?: string | undefined;
  /** The words of the field that an error is about, where several can be wrong in the same words. */
  readonly labelOf?: ((name: string) => string | undefined) | undefined;
  readonly children: Child;
}

/** The form of one part of a record, whoever fills it. After a conflict, what to choose from stands above the fields. */
export const PartForm = ({ lang, state, telling, conflictWords, action, draft, back, save, labelOf, children }: Props) => {
  const { seen, errors = {}, conflict = null } = state;
  return (
    <>
      {conflict !== null && <ConflictNotice conflict={conflict} said={conflictWords} />}
      <Form action={action} draft={draft} hidden={{ seen: conflict?.seen ?? seen }}>
        <ErrorSummary errors={errorList(errors, labelOf)} />
        {conflict !== null && <ConflictChoices conflict={conflict} telling={telling} said={conflictWords} />}
        {children}
        <FormActions>
          <Button look="main">{save ?? commonWords(lang)("save")}</Button>
          <ButtonLink look="quiet" href={back}>
            {commonWords(lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
};

/** What was sent: to be drawn again with a row more or less, or to be done. */
export type SentPart = { readonly kind: "redraw" | "send"; readonly state: PartState };

/** Reads what the form of a part sent. After a conflict, what was chosen field by field is what is sent. */
export function readPartForm(data: FormData, standing: Typed): SentPart {
  const { seen: version, ...fields } = readForm(data);
  const seen = typeof version === "string" ? version : "";
  const typed = afterChoice(fields, standing);
  const [added, removed] = [data.get("_add"), data.get("_remove")];
  if (typeof added === "string") return { kind: "redraw", state: { typed, seen, added } };
  if (typeof removed === "string") return { kind: "redraw", state: { typed: withoutRow(typed, removed), seen } };
  return { kind: "send", state: { typed, seen } };
}
