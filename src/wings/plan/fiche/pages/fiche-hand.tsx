import { Hono } from "hono";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { decide } from "../../../../platform/rights.ts";
import { listPeople } from "../../../territory/people/store.ts";
import type { Person } from "../../../territory/people/model.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Confirm } from "../../../../ui/confirm.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { deleteAction } from "../../deletion/use-cases/delete-action.ts";
import { entrustAction } from "../../action/use-cases/entrust-action.ts";
import { restorableDays } from "../../deletion/use-cases/restore-action.ts";
import { actionWords } from "../../action/words.ts";
import { actionRights } from "../../action/rights.ts";
import { crumbsOf } from "./fiche-head.tsx";
import { readFiche, type Fiche } from "./fiche-read.ts";
import { showFicheTo } from "./show.tsx";
import { listText } from "../../../../platform/french/list.ts";

interface EntrustProps {
  readonly visit: TerritoryVisit;
  readonly fiche: Fiche;
  readonly people: readonly Person[];
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

const EntrustPage = ({ visit, fiche, people, typed, errors = {} }: EntrustProps) => {
  const say = actionWords(visit.lang);
  const back = visit.at(`/plan/actions/${fiche.action.id}`);
  const holders = people.filter(
    ({ membership }) => membership?.role === "contributor" && membership.actionIds.includes(fiche.action.id),
  );
  return (
    <Screen visit={visit} title={say("entrust.title")} crumbs={crumbsOf(visit, fiche.action)} width="text">
      <PageHeading
        above={`${fiche.action.identity.number} ${fiche.action.identity.title}`}
        title={say("entrust.title")}
        intro={say("entrust.intro")}
      />
      {holders.length > 0 && (
        <p>
          {say("entrust.holders", {
            names: listText(
              visit.lang,
              holders.map(({ name }) => name),
            ),
          })}
        </p>
      )}
      <Form action={`${back}/confier`}>
        <ErrorSummary errors={errorList(errors)} />
        <SelectField
          name="personId"
          label={say("entrust.person")}
          hint={say("hint.person")}
          required
          value={typedText(typed, "personId")}
          error={errors["personId"]}
          choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormActions>
          <Button look="main">{say("entrust.button")}</Button>
          <ButtonLink look="quiet" href={back}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Screen>
  );
};

const DeletePage = ({ visit, fiche }: { readonly visit: TerritoryVisit; readonly fiche: Fiche }) => {
  const say = actionWords(visit.lang);
  const back = visit.at(`/plan/actions/${fiche.action.id}`);
  return (
    <Screen visit={visit} title={say("delete.title")} crumbs={crumbsOf(visit, fiche.action)} width="text">
      <PageHeading above={`${fiche.action.identity.number} ${fiche.action.identity.title}`} title={say("delete.title")} />
      <Confirm action={`${back}/supprimer`} confirmLabel={say("delete.button")} cancelHref={back} danger>
        <p>{say("delete.what", { days: restorableDays })}</p>
      </Confirm>
    </Screen>
  );
};

/** To whom a fiche is handed, and its deletion: `/plan/actions/:id/confier`, `/plan/actions/:id/supprimer`. */
export const handPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/plan/actions/:id/confier", async (c) => {
      const { visit } = c.var;
      const found = await readFiche(visit, c.req.param("id"));
      if (found.kind !== "found") return show(c, found, () => null);
      const decision = decide(actionRights.entrust, visit.actor, found.value.subject);
      if (decision.kind === "refused") return show(c, decision, () => null);
      const people = await visit.read(listPeople);
      return show(c, found, (fiche) => <EntrustPage visit={visit} fiche={fiche} people={people} typed={{}} />);
    })
    .post("/plan/actions/:id/confier", async (c) => {
      const { visit } = c.var;
      const found = await readFiche(visit, c.req.param("id"));
      if (found.kind !== "found") return show(c, found, () => null);
      const typed = readForm(await c.req.formData());
      const outcome = await visit.perform(entrustAction, { ...typed, actionId: found.value.action.id });
      const people = outcome.kind === "invalid" ? await visit.read(listPeople) : [];
      return answer(c, outcome, {
        done: ({ name }) => ({
          to: visit.at(`/plan/actions/${found.value.action.id}`),
          said: actionWords(visit.lang)("saved.entrusted", { name }),
        }),
        again: (errors) => <EntrustPage visit={visit} fiche={found.value} people={people} typed={typed} errors={errors} />,
      });
    })
    .get("/plan/actions/:id/supprimer", (c) => {
      const { visit } = c.var;
      return showFicheTo(c, actionRights.remove, (fiche) => <DeletePage visit={visit} fiche={fiche} />);
    })
    .post("/plan/actions/:id/supprimer", async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(deleteAction, { actionId: c.req.param("id") });
      return answer(c, outcome, {
        done: () => ({
          to: visit.at("/plan/supprimees"),
          said: actionWords(visit.lang)("removed.action", { days: restorableDays }),
        }),
        again: () => null,
      });
    });
