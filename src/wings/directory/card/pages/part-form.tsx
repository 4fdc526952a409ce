import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Conflict } from "../../../../platform/use-case.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { afterChoice, withoutRow, type Typed } from "../../../../ui/form/typed.ts";
import type { Service } from "../model.ts";
import type { Ground } from "./card-read.ts";
import { ConflictChoices, ConflictNotice } from "./conflict.tsx";
import { PartFields, type FormPart } from "./part-fields.tsx";
import { partFromForm, typedOf } from "./typed.ts";

/** What stands in the form of a part, and what is wrong with it. */
export interface PartState {
  readonly typed: Typed;
  readonly seen: string | number;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conflict?: Conflict | null;
  readonly added?: string | undefined;
}

interface Props extends PartState {
  readonly visit: TerritoryVisit;
  readonly ground: Ground;
  readonly part: FormPart;
  readonly action: string;
  readonly draft: string;
  readonly back: string;
  readonly save?: string | undefined;
  /** Fields around those of the part: who proposes. */
  readonly children?: Child;
}

/** The form of one part of a card, whoever fills it: those who keep the directory, a keeper by a link, anyone who proposes. */
export const PartForm = (props: Props) => {
  const { visit, ground, part, action, draft, back, save, children, typed, seen, errors = {}, conflict = null, added } = props;
  return (
    <>
      {conflict !== null && <ConflictNotice lang={visit.lang} conflict={conflict} />}
      <Form action={action} draft={draft} hidden={{ seen: conflict?.seen ?? seen }}>
        <ErrorSummary errors={errorList(errors)} />
        {conflict !== null && <ConflictChoices lang={visit.lang} names={ground.names} conflict={conflict} />}
        <PartFields
          part={part}
          lang={visit.lang}
          lists={ground.lists}
          kinds={ground.directory.kinds}
          typed={typed}
          errors={errors}
          added={added}
        />
        {children}
        <FormActions>
          <Button look="main">{save ?? commonWords(visit.lang)("save")}</Button>
          <ButtonLink look="quiet" href={back}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
};

/** What was sent: to be drawn again with a row more or less, or to be done. */
type Sent =
  | { readonly kind: "redraw"; readonly state: PartState }
  | { readonly kind: "send"; readonly state: PartState; readonly value: Typed };

/** Reads what the form of a part sent. After a conflict, what was chosen field by field is what is sent. */
export async function readPartForm(c: Context<TerritoryEnv>, service: Service, part: FormPart): Promise<Sent> {
  const data = await c.req.formData();
  const { seen: version, ...fields } = readForm(data);
  const seen = typeof version === "string" ? version : "";
  const typed = afterChoice(fields, typedOf(service[part]));
  const [added, removed] = [data.get("_add"), data.get("_remove")];
  if (typeof added === "string") return { kind: "redraw", state: { typed, seen, added } };
  if (typeof removed === "string") return { kind: "redraw", state: { typed: withoutRow(typed, removed), seen } };
  return { kind: "send", state: { typed, seen }, value: partFromForm(typed) };
}
