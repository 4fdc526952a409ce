import { Hono } from "hono";
import { z } from "zod";
import type { Conflict } from "../../../../platform/use-case.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Conflicts } from "../../../../ui/diff.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { afterChoice, fieldErrors, withoutRow, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { commonWords } from "../../../../platform/common-words.ts";
import { editBlock } from "../../action/use-cases/edit-block.ts";
import { actionWords } from "../../action/words.ts";
import { blockNames, type Block } from "../../action/model.ts";
import { actionRights } from "../../action/rights.ts";
import { BlockFields } from "./block-fields.tsx";
import { fieldText, type Field } from "./field-text.tsx";
import { readFiche, type Fiche } from "./fiche-read.ts";
import { labelOf } from "./fields-of.tsx";
import { crumbsOf } from "./fiche-head.tsx";
import { showFicheTo } from "./show.tsx";
import { typedOf } from "../../action/pages/typed.ts";

const Block = z.enum(blockNames);

interface EditProps {
  readonly visit: TerritoryVisit;
  readonly fiche: Fiche;
  readonly block: Block;
  readonly typed: Typed;
  readonly seen: string | number;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conflict?: Conflict | null;
  readonly added?: string | undefined;
}

const isField = (field: string): field is Field => field !== "";

/** What someone else wrote in the meantime, field by field, to choose from. */
export const ConflictChoices = ({
  visit,
  fiche,
  conflict,
}: {
  readonly visit: TerritoryVisit;
  readonly fiche: Fiche;
  readonly conflict: Conflict;
}) => {
  const say = actionWords(visit.lang);
  return (
    <Section title={say("conflict.title")} intro={say("conflict.intro", { by: conflict.by })}>
      <Conflicts
        theirsBy={conflict.by}
        theirsAt={conflict.at}
        conflicts={conflict.changes.map(({ field, before, after, mine }) => ({
          name: field,
          label: isField(field) ? say(`field.${field}`) : field,
          original: fieldText(visit.lang, fiche.names, field, before),
          theirs: fieldText(visit.lang, fiche.names, field, after),
          mine: fieldText(visit.lang, fiche.names, field, mine),
        }))}
      />
    </Section>
  );
};

const EditPage = ({ visit, fiche, block, typed, seen, errors = {}, conflict = null, added }: EditProps) => {
  const { action } = fiche;
  const say = actionWords(visit.lang);
  const title = say(`edit.${block}`);
  const back = visit.at(`/plan/actions/${action.id}`);
  return (
    <Screen visit={visit} title={`${title} · ${action.identity.title}`} crumbs={crumbsOf(visit, action)}>
      <PageHeading above={`${action.identity.number} ${action.identity.title}`} title={title} />
      {conflict !== null && (
        <Notice kind="warning" live title={say("conflict.notice", { by: conflict.by })}>
          <p>{say("conflict.kept")}</p>
        </Notice>
      )}
      <Form action={`${back}/modifier/${block}`} draft={`action-${action.id}-${block}`} hidden={{ seen: conflict?.seen ?? seen }}>
        <ErrorSummary errors={errorList(errors, labelOf(visit.lang))} />
        {conflict !== null && <ConflictChoices visit={visit} fiche={fiche} conflict={conflict} />}
        {conflict !== null && <h2>{say("conflict.yours")}</h2>}
        <BlockFields block={block} lang={visit.lang} directory={fiche.directory} typed={typed} errors={errors} added={added} />
        <FormActions>
          <Button look="main">{commonWords(visit.lang)("save")}</Button>
          <ButtonLink look="quiet" href={`${back}#${block}`}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Screen>
  );
};

/** A form a block: `/plan/actions/:id/modifier/:block`. */
export const editPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/plan/actions/:id/modifier/:block", (c) => {
      const block = Block.safeParse(c.req.param("block"));
      const { visit } = c.var;
      if (!block.success) return c.html(<MissingPage visit={visit} />, 404);
      return showFicheTo(c, actionRights.edit, (fiche) => (
        <EditPage visit={visit} fiche={fiche} block={block.data} typed={typedOf(fiche.action[block.data])} seen={fiche.seq} />
      ));
    })
    .post("/plan/actions/:id/modifier/:block", async (c) => {
      const { visit } = c.var;
      const block = Block.safeParse(c.req.param("block"));
      if (!block.success) return c.html(<MissingPage visit={visit} />, 404);
      const found = await readFiche(visit, c.req.param("id"));
      if (found.kind !== "found") return show(c, found, () => null);
      const fiche = found.value;
      const data = await c.req.formData();
      const { seen: version, ...fields } = readForm(data);
      const seen = typeof version === "string" ? version : "";
      const typed = afterChoice(fields, typedOf(fiche.action[block.data]));
      const page = { visit, fiche, block: block.data, typed, seen };
      const [added, removed] = [data.get("_add"), data.get("_remove")];
      if (typeof added === "string") return c.html(<EditPage {...page} added={added} />);
      if (typeof removed === "string") return c.html(<EditPage {...page} typed={withoutRow(typed, removed)} />);
      const outcome = await visit.perform(editBlock, { actionId: fiche.action.id, part: block.data, seen, value: typed });
      return answer(c, outcome, {
        done: () => ({
          to: visit.at(`/plan/actions/${fiche.action.id}#${block.data}`),
          said: actionWords(visit.lang)(`saved.${block.data}`),
        }),
        again: (errors, conflict) => <EditPage {...page} errors={fieldErrors(errors)} conflict={conflict} />,
      });
    });
