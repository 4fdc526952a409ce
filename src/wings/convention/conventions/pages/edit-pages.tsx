import { Hono } from "hono";
import type { Conflict } from "../../../../platform/use-case.ts";
import { lastSeq } from "../../../../platform/history/store.ts";
import { partNamesOf } from "../../../../platform/record/parts.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { errorList, ErrorSummary, Form, FormActions } from "../../../../ui/form/form.tsx";
import { afterChoice, fieldErrors, typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { editConvention } from "../use-cases/edit-convention.ts";
import { conventionParts, type ConventionPart } from "../model.ts";
import { conventionRights } from "../rights.ts";
import { partOf } from "../rules.ts";
import { conventionWords } from "../words.ts";
import { BlockFields } from "./block-fields.tsx";
import { ConflictChoices } from "./conflict-choices.tsx";
import { addressOf, ConventionScreen } from "./frame.tsx";
import type { OpenConvention } from "./read.ts";
import { showConvention } from "./show.tsx";
import { typedOf } from "./typed.ts";

/** The name of each part in addresses. */
export const partPaths: { readonly [B in ConventionPart]: string } = {
  identity: "identite",
  dates: "dates",
  themes: "champs",
  texts: "textes",
  review: "bilan",
};
const partAt = (path: string): ConventionPart | undefined =>
  partNamesOf(conventionParts).find((part) => partPaths[part] === path);

const standing = ({ convention }: OpenConvention, part: ConventionPart): Typed => typedOf(partOf(convention, part), ["sources"]);

interface EditProps {
  readonly opened: OpenConvention;
  readonly part: ConventionPart;
  readonly typed: Typed;
  readonly seen: string | number;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conflict?: Conflict | null;
}

const EditPage = ({ opened, part, typed, seen, errors = {}, conflict = null }: EditProps) => {
  const { visit, convention } = opened;
  const say = conventionWords(visit.lang);
  const title = say(`edit.${part}`);
  return (
    <ConventionScreen opened={opened} title={`${title} · ${convention.title}`} part={null} width="text">
      <PageHeading title={title} intro={say(`edit.${part}.intro`)} />
      <Form
        action={addressOf(opened, `/modifier/${partPaths[part]}`)}
        draft={`convention-${convention.id}-${part}`}
        hidden={{ seen: conflict?.seen ?? seen }}
      >
        <ErrorSummary errors={errorList(errors)} />
        {conflict !== null && <ConflictChoices opened={opened} conflict={conflict} />}
        <BlockFields opened={opened} part={part} typed={typed} errors={errors} />
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

/** Each part of a convention is edited on its own page. */
export function editPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get("/convention/:id/modifier/:part", (c) =>
    showConvention(c, conventionRights.edit, async (opened) => {
      const part = partAt(c.req.param("part"));
      if (part === undefined) return c.html(<MissingPage visit={c.var.visit} />, 404);
      const seen = await c.var.visit.read((tx) => lastSeq(tx, { kind: "convention", id: opened.convention.id, block: part }));
      return <EditPage opened={opened} part={part} typed={standing(opened, part)} seen={seen} />;
    }),
  );
  app.post("/convention/:id/modifier/:part", (c) =>
    showConvention(c, conventionRights.edit, async (opened) => {
      const part = partAt(c.req.param("part"));
      if (part === undefined) return c.html(<MissingPage visit={c.var.visit} />, 404);
      const typed = afterChoice(readForm(await c.req.formData()), standing(opened, part));
      const seen = typedText(typed, "seen");
      const outcome = await c.var.visit.perform(editConvention, { conventionId: opened.convention.id, part, seen, value: typed });
      return answer(c, outcome, {
        done: () => ({ to: addressOf(opened), said: conventionWords(c.var.visit.lang)(`edit.${part}.done`) }),
        again: (errors, conflict) => (
          <EditPage opened={opened} part={part} typed={typed} seen={seen} errors={fieldErrors(errors)} conflict={conflict} />
        ),
      });
    }),
  );
  return app;
}
