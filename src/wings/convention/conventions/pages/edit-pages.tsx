import { Hono } from "hono";
import { lastSeq } from "../../../../platform/history/store.ts";
import { partNamesOf } from "../../../../platform/record/parts.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { fieldErrors, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { PartForm, readPartForm, type PartState } from "../../../../ui/record/part-form.tsx";
import { typedPart } from "../../../../ui/record/typed-part.ts";
import { editConvention } from "../use-cases/edit-convention.ts";
import { conventionParts, type ConventionPart } from "../model.ts";
import { conventionRights } from "../rights.ts";
import { partOf } from "../rules.ts";
import { conventionWords } from "../words.ts";
import { BlockFields } from "./block-fields.tsx";
import { addressOf, ConventionScreen } from "./frame.tsx";
import type { OpenConvention } from "./read.ts";
import { showConvention } from "./show.tsx";
import { conflictWords, tellingOf } from "./telling.ts";

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

const standing = ({ convention }: OpenConvention, part: ConventionPart): Typed =>
  typedPart(conventionParts[part], partOf(convention, part));

interface EditProps {
  readonly opened: OpenConvention;
  readonly part: ConventionPart;
  readonly state: PartState;
}

const EditPage = ({ opened, part, state }: EditProps) => {
  const { visit, convention } = opened;
  const say = conventionWords(visit.lang);
  const title = say(`edit.${part}`);
  return (
    <ConventionScreen opened={opened} title={`${title} · ${convention.title}`} part={null} width="text">
      <PageHeading title={title} intro={say(`edit.${part}.intro`)} />
      <PartForm
        lang={visit.lang}
        state={state}
        telling={tellingOf(opened)}
        conflictWords={conflictWords(visit.lang)}
        action={addressOf(opened, `/modifier/${partPaths[part]}`)}
        draft={`convention-${convention.id}-${part}`}
        back={addressOf(opened)}
      >
        <BlockFields opened={opened} part={part} typed={state.typed} errors={state.errors ?? {}} />
      </PartForm>
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
      return <EditPage opened={opened} part={part} state={{ typed: standing(opened, part), seen }} />;
    }),
  );
  app.post("/convention/:id/modifier/:part", (c) =>
    showConvention(c, conventionRights.edit, async (opened) => {
      const part = partAt(c.req.param("part"));
      if (part === undefined) return c.html(<MissingPage visit={c.var.visit} />, 404);
      const { state } = readPartForm(await c.req.formData(), standing(opened, part));
      const { typed: value, seen } = state;
      const outcome = await c.var.visit.perform(editConvention, { conventionId: opened.convention.id, part, seen, value });
      return answer(c, outcome, {
        done: () => ({ to: addressOf(opened), said: conventionWords(c.var.visit.lang)(`edit.${part}.done`) }),
        again: (errors, conflict) => (
          <EditPage opened={opened} part={part} state={{ ...state, errors: fieldErrors(errors), conflict }} />
        ),
      });
    }),
  );
  return app;
}
