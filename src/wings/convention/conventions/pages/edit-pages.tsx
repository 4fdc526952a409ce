import { Hono } from "hono";
import type { Conflict } from "../../../../platform/use-case.ts";
import { lastSeq } from "../../../../platform/history/store.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { errorList, ErrorSummary, Form, FormActions } from "../../../../ui/form/form.tsx";
import { afterChoice, typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { editConvention } from "../use-cases/edit-convention.ts";
import type { ConventionBlock } from "../model.ts";
import { conventionRights } from "../rights.ts";
import { blockOf } from "../rules.ts";
import { conventionWords } from "../words.ts";
import { BlockFields } from "./block-fields.tsx";
import { ConflictChoices } from "./conflict-choices.tsx";
import { addressOf, ConventionScreen } from "./frame.tsx";
import type { OpenConvention } from "./read.ts";
import { showConvention } from "./show.tsx";
import { typedOf } from "./typed.ts";

/** The name of each block in addresses. */
export const blockPaths: { readonly [B in ConventionBlock]: string } = {
  identity: "identite",
  dates: "dates",
  themes: "champs",
  texts: "textes",
  review: "bilan",
};
const blockAt = (path: string): ConventionBlock | undefined => {
  const blocks: readonly ConventionBlock[] = ["identity", "dates", "themes", "texts", "review"];
  return blocks.find((block) => blockPaths[block] === path);
};

const standing = ({ convention }: OpenConvention, block: ConventionBlock): Typed =>
  typedOf(blockOf(convention, block), ["sources"]);

interface EditProps {
  readonly opened: OpenConvention;
  readonly block: ConventionBlock;
  readonly typed: Typed;
  readonly seen: string | number;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conflict?: Conflict | null;
}

const EditPage = ({ opened, block, typed, seen, errors = {}, conflict = null }: EditProps) => {
  const { visit, convention } = opened;
  const say = conventionWords(visit.lang);
  const title = say(`edit.${block}`);
  return (
    <ConventionScreen opened={opened} title={`${title} · ${convention.title}`} part={null} width="text">
      <PageHeading title={title} intro={say(`edit.${block}.intro`)} />
      <Form
        action={addressOf(opened, `/modifier/${blockPaths[block]}`)}
        draft={`convention-${convention.id}-${block}`}
        hidden={{ seen: conflict?.seen ?? seen }}
      >
        <ErrorSummary errors={errorList(errors)} />
        {conflict !== null && <ConflictChoices opened={opened} conflict={conflict} />}
        <BlockFields opened={opened} block={block} typed={typed} errors={errors} />
        <FormActions>
          <Button look="main">{commonWords(visit.lang)("save")}</Button>
          <ButtonLink look="quiet" href={addressOf(opened)}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </ConventionScreen>
  );
};

/** Each block of a convention is edited on its own page. */
export function editPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get("/convention/:id/modifier/:block", (c) =>
    showConvention(c, conventionRights.edit, async (opened) => {
      const block = blockAt(c.req.param("block"));
      if (block === undefined) return c.html(<MissingPage visit={c.var.visit} />, 404);
      const seen = await c.var.visit.read((tx) => lastSeq(tx, { kind: "convention", id: opened.convention.id, block }));
      return <EditPage opened={opened} block={block} typed={standing(opened, block)} seen={seen} />;
    }),
  );
  app.post("/convention/:id/modifier/:block", (c) =>
    showConvention(c, conventionRights.edit, async (opened) => {
      const block = blockAt(c.req.param("block"));
      if (block === undefined) return c.html(<MissingPage visit={c.var.visit} />, 404);
      const typed = afterChoice(readForm(await c.req.formData()), standing(opened, block));
      const outcome = await c.var.visit.perform(editConvention, { ...typed, block, conventionId: opened.convention.id });
      return answer(c, outcome, {
        done: () => ({ to: addressOf(opened), said: conventionWords(c.var.visit.lang)(`edit.${block}.done`) }),
        again: (errors, conflict) => (
          <EditPage
            opened={opened}
            block={block}
            typed={typed}
            seen={typedText(typed, "seen")}
            errors={errors}
            conflict={conflict}
          />
        ),
      });
    }),
  );
  return app;
}
