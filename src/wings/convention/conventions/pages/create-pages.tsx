import { Hono } from "hono";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { decide } from "../../../../platform/rights.ts";
import { listThemes } from "../../../territory/territories/store.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { errorList, ErrorSummary, FieldRow, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { RefusedPage } from "../../../../ui/refused-page.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { createConvention } from "../use-cases/create-convention.ts";
import { renewConvention } from "../use-cases/renew-convention.ts";
import { conventionRights } from "../rights.ts";
import { listFrameworks } from "../../frameworks/store.ts";
import { conventionWords } from "../words.ts";
import { BlockFields, KnownDateField } from "./block-fields.tsx";
import { addressOf, ConventionScreen } from "./frame.tsx";
import type { OpenConvention } from "./read.ts";
import { showConvention, type C } from "./show.tsx";

interface CreateProps {
  readonly opened: Pick<OpenConvention, "visit" | "frameworks" | "themes">;
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

const CreatePage = ({ opened, typed, errors = {} }: CreateProps) => {
  const { visit } = opened;
  const say = conventionWords(visit.lang);
  return (
    <Screen visit={visit} title={say("create.title")} width="text">
      <PageHeading title={say("create.title")} intro={say("create.intro")} />
      <Form action={visit.at("/convention/nouvelle")} draft="convention-nouvelle">
        <ErrorSummary errors={errorList(errors)} />
        <TextField name="title" label={say("field.title")} value={typedText(typed, "title")} error={errors["title"]} required />
        <FieldRow>
          <KnownDateField opened={opened} typed={typed} errors={errors} name="periodStart" />
          <KnownDateField opened={opened} typed={typed} errors={errors} name="periodEnd" />
        </FieldRow>
        <BlockFields opened={opened} part="themes" typed={typed} errors={errors} />
        <FormActions>
          <Button look="main">{say("create.submit")}</Button>
          <ButtonLink look="quiet" href={visit.at("/convention")}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Screen>
  );
};

interface RenewProps {
  readonly opened: OpenConvention;
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

const RenewPage = ({ opened, typed, errors = {} }: RenewProps) => {
  const { visit, convention } = opened;
  const say = conventionWords(visit.lang);
  return (
    <ConventionScreen opened={opened} title={say("renew.title")} part={null} width="text">
      <PageHeading title={say("renew.title")} intro={say("renew.intro", { parties: convention.parties.length })} />
      <Form action={addressOf(opened, "/renouveler")} draft={`convention-${convention.id}-renouveler`}>
        <ErrorSummary errors={errorList(errors)} />
        <TextField name="title" label={say("field.title")} value={typedText(typed, "title")} error={errors["title"]} required />
        <FieldRow>
          <KnownDateField opened={opened} typed={typed} errors={errors} name="periodStart" />
          <KnownDateField opened={opened} typed={typed} errors={errors} name="periodEnd" />
        </FieldRow>
        <FormActions>
          <Button look="main">{say("renew.submit")}</Button>
          <ButtonLink look="quiet" href={addressOf(opened)}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </ConventionScreen>
  );
};

const choices = (visit: TerritoryVisit) =>
  visit.read(async (tx) => ({ visit, frameworks: await listFrameworks(tx), themes: await listThemes(tx) }));

const closed = (c: C) => {
  const decision = decide(conventionRights.edit, c.var.visit.actor, { state: "preparation" });
  return decision.kind === "refused" ? c.html(<RefusedPage visit={c.var.visit} door={decision.door} />, 403) : undefined;
};

/** A first convention, and the one that follows another. */
export function createPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get(
    "/convention/nouvelle",
    async (c) => closed(c) ?? c.html(<CreatePage opened={await choices(c.var.visit)} typed={{}} />),
  );
  app.post("/convention/nouvelle", async (c) => {
    const { visit } = c.var;
    const typed = readForm(await c.req.formData());
    const outcome = await visit.perform(createConvention, typed);
    const opened = await choices(visit);
    return answer(c, outcome, {
      done: (id) => ({ to: visit.at(`/convention/${id}`), said: conventionWords(visit.lang)("create.done") }),
      again: (errors) => <CreatePage opened={opened} typed={typed} errors={errors} />,
    });
  });
  app.get("/convention/:id/renouveler", (c) =>
    showConvention(c, conventionRights.edit, (opened) => <RenewPage opened={opened} typed={{}} />),
  );
  app.post("/convention/:id/renouveler", (c) =>
    showConvention(c, conventionRights.edit, async (opened) => {
      const { visit } = opened;
      const typed = readForm(await c.req.formData());
      const outcome = await visit.perform(renewConvention, { ...typed, conventionId: opened.convention.id });
      return answer(c, outcome, {
        done: (id) => ({ to: visit.at(`/convention/${id}`), said: conventionWords(visit.lang)("renew.done") }),
        again: (errors) => <RenewPage opened={opened} typed={typed} errors={errors} />,
      });
    }),
  );
  return app;
}
