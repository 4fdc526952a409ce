import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { PartForm as FormOfPart, readPartForm as read, type PartState, type SentPart } from "../../../../ui/record/part-form.tsx";
import type { Typed } from "../../../../ui/form/typed.ts";
import type { Service } from "../model.ts";
import type { DirectoryContext } from "./card-read.ts";
import { conflictWords, tellingOf } from "./field-text.tsx";
import { PartFields, type FormPart } from "./part-fields.tsx";
import { partFromForm, typedOf } from "./typed.ts";

interface Props {
  readonly state: PartState;
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
  readonly part: FormPart;
  readonly action: string;
  readonly draft: string;
  readonly back: string;
  readonly save?: string | undefined;
  /** Fields around those of the part: who proposes. */
  readonly children?: Child;
}

/** The form of one part of a card, whoever fills it: those who keep the directory, a keeper by a link, anyone who proposes. */
export const PartForm = ({ visit: { lang }, context: { lists, names, directory }, part, children, ...form }: Props) => {
  const { typed, errors = {}, added } = form.state;
  return (
    <FormOfPart {...form} lang={lang} telling={tellingOf(lang, names)} conflictWords={conflictWords(lang)}>
      <PartFields part={part} lang={lang} lists={lists} kinds={directory.kinds} typed={typed} errors={errors} added={added} />
      {children}
    </FormOfPart>
  );
};

/** Reads what the form of a part sent, with its value as its schema reads it. */
export async function readPartForm(
  c: Context<TerritoryEnv>,
  service: Service,
  part: FormPart,
): Promise<SentPart & { readonly value: Typed }> {
  const sent = read(await c.req.formData(), typedOf(service, part));
  return { ...sent, value: partFromForm(sent.state.typed) };
}
