import { Hono } from "hono";
import { z } from "zod";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { fieldErrors, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { PartForm, readPartForm, type PartState } from "../../../../ui/record/part-form.tsx";
import { typedPart } from "../../../../ui/record/typed-part.ts";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { editBlock } from "../../action/use-cases/edit-block.ts";
import { actionWords } from "../../action/words.ts";
import { blockNames, blocks, type ActionBlock } from "../../action/model.ts";
import { actionRights } from "../../action/rights.ts";
import { BlockFields, labelOf } from "./block-fields.tsx";
import { conflictWords, tellingOf } from "./field-text.tsx";
import { readFiche, type Fiche } from "./fiche-read.ts";
import { crumbsOf } from "./fiche-head.tsx";
import { showFicheTo } from "./show.tsx";

const ActionBlock = z.enum(blockNames);

interface EditProps {
  readonly visit: TerritoryVisit;
  readonly fiche: Fiche;
  readonly block: ActionBlock;
  readonly state: PartState;
}

const EditPage = ({ visit, fiche, block, state }: EditProps) => {
  const { action, directory, names } = fiche;
  const { lang } = visit;
  const title = actionWords(lang)(`edit.${block}`);
  const back = visit.at(`/plan/actions/${action.id}`);
  const { typed, errors = {}, added } = state;
  return (
    <Screen visit={visit} title={`${title} · ${action.identity.title}`} crumbs={crumbsOf(visit, action)}>
      <PageHeading above={`${action.identity.number} ${action.identity.title}`} title={title} />
      <PartForm
        lang={lang}
        state={state}
        telling={tellingOf(lang, names)}
        conflictWords={conflictWords(lang)}
        action={`${back}/modifier/${block}`}
        draft={`action-${action.id}-${block}`}
        back={`${back}#${block}`}
        labelOf={labelOf(lang)}
      >
        <BlockFields block={block} lang={lang} directory={directory} typed={typed} errors={errors} added={added} />
      </PartForm>
    </Screen>
  );
};

const typedOf = ({ action }: Fiche, block: ActionBlock): Typed => typedPart(blocks[block], action[block]);

/** A form a block: `/plan/actions/:id/modifier/:block`. */
export const editPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/plan/actions/:id/modifier/:block", (c) => {
      const block = ActionBlock.safeParse(c.req.param("block"));
      const { visit } = c.var;
      if (!block.success) return c.html(<MissingPage visit={visit} />, 404);
      return showFicheTo(c, actionRights.edit, (fiche) => (
        <EditPage visit={visit} fiche={fiche} block={block.data} state={{ typed: typedOf(fiche, block.data), seen: fiche.seq }} />
      ));
    })
    .post("/plan/actions/:id/modifier/:block", async (c) => {
      const { visit } = c.var;
      const block = ActionBlock.safeParse(c.req.param("block"));
      if (!block.success) return c.html(<MissingPage visit={visit} />, 404);
      const found = await readFiche(visit, c.req.param("id"));
      if (found.kind !== "found") return show(c, found, () => null);
      const fiche = found.value;
      const { kind, state } = readPartForm(await c.req.formData(), typedOf(fiche, block.data));
      const page = { visit, fiche, block: block.data };
      if (kind === "redraw") return c.html(<EditPage {...page} state={state} />);
      const { seen, typed: value } = state;
      const outcome = await visit.perform(editBlock, { actionId: fiche.action.id, part: block.data, seen, value });
      return answer(c, outcome, {
        done: () => ({
          to: visit.at(`/plan/actions/${fiche.action.id}#${block.data}`),
          said: actionWords(visit.lang)(`saved.${block.data}`),
        }),
        again: (errors, conflict) => <EditPage {...page} state={{ ...state, errors: fieldErrors(errors), conflict }} />,
      });
    });
