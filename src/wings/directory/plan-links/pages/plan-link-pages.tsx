import { Hono } from "hono";
import type { Action } from "../../../plan/action/model.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ChoiceGroup, SelectField } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { show } from "../../../../ui/show.tsx";
import { linkAction } from "../use-cases/link-action.ts";
import { unlinkAction } from "../use-cases/unlink-action.ts";
import { ServiceEffect } from "../model.ts";
import { planLinkWords } from "../words.ts";
import { serviceRights } from "../../card/rights.ts";
import { readCard, type OpenCard } from "../../card/pages/card-read.ts";
import { cardCrumbs, DirectoryScreen } from "../../card/pages/frame.tsx";
import { readChoices, titleOf } from "./plan-links.tsx";

interface LinkProps {
  readonly visit: TerritoryVisit;
  readonly card: OpenCard;
  readonly choices: readonly Action[];
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

const LinkPage = ({ visit, card, choices, typed, errors = {} }: LinkProps) => {
  const say = planLinkWords(visit.lang);
  const at = visit.at(`/annuaire/services/${card.service.id}`);
  return (
    <DirectoryScreen visit={visit} title={say("add")} tab="/annuaire/services" crumbs={cardCrumbs(visit, card)} width="text">
      <PageHeading above={card.service.offer.name} title={say("add")} intro={say("add.intro")} />
      {choices.length === 0 ? (
        <p class="missing">{say("add.none")}</p>
      ) : (
        <Form action={`${at}/plan`}>
          <ErrorSummary errors={errorList(errors)} />
          <SelectField
            name="actionId"
            label={say("action")}
            required
            value={typedText(typed, "actionId")}
            error={errors["actionId"]}
            choices={choices.map((action) => ({ value: action.id, label: titleOf(action) }))}
          />
          <ChoiceGroup
            name="effect"
            label={say("effect")}
            pick="one"
            values={[typedText(typed, "effect") || "improves"]}
            error={errors["effect"]}
            choices={ServiceEffect.options.map((value) => ({ value, label: say(`effect.${value}`) }))}
          />
          <FormActions>
            <Button look="main" icon="link">
              {say("save")}
            </Button>
            <ButtonLink look="quiet" href={`${at}/modifier#plan`}>
              {commonWords(visit.lang)("cancel")}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </DirectoryScreen>
  );
};

/** Which action of the plan creates, improves or closes a service: `/annuaire/services/:id/plan`. */
export const planLinkPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/annuaire/services/:id/plan", async (c) => {
      const { visit } = c.var;
      const choices = await readChoices(visit);
      return show(c, await readCard(visit, c.req.param("id"), serviceRights.edit), (card) => (
        <LinkPage visit={visit} card={card} choices={choices} typed={{}} />
      ));
    })
    .post("/annuaire/services/:id/plan", async (c) => {
      const { visit } = c.var;
      const typed = readForm(await c.req.formData());
      const found = await readCard(visit, c.req.param("id"));
      if (found.kind !== "found") return show(c, found, () => null);
      const choices = await readChoices(visit);
      const { service } = found.value;
      const outcome = await visit.perform(linkAction, { ...typed, serviceId: service.id });
      return answer(c, outcome, {
        done: () => ({
          to: visit.at(`/annuaire/services/${service.id}/modifier#plan`),
          said: planLinkWords(visit.lang)("saved"),
        }),
        again: (errors) => <LinkPage visit={visit} card={found.value} choices={choices} typed={typed} errors={errors} />,
      });
    })
    .post("/annuaire/services/:id/plan/retirer", async (c) => {
      const { visit } = c.var;
      const serviceId = c.req.param("id");
      const typed = readForm(await c.req.formData());
      const outcome = await visit.perform(unlinkAction, { ...typed, serviceId });
      return answer(c, outcome, {
        done: () => ({
          to: visit.at(`/annuaire/services/${serviceId}/modifier#plan`),
          said: planLinkWords(visit.lang)("removed"),
        }),
        again: () => null,
      });
    });
