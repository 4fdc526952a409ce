import { Hono } from "hono";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import type { Theme } from "../../../territory/territories/model.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ChoiceGroup } from "../../../../ui/form/choice.tsx";
import { errorList, ErrorSummary, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { setCompetence } from "../use-cases/set-competence.ts";
import { CompetenceHolder } from "../model.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { competenceWords } from "../words.ts";
import { CompetenceTable } from "./competence-table.tsx";
import { addressOf, ConventionScreen } from "../../conventions/pages/frame.tsx";
import type { OpenConvention } from "../../conventions/pages/read.ts";
import { showConvention } from "../../conventions/pages/show.tsx";
import { conventionWords } from "../../conventions/words.ts";

interface CellProps {
  readonly opened: OpenConvention;
  readonly theme: Theme;
  readonly holder: CompetenceHolder;
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

const CellPage = ({ opened, theme, holder, typed, errors }: CellProps) => {
  const { visit } = opened;
  const say = competenceWords(visit.lang);
  const title = say("competences.cell", { theme: theme.name[visit.lang], holder: say(`holder.${holder}`) });
  const back = addressOf(opened, "/competences");
  return (
    <ConventionScreen opened={opened} title={title} part={null} width="text">
      <PageHeading title={title} />
      <Form action={`${back}/${theme.key}/${holder}`}>
        <ErrorSummary errors={errorList(errors)} />
        <ChoiceGroup
          name="mark"
          label={conventionWords(visit.lang)("field.mark")}
          pick="one"
          values={[typedText(typed, "mark")]}
          error={errors["mark"]}
          choices={[
            { value: "exercised", label: say("competences.yes") },
            { value: "none", label: say("competences.no") },
          ]}
        />
        <TextField
          name="note"
          label={conventionWords(visit.lang)("field.note")}
          hint={conventionWords(visit.lang)("hint.note")}
          value={typedText(typed, "note")}
          error={errors["note"]}
        />
        <FormActions>
          <Button look="main">{commonWords(visit.lang)("save")}</Button>
          <ButtonLink look="quiet" href={back}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </ConventionScreen>
  );
};

/** Who exercises what, by theme. */
export function competencePages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get("/convention/:id/competences", (c) =>
    showConvention(c, conventionRights.readPublic, (opened) => {
      const say = competenceWords(opened.visit.lang);
      const count = opened.convention.competences.length;
      const title = count === 0 ? say("competences.title.none") : say("competences.title.some", { count });
      return (
        <ConventionScreen opened={opened} title={title} part="competences" width="wide">
          <PageHeading title={title} intro={say(opened.can.edit ? "competences.intro.edit" : "competences.intro")} />
          <CompetenceTable opened={opened} editing={opened.can.edit ? "edit" : "read"} />
        </ConventionScreen>
      );
    }),
  );
  const cellOf = (opened: OpenConvention, themeKey: string, holderName: string) => {
    const theme = opened.themes.find(({ key }) => key === themeKey);
    const holder = CompetenceHolder.safeParse(holderName).data;
    return theme === undefined || holder === undefined ? undefined : { theme, holder };
  };
  app.get("/convention/:id/competences/:theme/:holder", (c) =>
    showConvention(c, conventionRights.edit, (opened) => {
      const cell = cellOf(opened, c.req.param("theme"), c.req.param("holder"));
      if (cell === undefined) return c.html(<MissingPage visit={c.var.visit} />, 404);
      const known = opened.convention.competences.find(({ theme, holder }) => theme === cell.theme.key && holder === cell.holder);
      return (
        <CellPage
          opened={opened}
          {...cell}
          typed={{ mark: known === undefined ? "none" : "exercised", note: known?.note ?? "" }}
          errors={{}}
        />
      );
    }),
  );
  app.post("/convention/:id/competences/:theme/:holder", (c) =>
    showConvention(c, conventionRights.edit, async (opened) => {
      const cell = cellOf(opened, c.req.param("theme"), c.req.param("holder"));
      if (cell === undefined) return c.html(<MissingPage visit={c.var.visit} />, 404);
      const typed = readForm(await c.req.formData());
      const asked = { ...typed, conventionId: opened.convention.id, theme: cell.theme.key, holder: cell.holder };
      return answer(c, await opened.visit.perform(setCompetence, asked), {
        done: () => ({ to: addressOf(opened, "/competences"), said: competenceWords(opened.visit.lang)("competences.done") }),
        again: (errors) => <CellPage opened={opened} {...cell} typed={typed} errors={errors} />,
      });
    }),
  );
  return app;
}
