import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { decide } from "../../../../platform/rights.ts";
import { spreadsheetLimits } from "../../../../platform/spreadsheet/limits.ts";
import type { ExampleFile } from "../../../../platform/wing/contributions.ts";
import { answer } from "../../../../ui/answer.tsx";
import { fieldErrors, typedText } from "../../../../ui/form/typed.ts";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { RefusedPage } from "../../../../ui/refused-page.tsx";
import { show } from "../../../../ui/show.tsx";
import { abandonImport } from "../use-cases/abandon-import.ts";
import { acceptImport } from "../use-cases/accept-import.ts";
import { chooseInImport } from "../use-cases/choose-in-import.ts";
import { mapImport } from "../use-cases/map-import.ts";
import { startImport } from "../use-cases/start-import.ts";
import { Decisions, noDecisions } from "../kept-import.ts";
import { tooLarge } from "../upload.ts";
import { importWords } from "../import-words.ts";
import { planRights } from "../../action/rights.ts";
import { ClosedPage } from "./import-closed.tsx";
import { ColumnsPage, shownColumns } from "./import-columns.tsx";
import { PreviewPage } from "./import-preview.tsx";
import { readImport, readWaitingDrafts, refusalOf, type DraftView } from "./import-read.ts";
import { StartPage } from "./import-start.tsx";

type C = Context<TerritoryEnv>;

/** The examples that an import can be tried with, where the instance has any. */
const examplesFor = ({ runtime }: TerritoryVisit): readonly ExampleFile[] =>
  runtime.wings.flatMap((wing) => wing.exampleFiles ?? []);

/** A form around a file weighs a little more than the file. */
const largestForm = spreadsheetLimits.bytes + 1024 * 1024;

/** The first page, again, with what is wrong with the file. */
async function startAgain(c: C, errors: Readonly<Record<string, string>>): Promise<Response> {
  const { visit } = c.var;
  c.status(422);
  return show(c, await readWaitingDrafts(visit), (drafts) => (
    <StartPage visit={visit} drafts={drafts} examples={examplesFor(visit)} errors={errors} />
  ));
}

/** Refuses what is far too heavy before anything of it is kept in memory. */
const noHeavyForm = bodyLimit({
  maxSize: largestForm,
  onError: (c: C) => {
    const { visit } = c.var;
    const allowed = decide(planRights.import, visit.actor, {});
    // Not 403: nobody's form is kept for after they have signed in when it weighs that much.
    if (allowed.kind === "refused") return c.html(<RefusedPage visit={visit} door={allowed.door} />, 413);
    const told = Number(c.req.header("content-length") ?? 0);
    return startAgain(c, { file: tooLarge(Math.max(told, largestForm), visit.lang) });
  },
});

const typedDecisions = (form: object): Decisions => {
  const read = Decisions.safeParse(form);
  return read.success ? read.data : noDecisions;
};

/** The preview of a draft, or the page that must come before it. */
function previewOf(c: C, view: DraftView, more: Partial<Parameters<typeof PreviewPage>[0]> = {}) {
  const { visit } = c.var;
  const { proposal } = view;
  if (proposal.kind === "proposal") return <PreviewPage visit={visit} view={view} proposal={proposal} {...more} />;
  return columnsOf(c, view, { errors: { "": refusalOf(view, visit) ?? "" } });
}

function columnsOf(c: C, view: DraftView, more: Partial<Parameters<typeof ColumnsPage>[0]> = {}, asked?: URLSearchParams) {
  const { visit } = c.var;
  const shown = shownColumns(view, asked ?? new URL(c.req.url).searchParams);
  return shown === null ? <MissingPage visit={visit} /> : <ColumnsPage visit={visit} view={view} shown={shown} {...more} />;
}

const Columns = z.array(z.object({ index: z.coerce.number(), target: z.string() }));

/** Bringing in the plan that exists already: `/plan/import`. */
export function importPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get("/plan/import", async (c) =>
    show(c, await readWaitingDrafts(c.var.visit), (drafts) => (
      <StartPage visit={c.var.visit} drafts={drafts} examples={examplesFor(c.var.visit)} />
    )),
  );
  app.post("/plan/import", noHeavyForm, async (c) => {
    const { visit } = c.var;
    const allowed = decide(planRights.import, visit.actor, {});
    if (allowed.kind === "refused") return c.html(<RefusedPage visit={visit} door={allowed.door} />, 403);
    const { file } = readForm(await c.req.formData());
    if (!(file instanceof File)) return startAgain(c, { file: importWords(visit.lang)("file.missing") });
    const outcome = await visit.perform(startImport, { file });
    if (outcome.kind === "invalid")
      return startAgain(c, Object.fromEntries(outcome.problems.map(({ path, message }) => [path, message])));
    return answer(c, outcome, {
      done: ({ id, next }) => c.redirect(visit.at(`/plan/import/${id}${next === "columns" ? "/colonnes" : ""}`), 303),
      again: () => null,
    });
  });
  app.get("/plan/import/exemples/:file", async (c) => {
    const example = examplesFor(c.var.visit).find(({ name }) => name === c.req.param("file"));
    if (example === undefined) return c.html(<MissingPage visit={c.var.visit} />, 404);
    return c.body(new Uint8Array(await example.read()), 200, {
      "Content-Type": example.mediaType,
      "Content-Disposition": `attachment; filename="${example.name}"`,
    });
  });
  app.get("/plan/import/:id", async (c) => {
    const { visit } = c.var;
    return show(c, await readImport(visit, c.req.param("id")), (found) => {
      if (found.kind === "closed") return <ClosedPage visit={visit} view={found} />;
      return found.view.proposal.kind === "proposal"
        ? previewOf(c, found.view)
        : c.redirect(visit.at(`/plan/import/${found.view.draft.id}/colonnes`), 303);
    });
  });
  app.get("/plan/import/:id/colonnes", async (c) => {
    const { visit } = c.var;
    return show(c, await readImport(visit, c.req.param("id")), (found) => {
      if (found.kind === "closed") return <ClosedPage visit={visit} view={found} />;
      const refusal = refusalOf(found.view, visit);
      return columnsOf(c, found.view, refusal === null ? {} : { errors: { "": refusal } });
    });
  });
  app.post("/plan/import/:id/colonnes", async (c) => {
    const { visit } = c.var;
    const form = readForm(await c.req.formData());
    const importId = c.req.param("id");
    const outcome = await visit.perform(mapImport, { columns: [], ...form, importId });
    const found = await readImport(visit, importId);
    return answer(c, outcome, {
      done: () => ({ to: visit.at(`/plan/import/${importId}`), said: importWords(visit.lang)("columns.saved") }),
      again: (errors) => {
        if (found.kind !== "found" || found.value.kind !== "draft") return <MissingPage visit={visit} />;
        const typed = Columns.safeParse(form["columns"]);
        const asked = new URLSearchParams({ sheet: typedText(form, "sheet"), header: typedText(form, "header") });
        const targets = new Map((typed.success ? typed.data : []).map(({ index, target }) => [index, target]));
        return columnsOf(c, found.value.view, { typed: targets, errors: fieldErrors(errors) }, asked);
      },
    });
  });
  app.post("/plan/import/:id/choix", async (c) => {
    const { visit } = c.var;
    const importId = c.req.param("id");
    const form = readForm(await c.req.formData());
    const outcome = await visit.perform(chooseInImport, { ...form, importId });
    return again(c, importId, typedDecisions(form), outcome, () => ({
      to: visit.at(`/plan/import/${importId}`),
      said: importWords(visit.lang)("updated"),
    }));
  });
  app.post("/plan/import/:id/accepter", async (c) => {
    const { visit } = c.var;
    const importId = c.req.param("id");
    const form = readForm(await c.req.formData());
    const outcome = await visit.perform(acceptImport, { ...form, importId });
    return again(c, importId, typedDecisions(form), outcome, () => c.redirect(visit.at(`/plan/import/${importId}`), 303));
  });
  app.post("/plan/import/:id/abandonner", async (c) => {
    const { visit } = c.var;
    const outcome = await visit.perform(abandonImport, { importId: c.req.param("id") });
    return answer(c, outcome, {
      done: () => ({ to: visit.at("/plan/import"), said: importWords(visit.lang)("abandoned") }),
      again: () => null,
    });
  });
  return app;
}

type Again<Value> = Parameters<typeof answer<Value>>;

/** The preview again, with what was typed and what is wrong with it, or with the plan of now. */
async function again<Value>(
  c: C,
  importId: string,
  typed: Decisions,
  outcome: Again<Value>[1],
  done: Again<Value>[2]["done"],
): Promise<Response> {
  const { visit } = c.var;
  const isAgain = outcome.kind === "invalid" || outcome.kind === "conflict";
  const found = isAgain ? await readImport(visit, importId, typed) : null;
  return answer(c, outcome, {
    done,
    again: (errors, conflict) =>
      found?.kind === "found" && found.value.kind === "draft" ? (
        previewOf(c, found.value.view, { errors: fieldErrors(errors), conflict })
      ) : (
        <MissingPage visit={visit} />
      ),
  });
}
