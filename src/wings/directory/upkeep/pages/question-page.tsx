import { Hono } from "hono";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { listCommunes } from "../../../territory/territories/store.ts";
import type { Commune } from "../../../territory/territories/model.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextArea, TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { askQuestion } from "../use-cases/questions.ts";
import { slowDown } from "../../../../ui/slow-down.tsx";
import { upkeepWords } from "../words.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly communes: readonly Commune[];
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

const QuestionPage = ({ visit, communes, typed, errors = {} }: Props) => {
  const say = upkeepWords(visit.lang);
  const searched = typedText(typed, "searched");
  return (
    <Screen
      visit={visit}
      title={say("question.title")}
      width="text"
      crumbs={[{ label: say("propose.crumb"), href: visit.at("/annuaire") }]}
    >
      <PageHeading title={say("question.title")} intro={say("question.intro")} />
      <Form action={visit.at("/annuaire/question")} hidden={searched === "" ? undefined : { searched }}>
        <ErrorSummary errors={errorList(errors)} />
        {searched !== "" && <p>{say("question.searched", { searched })}</p>}
        <TextArea
          name="text"
          label={say("question.text")}
          hint={say("question.text.hint")}
          required
          max={1_000}
          value={typedText(typed, "text")}
          error={errors["text"]}
        />
        <SelectField
          name="communeCode"
          label={say("question.commune")}
          markOptional
          value={typedText(typed, "communeCode")}
          error={errors["communeCode"]}
          choices={communes.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          label={say("question.email")}
          hint={say("question.email.hint")}
          markOptional
          value={typedText(typed, "email")}
          error={errors["email"]}
        />
        <FormActions>
          <Button look="main">{say("question.send")}</Button>
          <ButtonLink look="quiet" href={visit.at("/annuaire")}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Screen>
  );
};

/** A question to the coordination, for whoever did not find: `/annuaire/question`. */
export const questionPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .use("/annuaire/question", slowDown())
    .get("/annuaire/question", async (c) => {
      const { visit } = c.var;
      const communes = await visit.read(listCommunes);
      const searched = (c.req.query("q") ?? "").slice(0, 300);
      return c.html(<QuestionPage visit={visit} communes={communes} typed={{ searched }} />);
    })
    .post("/annuaire/question", async (c) => {
      const { visit } = c.var;
      const typed = readForm(await c.req.formData());
      const communes = await visit.read(listCommunes);
      return answer(c, await visit.perform(askQuestion, typed), {
        done: () => ({ to: visit.at("/annuaire"), said: upkeepWords(visit.lang)("question.thanks") }),
        again: (errors) => <QuestionPage visit={visit} communes={communes} typed={typed} errors={errors} />,
      });
    });
