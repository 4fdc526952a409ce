import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { fieldErrors, typedMany } from "../../../../ui/form/typed.ts";
import { Form } from "../../../../ui/form/form.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { show } from "../../../../ui/show.tsx";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { abandonDirectoryImport } from "../use-cases/abandon-directory-import.ts";
import { importDirectory } from "../use-cases/import-directory.ts";
import { startDirectoryImport } from "../use-cases/start-directory-import.ts";
import { importWords } from "../import/words.ts";
import { ImportOptions } from "../import/kept-import.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { ImportPreviewPage } from "./import-preview.tsx";
import { readImport, readImports, type ImportView } from "./import-read.ts";
import { importCrumbs, ImportStartPage } from "./import-start.tsx";

type C = Context<TerritoryEnv>;

const megabyte = 1024 * 1024;
/** What a browser may send: larger feeds are brought in by whoever runs the instance. */
const largestFile = 50 * megabyte;

/** The first page, again, with what is wrong with the file. */
async function startAgain(c: C, errors: Readonly<Record<string, string>>): Promise<Response> {
  const { visit } = c.var;
  return show(c, await readImports(visit), (imports) => {
    c.status(422);
    return <ImportStartPage visit={visit} imports={imports} errors={errors} />;
  });
}

const noHeavyForm = bodyLimit({
  maxSize: largestFile + megabyte,
  onError: (c: C) => startAgain(c, { file: importWords(c.var.visit.lang)("file.tooLarge") }),
});

const optionsOf = (from: unknown): ImportOptions => ImportOptions.parse(from);

interface Props {
  readonly visit: TerritoryVisit;
  readonly view: Exclude<ImportView, { kind: "draft" } | { kind: "table" }>;
}

/** What became of an import, or why its file can't be read any more. */
const ClosedPage = ({ visit, view }: Props) => {
  const say = importWords(visit.lang);
  const { draft, fileName } = view;
  const result = view.kind === "closed" ? draft.result : null;
  const title =
    result === null ? say(view.kind === "closed" ? "closed.abandoned" : "closed.unreadable") : say("done", { ...result });
  return (
    <DirectoryScreen visit={visit} title={title} tab="/annuaire/services" crumbs={importCrumbs(visit).below} width="text">
      <PageHeading above={fileName} title={title} />
      {result === null ? (
        <Empty
          icon="upload"
          title={fileName}
          action={<ButtonLink href={visit.at("/annuaire/importer")}>{say("closed.again")}</ButtonLink>}
        >
          {view.kind === "unreadable" ? view.why : say("closed.text")}
        </Empty>
      ) : (
        <>
          <ul>
            {(["createdPlaces", "closed", "same", "outside", "broken"] as const).map(
              (key) => result[key] > 0 && <li>{say(`result.${key}`, { count: result[key] })}</li>,
            )}
          </ul>
          <p>
            <ButtonLink look="main" href={visit.at("/annuaire/services")}>
              {say("done.list")}
            </ButtonLink>
          </p>
        </>
      )}
      {view.kind === "unreadable" && (
        <Form action={visit.at(`/annuaire/importer/${draft.id}/abandonner`)} inline>
          <Button look="quiet" icon="trash-2">
            {say("abandon")}
          </Button>
        </Form>
      )}
    </DirectoryScreen>
  );
};

const pageOf = (visit: TerritoryVisit, view: Exclude<ImportView, { kind: "table" }>) =>
  view.kind === "draft" ? <ImportPreviewPage visit={visit} view={view} /> : <ClosedPage visit={visit} view={view} />;

/** Bringing services in from a file: `/annuaire/importer`. */
export const directoryImportPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/annuaire/importer", async (c) =>
      show(c, await readImports(c.var.visit), (imports) => <ImportStartPage visit={c.var.visit} imports={imports} />),
    )
    .post("/annuaire/importer", noHeavyForm, async (c) => {
      const { visit } = c.var;
      const { file } = readForm(await c.req.formData());
      if (!(file instanceof File)) return startAgain(c, { file: importWords(visit.lang)("file.missing") });
      const outcome = await visit.perform(startDirectoryImport, { file });
      if (outcome.kind === "invalid")
        return startAgain(c, Object.fromEntries(outcome.problems.map(({ path, message }) => [path, message])));
      return answer(c, outcome, {
        done: (id) => c.redirect(visit.at(`/annuaire/importer/${id}`), 303),
        again: () => null,
      });
    })
    .get("/annuaire/importer/:id", async (c) => {
      const { visit } = c.var;
      const found = await readImport(visit, c.req.param("id"), optionsOf(c.req.query()));
      return show(c, found, (view) =>
        view.kind === "table" ? c.redirect(visit.at(`/annuaire/importer/${view.draft.id}/colonnes`), 303) : pageOf(visit, view),
      );
    })
    .post("/annuaire/importer/:id/accepter", async (c) => {
      const { visit } = c.var;
      const importId = c.req.param("id");
      const form = readForm(await c.req.formData());
      // One group of boxes a card: `take.0`, `take.1`.
      const take = [form["take"] ?? []].flat(3).filter((each) => typeof each === "string");
      const outcome = await visit.perform(importDirectory, { ...form, take, importId });
      const isAgain = outcome.kind === "invalid" || outcome.kind === "conflict";
      const found = isAgain ? await readImport(visit, importId, optionsOf(form)) : null;
      return answer(c, outcome, {
        done: () => c.redirect(visit.at(`/annuaire/importer/${importId}`), 303),
        again: (errors, conflict) =>
          found?.kind === "found" && found.value.kind === "draft" ? (
            <ImportPreviewPage
              visit={visit}
              view={found.value}
              errors={fieldErrors(errors)}
              conflict={conflict}
              closing={typedMany(form, "closing")}
              take={take}
            />
          ) : (
            <MissingPage visit={visit} />
          ),
      });
    })
    .post("/annuaire/importer/:id/abandonner", async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(abandonDirectoryImport, { importId: c.req.param("id") });
      return answer(c, outcome, {
        done: () => ({ to: visit.at("/annuaire/importer"), said: importWords(visit.lang)("abandoned") }),
        again: () => null,
      });
    });
