import { Hono } from "hono";
import { z } from "zod";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { fieldErrors } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { show } from "../../../../ui/show.tsx";
import { editPart } from "../use-cases/edit-part.ts";
import { cardWords } from "../words.ts";
import { serviceRights } from "../rights.ts";
import { readCard, type OpenCard } from "./card-read.ts";
import { cardCrumbs, DirectoryScreen } from "./frame.tsx";
import { formParts, type FormPart } from "./part-fields.tsx";
import type { PartState } from "../../../../ui/record/part-form.tsx";
import { PartForm, readPartForm } from "./part-form.tsx";
import { typedOf } from "./typed.ts";

const FormPartName = z.enum(formParts);

interface EditProps {
  readonly visit: TerritoryVisit;
  readonly card: OpenCard;
  readonly part: FormPart;
  readonly state: PartState;
}

const EditPage = ({ visit, card, part, state }: EditProps) => {
  const { service } = card;
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
      <PartForm
        visit={visit}
        context={card}
        part={part}
        action={`${back}/${part}`}
        draft={`service-${service.id}-${part}`}
        back={`${back}#${part}`}
        state={state}
      />
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
        <EditPage
          visit={visit}
          card={card}
          part={part.data}
          state={{ typed: typedOf(card.service, part.data), seen: card.seq }}
        />
      ));
    })
    .post("/annuaire/services/:id/modifier/:part", async (c) => {
      const { visit } = c.var;
      const part = FormPartName.safeParse(c.req.param("part"));
      if (!part.success) return c.html(<MissingPage visit={visit} />, 404);
      const found = await readCard(visit, c.req.param("id"));
      if (found.kind !== "found") return show(c, found, () => null);
      const card = found.value;
      const sent = await readPartForm(c, card.service, part.data);
      const page = { visit, card, part: part.data };
      if (sent.kind === "redraw") return c.html(<EditPage {...page} state={sent.state} />);
      const { seen } = sent.state;
      const outcome = await visit.perform(editPart, { serviceId: card.service.id, part: part.data, seen, value: sent.value });
      return answer(c, outcome, {
        done: () => ({
          to: visit.at(`/annuaire/services/${card.service.id}/modifier#${part.data}`),
          said: cardWords(visit.lang)("saved.part", { part: cardWords(visit.lang)(`part.${part.data}`) }),
        }),
        again: (errors, conflict) => <EditPage {...page} state={{ ...sent.state, errors: fieldErrors(errors), conflict }} />,
      });
    });
