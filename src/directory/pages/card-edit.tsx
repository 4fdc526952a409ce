import { Hono } from "hono";
import { z } from "zod";
import type { Conflict } from "../../platform/action.ts";
import { commonWords } from "../../platform/common-words.ts";
import { readForm } from "../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../platform/http/visit.ts";
import { answer } from "../../ui/answer.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../ui/form/form.tsx";
import { afterChoice, fieldErrors, withoutRow, type Typed } from "../../ui/form/typed.ts";
import { PageHeading } from "../../ui/heading.tsx";
import { MissingPage } from "../../ui/missing-page.tsx";
import { show } from "../../ui/show.tsx";
import { editPart } from "../actions/edit-part.ts";
import { cardWords } from "../card-words.ts";
import { serviceRights } from "../rights.ts";
import { workWords } from "../work-words.ts";
import { readCard, type OpenCard } from "./card-read.ts";
import { cardCrumbs } from "./card-work.tsx";
import { ConflictChoices, ConflictNotice } from "./conflict.tsx";
import { DirectoryScreen } from "./frame.tsx";
import { formParts, PartFields, type FormPart } from "./part-fields.tsx";
import { partFromForm, typedOf } from "./typed.ts";

const FormPartName = z.enum(formParts);

interface EditProps {
  readonly visit: TerritoryVisit;
  readonly card: OpenCard;
  readonly part: FormPart;
  readonly typed: Typed;
  readonly seen: string | number;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conflict?: Conflict | null;
  readonly added?: string | undefined;
}

const EditPage = ({ visit, card, part, typed, seen, errors = {}, conflict = null, added }: EditProps) => {
  const { service, lists, directory } = card;
  const title = cardWords(visit.lang)(`part.${part}`);
  const back = visit.at(`/annuaire/services/${service.id}/modifier`);
  return (
    <DirectoryScreen
      visit={visit}
      title={`${title} · ${service.offer.name}`}
      tab="/annuaire/services"
      crumbs={cardCrumbs(visit, card)}
    >
      <PageHeading above={service.offer.name} title={title} />
      {conflict !== null && <ConflictNotice lang={visit.lang} conflict={conflict} />}
      <Form action={`${back}/${part}`} draft={`service-${service.id}-${part}`} hidden={{ seen: conflict?.seen ?? seen }}>
        <ErrorSummary errors={errorList(errors)} />
        {conflict !== null && <ConflictChoices lang={visit.lang} names={card.names} conflict={conflict} />}
        <PartFields
          part={part}
          lang={visit.lang}
          lists={lists}
          kinds={directory.kinds}
          typed={typed}
          errors={errors}
          added={added}
        />
        <FormActions>
          <Button look="main">{commonWords(visit.lang)("save")}</Button>
          <ButtonLink look="quiet" href={`${back}#${part}`}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </DirectoryScreen>
  );
};

/** A form a part: `/annuaire/services/:id/modifier/:part`. */
export const cardEditPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/annuaire/services/:id/modifier/:part", async (c) => {
      const { visit } = c.var;
      const part = FormPartName.safeParse(c.req.param("part"));
      if (!part.success) return c.html(<MissingPage visit={visit} />, 404);
      return show(c, await readCard(visit, c.req.param("id"), serviceRights.edit), (card) => (
        <EditPage visit={visit} card={card} part={part.data} typed={typedOf(card.service[part.data])} seen={card.seq} />
      ));
    })
    .post("/annuaire/services/:id/modifier/:part", async (c) => {
      const { visit } = c.var;
      const part = FormPartName.safeParse(c.req.param("part"));
      if (!part.success) return c.html(<MissingPage visit={visit} />, 404);
      const found = await readCard(visit, c.req.param("id"));
      if (found.kind !== "found") return show(c, found, () => null);
      const card = found.value;
      const data = await c.req.formData();
      const { seen: version, ...fields } = readForm(data);
      const seen = typeof version === "string" ? version : "";
      const typed = afterChoice(fields, typedOf(card.service[part.data]));
      const page = { visit, card, part: part.data, typed, seen };
      const [added, removed] = [data.get("_add"), data.get("_remove")];
      if (typeof added === "string") return c.html(<EditPage {...page} added={added} />);
      if (typeof removed === "string") return c.html(<EditPage {...page} typed={withoutRow(typed, removed)} />);
      const outcome = await visit.perform(editPart, {
        serviceId: card.service.id,
        part: part.data,
        seen,
        value: partFromForm(typed),
      });
      return answer(c, outcome, {
        done: () => ({
          to: visit.at(`/annuaire/services/${card.service.id}/modifier#${part.data}`),
          said: workWords(visit.lang)("saved.part", { part: cardWords(visit.lang)(`part.${part.data}`) }),
        }),
        again: (errors, conflict) => <EditPage {...page} errors={fieldErrors(errors)} conflict={conflict} />,
      });
    });
