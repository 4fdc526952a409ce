import { Hono } from "hono";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { may } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { linkActions } from "../../action/use-cases/link-actions.ts";
import { unlinkActions } from "../../action/use-cases/unlink-actions.ts";
import { actionWords } from "../../action/words.ts";
import { LinkKind } from "../../action/model.ts";
import { actionRights, actionSubject } from "../../action/rights.ts";
import { crumbsOf } from "./fiche-head.tsx";
import { readFiche, type Fiche } from "./fiche-read.ts";
import { showFicheTo } from "./show.tsx";

interface Props {
  readonly visit: TerritoryVisit;
  readonly fiche: Fiche;
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

/** The choice among all the other actions, on a page of its own: the fiche does not carry the whole plan. */
const LinkPage = ({ visit, fiche, typed, errors = {} }: Props) => {
  const say = actionWords(visit.lang);
  const { action, plan, convention } = fiche;
  const back = visit.at(`/plan/actions/${action.id}`);
  const others = plan.actions.filter(
    (each) => each.id !== action.id && may(actionRights.read, visit.actor, actionSubject(each, convention.state)),
  );
  return (
    <Screen visit={visit} title={say("link.new")} crumbs={crumbsOf(visit, action)} width="text">
      <PageHeading above={`${action.identity.number} ${action.identity.title}`} title={say("link.new")} />
      <Form action={`${back}/liens`}>
        <ErrorSummary errors={errorList(errors)} />
        <SelectField
          name="kind"
          label={say("link.kind")}
          emptyLabel={null}
          width="medium"
          value={typedText(typed, "kind") || "relates_to"}
          error={errors["kind"]}
          choices={LinkKind.options.map((value) => ({ value, label: say(`link.${value}`) }))}
        />
        <SelectField
          name="to"
          label={say("link.to")}
          required
          value={typedText(typed, "to")}
          error={errors["to"]}
          choices={others.map(({ id, identity }) => ({ value: id, label: `${identity.number} ${identity.title}` }))}
        />
        <FormActions>
          <Button look="main" icon="link">
            {say("link.add")}
          </Button>
          <ButtonLink look="quiet" href={`${back}#links`}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Screen>
  );
};

/** Links between two actions: said on a page of their own, taken away from the fiche. */
export function linkPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();

  app.get("/plan/actions/:id/liens", (c) =>
    showFicheTo(c, actionRights.edit, (fiche) => <LinkPage visit={c.var.visit} fiche={fiche} typed={{}} />),
  );

  app.post("/plan/actions/:id/liens", async (c) => {
    const { visit } = c.var;
    const typed = readForm(await c.req.formData());
    const found = await readFiche(visit, c.req.param("id"));
    if (found.kind !== "found") return show(c, found, () => null);
    const fiche = found.value;
    const outcome = await visit.perform(linkActions, { ...typed, actionId: fiche.action.id });
    return answer(c, outcome, {
      done: () => ({ to: visit.at(`/plan/actions/${fiche.action.id}#links`), said: actionWords(visit.lang)("saved.link") }),
      again: (errors) => <LinkPage visit={visit} fiche={fiche} typed={typed} errors={errors} />,
    });
  });

  app.post("/plan/actions/:id/liens/retirer", async (c) => {
    const { visit } = c.var;
    const typed = readForm(await c.req.formData());
    const actionId = c.req.param("id");
    const outcome = await visit.perform(unlinkActions, { ...typed, actionId });
    return answer(c, outcome, {
      done: () => ({ to: visit.at(`/plan/actions/${actionId}#links`), said: actionWords(visit.lang)("removed.link") }),
      again: () => null,
    });
  });

  return app;
}
