import { Hono } from "hono";
import { currentOf } from "../../../convention/conventions/rules.ts";
import { listConventions } from "../../../convention/conventions/store.ts";
import { listFrameworks } from "../../../convention/frameworks/store.ts";
import type { ConventionId } from "../../../convention/conventions/model.ts";
import type { Framework } from "../../../convention/frameworks/model.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { decide, may } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { AxisMark } from "../../../../ui/axis-mark.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, FieldRow, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { fieldErrors, typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { show, type Found } from "../../../../ui/show.tsx";
import { removeAxis } from "../use-cases/remove-axis.ts";
import { removeObjective } from "../use-cases/remove-objective.ts";
import { saveAxis } from "../use-cases/save-axis.ts";
import { saveObjective } from "../use-cases/save-objective.ts";
import { actionWords } from "../../action/words.ts";
import { AxisFields, ObjectiveFields, type Objective } from "../model.ts";
import { typedPart } from "../../../../ui/record/typed-part.ts";
import type { Plan } from "../../action/model.ts";
import { planRights } from "../../action/rights.ts";
import { planAt } from "../../action/store.ts";
import { axisWords } from "../words.ts";

interface AxesContext {
  readonly conventionId: ConventionId;
  readonly plan: Plan;
  readonly frameworks: readonly Framework[];
}

async function readAxesContext(visit: TerritoryVisit, verb: "work" | "configureAxes"): Promise<Found<AxesContext>> {
  const decision = decide(planRights[verb], visit.actor, {});
  if (decision.kind === "refused") return decision;
  return visit.read(async (tx) => {
    const convention = currentOf(await listConventions(tx));
    if (convention === undefined) return { kind: "missing" };
    const { plan } = await planAt(tx, convention.id);
    return { kind: "found", value: { conventionId: convention.id, plan, frameworks: await listFrameworks(tx) } };
  });
}

interface Props {
  readonly visit: TerritoryVisit;
  readonly context: AxesContext;
  readonly errors?: Readonly<Record<string, string>>;
}

const AxesPage = ({ visit, context: { plan }, errors = {} }: Props) => {
  const say = actionWords(visit.lang);
  const configures = may(planRights.configureAxes, visit.actor, {});
  const underAxis = (id: string) => plan.actions.filter(({ identity }) => identity.axisId === id).length;
  const underObjective = ({ id }: Objective) => plan.actions.filter(({ identity }) => identity.objectiveId === id).length;
  return (
    <Screen
      visit={visit}
      title={axisWords(visit.lang)("axes.title")}
      crumbs={[{ label: say("crumb.plan"), href: visit.at("/plan") }]}
    >
      <PageHeading
        title={axisWords(visit.lang)("axes.count", { count: plan.axes.length })}
        intro={axisWords(visit.lang)("axes.intro")}
        actions={
          configures && (
            <>
              <ButtonLink look="main" icon="plus" href={visit.at("/plan/axes/nouvel-axe")}>
                {axisWords(visit.lang)("axis.new")}
              </ButtonLink>
              {plan.axes.length > 0 && (
                <ButtonLink icon="plus" href={visit.at("/plan/axes/nouvel-objectif")}>
                  {axisWords(visit.lang)("objective.new")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <ErrorSummary errors={errorList(errors)} />
      {plan.axes.length === 0 && (
        <Empty title={axisWords(visit.lang)("axes.none")}>{axisWords(visit.lang)("axes.none.why")}</Empty>
      )}
      {plan.axes.map((axis) => {
        const objectives = plan.objectives.filter(({ axisId }) => axisId === axis.id);
        const count = underAxis(axis.id);
        return (
          <Section
            title={<AxisMark number={axis.number} label={axis.title} />}
            sheet
            action={
              configures && (
                <ButtonLink look="quiet" icon="pencil" href={visit.at(`/plan/axes/${axis.id}/modifier`)} about={axis.title}>
                  {commonWords(visit.lang)("edit")}
                </ButtonLink>
              )
            }
          >
            {axis.plainWords !== null && <p>{axis.plainWords}</p>}
            <p>
              <a href={visit.at(`/plan?axis=${axis.number}`)}>{axisWords(visit.lang)("axis.actions", { count })}</a>
            </p>
            {objectives.length > 0 && (
              <ul>
                {objectives.map((objective) => (
                  <li>
                    {objective.number} {objective.title} (
                    {axisWords(visit.lang)("axis.actions", { count: underObjective(objective) })}){" "}
                    {configures && (
                      <>
                        <a href={visit.at(`/plan/objectifs/${objective.id}/modifier`)}>
                          {commonWords(visit.lang)("edit")}
                          <span class="sr-only"> {objective.title}</span>
                        </a>
                        {underObjective(objective) === 0 && (
                          <Form action={visit.at(`/plan/objectifs/${objective.id}/supprimer`)} inline>
                            <Button look="quiet" about={objective.title}>
                              {commonWords(visit.lang)("delete")}
                            </Button>
                          </Form>
                        )}
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {configures && count === 0 && objectives.length === 0 && (
              <Form action={visit.at(`/plan/axes/${axis.id}/supprimer`)} inline>
                <Button look="quiet" about={axis.title}>
                  {commonWords(visit.lang)("delete")}
                </Button>
              </Form>
            )}
          </Section>
        );
      })}
    </Screen>
  );
};

type FormProps = Props & { readonly typed: Typed; readonly action: string };

const AxisForm = ({ visit, context, typed, action, errors = {} }: FormProps) => {
  const say = actionWords(visit.lang);
  const field = (name: "number" | "title" | "plainWords" | "frameworkAxisId") => ({
    name,
    label: say(`field.${name}`),
    value: typedText(typed, name),
    error: errors[name],
  });
  const frameworkAxes = context.frameworks.map(({ name, axes }) => ({
    label: name,
    choices: axes.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` })),
  }));
  return (
    <Screen
      visit={visit}
      title={axisWords(visit.lang)("axis.form")}
      crumbs={[{ label: axisWords(visit.lang)("axes.title"), href: visit.at("/plan/axes") }]}
      width="text"
    >
      <PageHeading title={axisWords(visit.lang)("axis.form")} />
      <Form action={action}>
        <ErrorSummary errors={errorList(errors)} />
        <FieldRow>
          <TextField {...field("number")} required width="short" inputmode="numeric" />
          <TextField {...field("title")} required />
        </FieldRow>
        <TextField {...field("plainWords")} markOptional hint={say("hint.plainWords")} />
        {frameworkAxes.length > 0 && <SelectField {...field("frameworkAxisId")} markOptional choices={frameworkAxes} />}
        <Foot visit={visit} />
      </Form>
    </Screen>
  );
};

const Foot = ({ visit }: { readonly visit: TerritoryVisit }) => (
  <FormActions>
    <Button look="main">{commonWords(visit.lang)("save")}</Button>
    <ButtonLink look="quiet" href={visit.at("/plan/axes")}>
      {commonWords(visit.lang)("cancel")}
    </ButtonLink>
  </FormActions>
);

const ObjectiveForm = ({ visit, context, typed, action, errors = {} }: FormProps) => {
  const say = actionWords(visit.lang);
  const field = (name: "number" | "title" | "axisId") => ({
    name,
    label: say(`field.${name}`),
    value: typedText(typed, name),
    error: errors[name],
  });
  return (
    <Screen
      visit={visit}
      title={axisWords(visit.lang)("objective.form")}
      crumbs={[{ label: axisWords(visit.lang)("axes.title"), href: visit.at("/plan/axes") }]}
      width="text"
    >
      <PageHeading title={axisWords(visit.lang)("objective.form")} />
      <Form action={action}>
        <ErrorSummary errors={errorList(errors)} />
        <SelectField
          {...field("axisId")}
          required
          choices={context.plan.axes.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))}
        />
        <FieldRow>
          <TextField {...field("number")} required width="short" />
          <TextField {...field("title")} required />
        </FieldRow>
        <Foot visit={visit} />
      </Form>
    </Screen>
  );
};

/** Axes and objectives: `/plan/axes`. */
export const axesPages = (): Hono<TerritoryEnv> => {
  const app = new Hono<TerritoryEnv>().get("/plan/axes", async (c) =>
    show(c, await readAxesContext(c.var.visit, "work"), (context) => <AxesPage visit={c.var.visit} context={context} />),
  );
  const saved = (visit: TerritoryVisit) => ({ to: visit.at("/plan/axes"), said: actionWords(visit.lang)("saved.axes") });
  for (const path of ["/plan/axes/nouvel-axe", "/plan/axes/:axis/modifier"] as const) {
    app.get(path, async (c) => {
      const { visit } = c.var;
      return show(c, await readAxesContext(visit, "configureAxes"), (context) => {
        const id = new Map(Object.entries(c.req.param())).get("axis");
        const axis = context.plan.axes.find((each) => each.id === id);
        if (id !== undefined && axis === undefined) return <MissingPage visit={visit} />;
        const number = Math.max(0, ...context.plan.axes.map((each) => each.number)) + 1;
        return (
          <AxisForm visit={visit} context={context} typed={typedPart(AxisFields, axis ?? { number })} action={visit.address} />
        );
      });
    });
    app.post(path, async (c) => {
      const { visit } = c.var;
      const found = await readAxesContext(visit, "configureAxes");
      if (found.kind !== "found") return show(c, found, () => null);
      const typed = readForm(await c.req.formData());
      const outcome = await visit.perform(saveAxis, {
        ...typed,
        conventionId: found.value.conventionId,
        axisId: c.req.param("axis"),
      });
      return answer(c, outcome, {
        done: () => saved(visit),
        again: (errors) => (
          <AxisForm visit={visit} context={found.value} typed={typed} action={visit.address} errors={fieldErrors(errors)} />
        ),
      });
    });
  }
  for (const path of ["/plan/axes/nouvel-objectif", "/plan/objectifs/:objective/modifier"] as const) {
    app.get(path, async (c) => {
      const { visit } = c.var;
      return show(c, await readAxesContext(visit, "configureAxes"), (context) => {
        const id = new Map(Object.entries(c.req.param())).get("objective");
        const objective = context.plan.objectives.find((each) => each.id === id);
        if (id !== undefined && objective === undefined) return <MissingPage visit={visit} />;
        return (
          <ObjectiveForm
            visit={visit}
            context={context}
            typed={typedPart(ObjectiveFields, objective ?? {})}
            action={visit.address}
          />
        );
      });
    });
    app.post(path, async (c) => {
      const { visit } = c.var;
      const found = await readAxesContext(visit, "configureAxes");
      if (found.kind !== "found") return show(c, found, () => null);
      const typed = readForm(await c.req.formData());
      const outcome = await visit.perform(saveObjective, { ...typed, objectiveId: c.req.param("objective") });
      return answer(c, outcome, {
        done: () => saved(visit),
        again: (errors) => (
          <ObjectiveForm visit={visit} context={found.value} typed={typed} action={visit.address} errors={fieldErrors(errors)} />
        ),
      });
    });
  }
  app.post("/plan/axes/:axis/supprimer", async (c) => {
    const { visit } = c.var;
    const found = await readAxesContext(visit, "configureAxes");
    if (found.kind !== "found") return show(c, found, () => null);
    return answer(c, await visit.perform(removeAxis, { axisId: c.req.param("axis") }), {
      done: () => saved(visit),
      again: (errors) => <AxesPage visit={visit} context={found.value} errors={errors} />,
    });
  });
  app.post("/plan/objectifs/:objective/supprimer", async (c) => {
    const { visit } = c.var;
    const found = await readAxesContext(visit, "configureAxes");
    if (found.kind !== "found") return show(c, found, () => null);
    return answer(c, await visit.perform(removeObjective, { objectiveId: c.req.param("objective") }), {
      done: () => saved(visit),
      again: (errors) => <AxesPage visit={visit} context={found.value} errors={errors} />,
    });
  });
  return app;
};
