import type { Hono } from "hono";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { waitingStates } from "../../../../platform/import-draft/rules.ts";
import { spreadsheetLimits } from "../../../../platform/spreadsheet/limits.ts";
import { sayRefusal } from "../../../../platform/spreadsheet/refusal.ts";
import type { ExampleFile } from "../../../../platform/wing/contributions.ts";
import { draftPages, previewAgain, type DraftPages } from "../../../../ui/import-draft/draft-pages.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { loadActions } from "../../action/store.ts";
import { planDraft, sayTooLarge } from "../draft-kind.ts";
import type { ColumnTarget } from "../fields.ts";
import { importWords } from "../import-words.ts";
import { Decisions, noDecisions, type ImportResult } from "../kept-import.ts";
import { abandonImport } from "../use-cases/abandon-import.ts";
import { acceptImport } from "../use-cases/accept-import.ts";
import { chooseInImport } from "../use-cases/choose-in-import.ts";
import { mapImport } from "../use-cases/map-import.ts";
import { startImport } from "../use-cases/start-import.ts";
import { AcceptedPage } from "./import-closed.tsx";
import { fieldChoices } from "./import-columns.ts";
import { PreviewPage } from "./import-preview.tsx";
import { readView } from "./import-read.ts";
import { StartPage } from "./import-start.tsx";
import { planLook } from "./plan-look.tsx";

/** The examples that an import can be tried with, where the instance has any. */
const examplesFor = ({ runtime }: TerritoryVisit): readonly ExampleFile[] =>
  runtime.wings.flatMap((wing) => wing.exampleFiles ?? []);

const typedDecisions = (form: object): Decisions => {
  const read = Decisions.safeParse(form);
  return read.success ? read.data : noDecisions;
};

const pages: DraftPages<ColumnTarget, Decisions, ImportResult> = {
  kind: planDraft,
  look: planLook,
  start: (visit, raw) => visit.perform(startImport, raw),
  map: (visit, raw) => visit.perform(mapImport, raw),
  accept: (visit, raw) => visit.perform(acceptImport, raw),
  abandon: (visit, raw) => visit.perform(abandonImport, raw),
  largest: { bytes: spreadsheetLimits.bytes, say: (bytes, { lang }) => sayTooLarge(bytes, lang) },
  listed: waitingStates,
  startPage: (visit, drafts, errors) => <StartPage visit={visit} drafts={drafts} examples={examplesFor(visit)} errors={errors} />,
  choices: fieldChoices,
  beside: async (visit, waiting) => {
    const say = importWords(visit.lang);
    const { draft, proposal } = await readView(visit, waiting);
    const isFound = proposal.kind === "proposal";
    return {
      fault: proposal.kind === "refused" ? sayRefusal(proposal, visit.lang) : null,
      notice: proposal.kind === "no-plan-found" && (
        <Notice kind="warning" title={say("columns.notFound")}>
          <p>{say("columns.notFound.text")}</p>
        </Notice>
      ),
      back: {
        href: visit.at(isFound ? `${planLook.path}/${draft.id}` : planLook.path),
        label: say(isFound ? "columns.back" : "crumb.import"),
      },
    };
  },
  preview: async (visit, waiting, asked) => {
    const view = await readView(visit, waiting, "form" in asked ? typedDecisions(asked.form) : undefined);
    const { proposal } = view;
    if (proposal.kind !== "proposal") return { kind: "columns" };
    return {
      kind: "preview",
      draw: (errors, conflict) => (
        <PreviewPage visit={visit} view={view} proposal={proposal} errors={errors} conflict={conflict} />
      ),
    };
  },
  accepted: async (visit, { file, result }) => {
    const actions = await visit.read((tx) => loadActions(tx, [...result.created, ...result.changed]));
    const known = new Map(actions.map((action) => [action.id, action]));
    return <AcceptedPage visit={visit} fileName={file.name} result={result} actions={known} />;
  },
};

/** Bringing in the plan that exists already: `/plan/import`. */
export const importPages = (): Hono<TerritoryEnv> =>
  draftPages(pages)
    .get(`${planLook.path}/exemples/:file`, async (c) => {
      const example = examplesFor(c.var.visit).find(({ name }) => name === c.req.param("file"));
      if (example === undefined) return c.html(<MissingPage visit={c.var.visit} />, 404);
      return c.body(new Uint8Array(await example.read()), 200, {
        "Content-Type": example.mediaType,
        "Content-Disposition": `attachment; filename="${example.name}"`,
      });
    })
    .post(`${planLook.path}/:id/choix`, async (c) => {
      const { visit } = c.var;
      const importId = c.req.param("id");
      const form = readForm(await c.req.formData());
      const outcome = await visit.perform(chooseInImport, { ...form, importId });
      return previewAgain(pages, c, importId, form, outcome, () => ({
        to: visit.at(`${planLook.path}/${importId}`),
        said: importWords(visit.lang)("updated"),
      }));
    });
