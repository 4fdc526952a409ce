import { Hono } from "hono";
import type { Conflict } from "../../../../platform/use-case.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ChoiceGroup } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextArea } from "../../../../ui/form/text-field.tsx";
import { afterChoice, typedMany, typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { ConflictChoices } from "../../../../ui/record/conflict.tsx";
import { typedPart } from "../../../../ui/record/typed-part.ts";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { reportProgress } from "../use-cases/report-progress.ts";
import { actionWords } from "../../action/words.ts";
import { actionRights } from "../../action/rights.ts";
import { blocks, StandingFields } from "../../action/model.ts";
import { FicheFields, labelOf } from "./block-fields.tsx";
import { conflictWords, tellingOf } from "./field-text.tsx";
import { crumbsOf } from "./fiche-head.tsx";
import { readFiche, type Fiche } from "./fiche-read.ts";
import { showFicheTo } from "./show.tsx";
import { timeText } from "../../../../platform/french/time.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly fiche: Fiche;
  readonly typed: Typed;
  readonly seen: string | number;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conflict?: Conflict | null;
}

const ReportPage = ({ visit, fiche, typed, seen, errors = {}, conflict = null }: Props) => {
  const say = actionWords(visit.lang);
  const { action } = fiche;
  const back = visit.at(`/plan/actions/${action.id}`);
  const awaited = action.how.milestones.filter(({ doneOn }) => doneOn === null);
  return (
    <Screen
      visit={visit}
      title={`${say("report.title")} · ${action.identity.title}`}
      crumbs={crumbsOf(visit, action)}
      width="text"
    >
      <PageHeading
        above={`${action.identity.number} ${action.identity.title}`}
        title={say("report.title")}
        intro={say("report.intro")}
      />
      <Form action={`${back}/avancement`} draft={`report-${action.id}`} hidden={{ seen: conflict?.seen ?? seen }}>
        <ErrorSummary errors={errorList(errors, labelOf(visit.lang))} />
        {conflict !== null && (
          <ConflictChoices
            conflict={conflict}
            telling={tellingOf(visit.lang, fiche.names)}
            said={{ choose: conflictWords(visit.lang).choose }}
          />
        )}
        <FicheFields part={StandingFields} lang={visit.lang} directory={fiche.directory} typed={typed} errors={errors} />
        {awaited.length > 0 && (
          <ChoiceGroup
            name="reached"
            label={say("report.reached")}
            hint={say("hint.reached")}
            pick="many"
            values={typedMany(typed, "reached")}
            choices={awaited.map(({ id = "", title, due }) => ({
              value: id,
              label: due === null ? title : `${title} (${timeText(visit.lang, due)})`,
            }))}
          />
        )}
        <TextArea
          name="note"
          label={say("report.note")}
          value={typedText(typed, "note")}
          error={errors["note"]}
          max={10_000}
          rows={4}
          markOptional
          hint={say("hint.noFamily")}
        />
        <FormActions>
          <Button look="main">{say("report.send")}</Button>
          <ButtonLink look="quiet" href={back}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Screen>
  );
};

/** News in five minutes: `/plan/actions/:id/avancement`. */
export const reportPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/plan/actions/:id/avancement", (c) => {
      const { visit } = c.var;
      return showFicheTo(c, actionRights.edit, (fiche) => (
        <ReportPage visit={visit} fiche={fiche} typed={typedPart(blocks.life, fiche.action.life)} seen={fiche.seq} />
      ));
    })
    .post("/plan/actions/:id/avancement", async (c) => {
      const { visit } = c.var;
      const found = await readFiche(visit, c.req.param("id"));
      if (found.kind !== "found") return show(c, found, () => null);
      const fiche = found.value;
      const typed = afterChoice(readForm(await c.req.formData()), typedPart(blocks.life, fiche.action.life));
      const outcome = await visit.perform(reportProgress, { ...typed, actionId: fiche.action.id });
      return answer(c, outcome, {
        done: () => ({ to: visit.at(`/plan/actions/${fiche.action.id}`), said: actionWords(visit.lang)("saved.report") }),
        again: (errors, conflict) => (
          <ReportPage
            visit={visit}
            fiche={fiche}
            typed={typed}
            seen={typedText(typed, "seen")}
            errors={errors}
            conflict={conflict}
          />
        ),
      });
    });
