import { Hono } from "hono";
import { currentOf } from "../../../convention/conventions/rules.ts";
import { listConventions } from "../../../convention/conventions/store.ts";
import type { ConventionId } from "../../../convention/conventions/model.ts";
import { organisationOf } from "../../../../platform/actor.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { decide } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Actions, Button, ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { ErrorSummary, errorList, Form, FormActions, FormGroup } from "../../../../ui/form/form.tsx";
import { fieldErrors, typedPart, withoutRow, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { show, type Found } from "../../../../ui/show.tsx";
import { createAction } from "../../action/use-cases/create-action.ts";
import { actionWords } from "../../action/words.ts";
import { axisWords } from "../../axes/words.ts";
import type { Plan } from "../../action/model.ts";
import { newActionRights } from "../../action/rights.ts";
import { planAt } from "../../action/store.ts";
import { BlockFields, labelOf } from "./block-fields.tsx";
import { readPlanReferences, type PlanReferences } from "./fiche-read.ts";

interface NewFicheContext {
  readonly conventionId: ConventionId;
  readonly plan: Plan;
  readonly directory: PlanReferences;
}

/** What a new action needs around it, for those who may add one. */
async function readNewFicheContext(visit: TerritoryVisit): Promise<Found<NewFicheContext>> {
  const decision = decide(newActionRights.create, visit.actor, { leadId: organisationOf(visit.actor) });
  if (decision.kind === "refused") return decision;
  return visit.read(async (tx) => {
    const convention = currentOf(await listConventions(tx));
    if (convention === undefined) return { kind: "missing" };
    const { plan } = await planAt(tx, convention.id);
    return { kind: "found", value: { conventionId: convention.id, plan, directory: await readPlanReferences(tx, plan) } };
  });
}

/** The number after the last one of the first axis: "1.4" after "1.3". A suggestion, to be changed at will. */
function nextNumber({ axes, actions }: Plan): string {
  const [axis] = axes;
  if (axis === undefined) return "";
  const own = actions
    .filter(({ identity }) => identity.axisId === axis.id)
    .map(({ identity }) => Number(/^\d+\.(\d+)$/.exec(identity.number)?.[1] ?? 0));
  return `${axis.number}.${Math.max(0, ...own) + 1}`;
}

interface Props {
  readonly visit: TerritoryVisit;
  readonly context: NewFicheContext;
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
  readonly added?: string | undefined;
}

const NewPage = ({ visit, context, typed, errors = {}, added }: Props) => {
  const say = actionWords(visit.lang);
  const common = { lang: visit.lang, directory: context.directory, errors, added };
  return (
    <Screen visit={visit} title={say("new.title")} crumbs={[{ label: say("crumb.plan"), href: visit.at("/plan") }]}>
      <PageHeading title={say("new.title")} intro={say("new.intro")} />
      {context.directory.axes.length === 0 ? (
        <Empty
          title={say("new.noAxis")}
          action={
            <Actions>
              <ButtonLink href={visit.at("/plan/axes")}>{axisWords(visit.lang)("axes.title")}</ButtonLink>
            </Actions>
          }
        >
          {say("new.noAxis.why")}
        </Empty>
      ) : (
        <Form action={visit.at("/plan/actions/nouvelle")} draft="new-action" hidden={{ conventionId: context.conventionId }}>
          <ErrorSummary errors={errorList(errors, labelOf(visit.lang))} />
          <FormGroup legend={say("edit.identity")}>
            <BlockFields block="identity" prefix="identity." typed={typedPart(typed, "identity")} {...common} />
          </FormGroup>
          <FormGroup legend={say("edit.who")}>
            <BlockFields block="who" prefix="who." typed={typedPart(typed, "who")} {...common} />
          </FormGroup>
          <FormActions>
            <Button look="main">{say("new.create")}</Button>
            <ButtonLink look="quiet" href={visit.at("/plan")}>
              {commonWords(visit.lang)("cancel")}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </Screen>
  );
};

/** `/plan/actions/nouvelle` */
export const newPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/plan/actions/nouvelle", async (c) => {
      const { visit } = c.var;
      return show(c, await readNewFicheContext(visit), (context) => {
        const identity = { number: nextNumber(context.plan), axisId: context.plan.axes[0]?.id ?? "", confidentiality: "shared" };
        const who = { leadId: organisationOf(visit.actor) ?? "", participation: "none" };
        return <NewPage visit={visit} context={context} typed={{ identity, who }} />;
      });
    })
    .post("/plan/actions/nouvelle", async (c) => {
      const { visit } = c.var;
      const found = await readNewFicheContext(visit);
      if (found.kind !== "found") return show(c, found, () => null);
      const data = await c.req.formData();
      const typed = readForm(data);
      const page = { visit, context: found.value, typed };
      const [added, removed] = [data.get("_add"), data.get("_remove")];
      if (typeof added === "string") return c.html(<NewPage {...page} added={added} />);
      if (typeof removed === "string") {
        const who = withoutRow(typedPart(typed, "who"), removed.replace(/^who\./, ""));
        return c.html(<NewPage {...page} typed={{ ...typed, who }} />);
      }
      return answer(c, await visit.perform(createAction, typed), {
        done: (id) => ({ to: visit.at(`/plan/actions/${id}`), said: actionWords(visit.lang)("saved.created") }),
        again: (errors) => <NewPage {...page} errors={fieldErrors(errors)} />,
      });
    });
