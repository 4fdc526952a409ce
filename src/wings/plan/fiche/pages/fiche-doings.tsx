import { Hono, type Context } from "hono";
import { z } from "zod";
import type { Outcome } from "../../../../platform/use-case.ts";
import { fileById } from "../../../../platform/files/store.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { fieldErrors, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { addNote } from "../../notes/use-cases/add-note.ts";
import { attachFile } from "../../action/use-cases/attach-file.ts";
import { deleteNote } from "../../notes/use-cases/delete-note.ts";
import { detachFile } from "../../action/use-cases/detach-file.ts";
import { editNote } from "../../notes/use-cases/edit-note.ts";
import { validateAction } from "../../action/use-cases/validate-action.ts";
import { actionWords } from "../../action/words.ts";
import { FileId } from "../../../../platform/model.ts";
import { crumbsOf } from "./fiche-head.tsx";
import { readFiche, type Fiche } from "./fiche-read.ts";
import { NoteFormFields, type CameBack } from "./fiche-talk.tsx";
import { ficheOf } from "./fiche-view.tsx";
import { showFiche } from "./show.tsx";

type C = Context<TerritoryEnv>;
const addressOf = (c: C, anchor = ""): string => c.var.visit.at(`/plan/actions/${c.req.param("id") ?? ""}${anchor}`);

/** Answers a form of the fiche: back to its place, or the same fiche with what was typed and what is wrong with it. */
async function answerOnFiche<Value>(
  c: C,
  outcome: Outcome<Value>,
  form: CameBack["form"],
  typed: Typed,
  said: string,
  anchor: string,
): Promise<Response> {
  const found = await readFiche(c.var.visit, c.req.param("id") ?? "");
  if (found.kind !== "found") return show(c, found, () => null);
  const errors =
    outcome.kind === "invalid" ? Object.fromEntries(outcome.problems.map(({ path, message }) => [path, message])) : {};
  const page =
    outcome.kind === "invalid" ? await ficheOf(c.var.visit, found.value, { form, typed, errors: fieldErrors(errors) }) : null;
  return answer(c, outcome, { done: () => ({ to: addressOf(c, anchor), said }), again: () => page });
}

const NotePage = ({
  c,
  fiche,
  typed,
  errors,
}: {
  readonly c: C;
  readonly fiche: Fiche;
  readonly typed: Typed;
  readonly errors: CameBack["errors"];
}) => {
  const { visit } = c.var;
  const say = actionWords(visit.lang);
  return (
    <Screen visit={visit} title={say("note.edit.title")} crumbs={crumbsOf(visit, fiche.action)} width="text">
      <PageHeading above={`${fiche.action.identity.number} ${fiche.action.identity.title}`} title={say("note.edit.title")} />
      <Form action={addressOf(c, `/notes/${c.req.param("note") ?? ""}/modifier`)}>
        <ErrorSummary errors={errorList(errors)} />
        <NoteFormFields visit={visit} typed={typed} errors={errors} />
        <FormActions>
          <Button look="main">{commonWords(visit.lang)("save")}</Button>
          <ButtonLink look="quiet" href={addressOf(c, "#notes")}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Screen>
  );
};

const say = (c: C) => actionWords(c.var.visit.lang);

/** What is done from a fiche without leaving it: notes, files, validation. */
export const doingPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .post("/plan/actions/:id/valider", async (c) => {
      const outcome = await c.var.visit.perform(validateAction, { actionId: c.req.param("id") });
      return answer(c, outcome, { done: () => ({ to: addressOf(c), said: say(c)("saved.validation") }), again: () => null });
    })
    .post("/plan/actions/:id/notes", async (c) => {
      const typed = readForm(await c.req.formData());
      const outcome = await c.var.visit.perform(addNote, { ...typed, actionId: c.req.param("id") });
      return answerOnFiche(c, outcome, "note", typed, say(c)("saved.note"), "#notes");
    })
    .get("/plan/actions/:id/notes/:note/modifier", (c) =>
      showFiche(c, (fiche) => {
        const note = fiche.notes.find(({ id }) => id === c.req.param("note"));
        const { visit } = c.var;
        return note === undefined ? (
          <MissingPage visit={visit} />
        ) : (
          <NotePage c={c} fiche={fiche} typed={{ ...note }} errors={{}} />
        );
      }),
    )
    .post("/plan/actions/:id/notes/:note/modifier", async (c) => {
      const typed = readForm(await c.req.formData());
      const found = await readFiche(c.var.visit, c.req.param("id"));
      if (found.kind !== "found") return show(c, found, () => null);
      const outcome = await c.var.visit.perform(editNote, { ...typed, noteId: c.req.param("note") });
      return answer(c, outcome, {
        done: () => ({ to: addressOf(c, "#notes"), said: say(c)("saved.note") }),
        again: (errors) => <NotePage c={c} fiche={found.value} typed={typed} errors={errors} />,
      });
    })
    .post("/plan/actions/:id/notes/:note/supprimer", async (c) => {
      const outcome = await c.var.visit.perform(deleteNote, { noteId: c.req.param("note") });
      return answer(c, outcome, {
        done: () => ({ to: addressOf(c, "#notes"), said: say(c)("removed.note") }),
        again: () => null,
      });
    })
    .get("/plan/actions/:id/fichiers/:file", async (c) => {
      const { visit } = c.var;
      const found = await readFiche(visit, c.req.param("id"));
      if (found.kind !== "found") return show(c, found, () => null);
      const id = FileId.safeParse(c.req.param("file"));
      // Only the files that this visitor sees on the fiche: the address of another is the address of nothing.
      const listed = id.success && found.value.files.some(({ fileId }) => fileId === id.data);
      const file = listed ? await visit.read((tx) => fileById(tx, id.data)) : undefined;
      const bytes = file && (await visit.runtime.files.get(visit.territory.id, file.hash));
      if (file === undefined || bytes === undefined) return c.html(<MissingPage visit={visit} />, 404);
      // Never opened inside our pages: whatever a file holds, it is handed over to be kept.
      return c.body(new Uint8Array(bytes), 200, {
        "Content-Type": file.mediaType,
        "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", "%27")}`,
      });
    })
    .post("/plan/actions/:id/fichiers", async (c) => {
      const { file, confidentiality } = readForm(await c.req.formData());
      const sent = z.instanceof(File).safeParse(file);
      const outcome = await c.var.visit.perform(attachFile, {
        actionId: c.req.param("id"),
        file: sent.success ? sent.data : new File([], ""),
        confidentiality,
      });
      return answerOnFiche(c, outcome, "file", {}, say(c)("saved.file"), "#files");
    })
    .post("/plan/actions/:id/fichiers/:file/retirer", async (c) => {
      const outcome = await c.var.visit.perform(detachFile, { actionId: c.req.param("id"), fileId: c.req.param("file") });
      return answer(c, outcome, {
        done: () => ({ to: addressOf(c, "#files"), said: say(c)("removed.file") }),
        again: () => null,
      });
    });
