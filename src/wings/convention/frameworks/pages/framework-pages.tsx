import { Hono } from "hono";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { decide, may } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { AxisMark } from "../../../../ui/axis-mark.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { errorList, ErrorSummary, FieldRow, Form, FormActions } from "../../../../ui/form/form.tsx";
import { Repeat } from "../../../../ui/form/repeat.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { fieldErrors, typedRows, typedText, withoutRow, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { RefusedPage } from "../../../../ui/refused-page.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { saveFramework } from "../use-cases/save-framework.ts";
import { FrameworkFields, FrameworkId, type Framework } from "../model.ts";
import { frameworkRights, type FrameworkSubject } from "../rights.ts";
import { frameworkById, frameworkOwner, listFrameworks } from "../store.ts";
import { frameworkWords } from "../words.ts";
import { KnownDateField } from "../../conventions/pages/block-fields.tsx";
import { KnownTime } from "../../conventions/pages/known-time.tsx";
import type { C } from "../../conventions/pages/show.tsx";
import { typedPart } from "../../../../ui/record/typed-part.ts";
import { conventionWords } from "../../conventions/words.ts";

const ListPage = ({ visit, frameworks }: { readonly visit: TerritoryVisit; readonly frameworks: readonly Framework[] }) => {
  const say = frameworkWords(visit.lang);
  const add = may(frameworkRights.edit, visit.actor, { owner: "this_territory" }) && (
    <ButtonLink icon="plus" href={visit.at("/convention/schemas/nouveau")}>
      {say("framework.add")}
    </ButtonLink>
  );
  const title = say("framework.list", { count: frameworks.length });
  return (
    <Screen
      visit={visit}
      title={title}
      crumbs={[{ label: conventionWords(visit.lang)("nav.whole"), href: visit.at("/convention") }]}
    >
      <PageHeading title={title} intro={say("framework.what")} actions={frameworks.length > 0 && add} />
      {frameworks.length === 0 ? (
        <Empty title={say("framework.none.yet")} action={add}>
          {say("framework.none.text")}
        </Empty>
      ) : (
        <ul class="plain-list">
          {frameworks.map(({ id, name, signedIn, axes }) => (
            <li>
              <a href={visit.at(`/convention/schemas/${id}`)}>{name}</a> {signedIn !== null && <KnownTime value={signedIn} />} (
              {say("framework.axes", { count: axes.length })})
            </li>
          ))}
        </ul>
      )}
    </Screen>
  );
};

const ShowPage = ({
  visit,
  framework,
  subject,
}: {
  readonly visit: TerritoryVisit;
  readonly framework: Framework;
  readonly subject: FrameworkSubject;
}) => {
  const say = frameworkWords(visit.lang);
  return (
    <Screen
      visit={visit}
      title={framework.name}
      crumbs={[{ label: conventionWords(visit.lang)("nav.whole"), href: visit.at("/convention") }]}
    >
      <PageHeading
        above={say("framework.above", { departement: framework.departementCode })}
        title={framework.name}
        intro={
          framework.signedIn !== null && (
            <>
              {say("framework.signed")} <KnownTime value={framework.signedIn} />.
            </>
          )
        }
        actions={
          may(frameworkRights.edit, visit.actor, subject) && (
            <ButtonLink icon="pencil" href={visit.at(`/convention/schemas/${framework.id}/modifier`)}>
              {commonWords(visit.lang)("edit")}
            </ButtonLink>
          )
        }
      />
      <ol class="plain-list stack">
        {framework.axes.map(({ number, title }) => (
          <li>
            <AxisMark number={number} label={title} />
          </li>
        ))}
      </ol>
      <p class="source">{say("framework.source", { source: framework.source })}</p>
    </Screen>
  );
};

interface FormProps {
  readonly visit: TerritoryVisit;
  readonly frameworkId: FrameworkId | null;
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
  /** Blank rows for axes to come. */
  readonly spare?: number;
}

const FormPage = ({ visit, frameworkId, typed, errors, spare = 1 }: FormProps) => {
  const say = frameworkWords(visit.lang);
  const title = say(frameworkId === null ? "framework.add" : "framework.edit");
  const back = visit.at(frameworkId === null ? "/convention/schemas" : `/convention/schemas/${frameworkId}`);
  const common = (name: "name" | "departementCode" | "source") => ({
    name,
    label: conventionWords(visit.lang)(`field.${name}`),
    value: typedText(typed, name),
    error: errors[name],
    required: true,
  });
  return (
    <Screen visit={visit} title={title} width="text">
      <PageHeading title={title} intro={say("framework.what")} />
      <Form
        action={visit.at(frameworkId === null ? "/convention/schemas/nouveau" : `/convention/schemas/${frameworkId}/modifier`)}
        draft={`schema-${frameworkId ?? "nouveau"}`}
      >
        <ErrorSummary errors={errorList(errors)} />
        <TextField {...common("name")} />
        <FieldRow>
          <TextField {...common("departementCode")} width="short" />
          <KnownDateField opened={{ visit, frameworks: [], themes: [] }} typed={typed} errors={errors} name="signedIn" />
        </FieldRow>
        <TextField {...common("source")} hint={conventionWords(visit.lang)("hint.source")} />
        <Repeat
          name="axes"
          legend={conventionWords(visit.lang)("field.axes")}
          rows={typedRows(typed, "axes")}
          blank={{}}
          spare={spare}
          draw={(row, prefix, index) => (
            <FieldRow>
              <input type="hidden" name={`${prefix}id`} value={typedText(row, "id")} />
              <TextField
                name={`${prefix}number`}
                label={conventionWords(visit.lang)("field.number")}
                value={typedText(row, "number")}
                error={errors[`axes.${index}.number`]}
                width="short"
                inputmode="numeric"
              />
              <TextField
                name={`${prefix}title`}
                label={conventionWords(visit.lang)("field.title")}
                value={typedText(row, "title")}
                error={errors[`axes.${index}.title`]}
              />
            </FieldRow>
          )}
        />
        <FormActions>
          <Button look="main">{commonWords(visit.lang)("save")}</Button>
          <ButtonLink look="quiet" href={back}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Screen>
  );
};

async function readFramework(
  { visit }: C["var"],
  asked: string,
): Promise<{ readonly framework: Framework; readonly subject: FrameworkSubject } | undefined> {
  const id = FrameworkId.safeParse(asked).data;
  if (id === undefined) return undefined;
  return visit.read(async (tx) => {
    const framework = await frameworkById(tx, id);
    const owner = await frameworkOwner(tx, id);
    return framework && { framework, subject: { owner: owner === visit.territory.id ? "this_territory" : "another" } };
  });
}

const formOf = ({ axes, ...fields }: Framework): Typed => ({
  ...typedPart(FrameworkFields, fields),
  axes: axes.map(({ id, number, title }) => ({ id, number: String(number), title })),
});

/** The departmental schemes that conventions share: everyone reads them, the territory that entered one corrects it. */
export function frameworkPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  const closed = (c: C, subject: FrameworkSubject) => {
    const decision = decide(frameworkRights.edit, c.var.visit.actor, subject);
    return decision.kind === "refused" ? c.html(<RefusedPage visit={c.var.visit} door={decision.door} />, 403) : undefined;
  };
  app.get("/convention/schemas", async (c) =>
    c.html(<ListPage visit={c.var.visit} frameworks={await c.var.visit.read(listFrameworks)} />),
  );
  app.get(
    "/convention/schemas/nouveau",
    (c) =>
      closed(c, { owner: "this_territory" }) ??
      c.html(<FormPage visit={c.var.visit} frameworkId={null} typed={{}} errors={{}} />),
  );
  app.get("/convention/schemas/:id", async (c) => {
    const found = await readFramework(c.var, c.req.param("id"));
    return found === undefined
      ? c.html(<MissingPage visit={c.var.visit} />, 404)
      : c.html(<ShowPage visit={c.var.visit} {...found} />);
  });
  app.get("/convention/schemas/:id/modifier", async (c) => {
    const found = await readFramework(c.var, c.req.param("id"));
    if (found === undefined) return c.html(<MissingPage visit={c.var.visit} />, 404);
    return (
      closed(c, found.subject) ??
      c.html(<FormPage visit={c.var.visit} frameworkId={found.framework.id} typed={formOf(found.framework)} errors={{}} />)
    );
  });
  const save = async (c: C, frameworkId: FrameworkId | null): Promise<Response> => {
    const { visit } = c.var;
    const data = await c.req.formData();
    const typed = readForm(data);
    const page = { visit, frameworkId, typed, errors: {} };
    const [added, removed] = [data.get("_add"), data.get("_remove")];
    if (typeof added === "string") return c.html(<FormPage {...page} spare={2} />);
    if (typeof removed === "string") return c.html(<FormPage {...page} typed={withoutRow(typed, removed)} />);
    return answer(c, await visit.perform(saveFramework, { ...typed, frameworkId }), {
      done: (id) => ({ to: visit.at(`/convention/schemas/${id}`), said: frameworkWords(visit.lang)("framework.done") }),
      again: (errors) => <FormPage {...page} errors={fieldErrors(errors)} />,
    });
  };
  app.post("/convention/schemas/nouveau", (c) => save(c, null));
  app.post("/convention/schemas/:id/modifier", (c) => {
    const id = FrameworkId.safeParse(c.req.param("id")).data;
    return id === undefined ? c.html(<MissingPage visit={c.var.visit} />, 404) : save(c, id);
  });
  return app;
}
