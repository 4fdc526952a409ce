import { Hono, type Context } from "hono";
import { partiesLine } from "../../../convention/conventions/rules.ts";
import { listConventions } from "../../../convention/conventions/store.ts";
import { createArchive } from "../../../../platform/archive/archive.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import { listStoredFiles } from "../../../../platform/files/store.ts";
import { readEvents } from "../../../../platform/history/store.ts";
import { decide } from "../../../../platform/rights.ts";
import { isFormat, type Format } from "../../../../platform/document/formats.ts";
import type { Document } from "../../../../platform/document/model.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { documentAnswer, fileAnswer } from "../../../../ui/document-answer.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { RefusedPage } from "../../../../ui/refused-page.tsx";
import { archiveEntries } from "../archive.ts";
import { actionsTableReport, ficheReport, fichesReport, summaryReport, type PlanReportParts } from "../reports.ts";
import { applyFilters, readFilters } from "../../views/filters.ts";
import type { Action, WholeAction } from "../../action/model.ts";
import { wholeOf } from "../../notes/store.ts";
import { planRights } from "../../action/rights.ts";
import { readShared, readWork, type Work } from "../../action/pages/work.ts";

type C = Context<TerritoryEnv>;

/** What the documents of a plan need, for these actions of what this visitor may read. */
function partsOf(visit: TerritoryVisit, work: Work, actions: readonly Action[]): PlanReportParts {
  const { convention, plan, facts, names, today } = work;
  return {
    lang: visit.lang,
    today,
    origin: visit.runtime.origin,
    territory: visit.territory.name,
    convention: convention.title,
    parties: partiesLine(convention.parties, work.directory.organisations),
    names,
    axes: plan.axes,
    facts,
    actions,
  };
}

/** The format at the end of an address: `export.xlsx`. */
const formatOf = (file: string): Format | null => {
  const extension = file.slice(file.lastIndexOf(".") + 1);
  return isFormat(extension) ? extension : null;
};

async function give(c: C, file: string, documentOf: (work: Work) => Document | null): Promise<Response> {
  const { visit } = c.var;
  const format = formatOf(file);
  const found = await readWork(visit);
  if (found.kind === "refused") return c.html(<RefusedPage visit={visit} door={found.door} />, 403);
  const document = found.kind === "found" ? documentOf(found.work) : null;
  if (format === null || document === null) return c.html(<MissingPage visit={visit} />, 404);
  return documentAnswer(c, document, format);
}

async function eachWhole(tx: Tx, actions: readonly Action[]): Promise<readonly WholeAction[]> {
  const whole: WholeAction[] = [];
  for (const action of actions) whole.push(await wholeOf(tx, action));
  return whole;
}

async function giveArchive(c: C): Promise<Response> {
  const { visit } = c.var;
  const decision = decide(planRights.takeAway, visit.actor, {});
  if (decision.kind === "refused") return c.html(<RefusedPage visit={visit} door={decision.door} />, 403);
  const read = await readShared(visit);
  if (read.kind === "unstarted") return c.html(<MissingPage visit={visit} />, 404);
  const { work } = read;
  const parts = partsOf(visit, work, work.plan.actions);
  const kept = await visit.read(async (tx) => ({
    conventions: await listConventions(tx),
    whole: await eachWhole(tx, work.plan.actions),
    events: await readEvents(tx, { limit: 10_000_000 }),
    files: await listStoredFiles(tx),
  }));
  const archive = await createArchive(
    archiveEntries(
      {
        ...kept,
        territory: visit.territory,
        plan: work.plan,
        directory: work.directory,
        documents: [
          { name: "tableau-de-synthese", document: summaryReport(parts), formats: ["xlsx", "ods", "json", "docx", "pdf"] },
          { name: "actions", document: actionsTableReport(parts), formats: ["csv"] },
          { name: "fiches", document: fichesReport(parts), formats: ["docx", "pdf"] },
        ],
      },
      visit.runtime.files,
    ),
  );
  return fileAnswer(archive, "application/zip", `${visit.territory.slug}-${work.today}.zip`);
}

/** The documents of the plan: the table of what is filtered, all fiches, one fiche. */
export const exportPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/plan/archive.zip", giveArchive)
    .get("/plan/:file{export\\.[a-z]+}", (c) =>
      give(c, c.req.param("file"), (work) => {
        const { visit } = c.var;
        const known = work.directory;
        const { filters } = readFilters(new URL(c.req.url).searchParams, known);
        const { actions } = applyFilters({ actions: work.plan.actions, facts: work.facts, known, actor: visit.actor }, filters);
        const parts = partsOf(visit, work, actions);
        return c.req.param("file") === "export.csv" ? actionsTableReport(parts) : summaryReport(parts);
      }),
    )
    .get("/plan/:file{fiches\\.[a-z]+}", (c) =>
      give(c, c.req.param("file"), (work) => fichesReport(partsOf(c.var.visit, work, work.plan.actions))),
    )
    .get("/plan/actions/:id/:file{fiche\\.[a-z]+}", (c) =>
      give(c, c.req.param("file"), (work) => {
        const action = work.plan.actions.find(({ id }) => id === c.req.param("id"));
        return action === undefined ? null : ficheReport(partsOf(c.var.visit, work, [action]), action);
      }),
    );
