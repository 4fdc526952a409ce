import { Hono, type Context } from "hono";
import { isFormat, type Format } from "../../platform/document/formats.ts";
import type { Document } from "../../platform/document/model.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../platform/http/visit.ts";
import { documentAnswer } from "../../ui/document-answer.tsx";
import { MissingPage } from "../../ui/missing-page.tsx";
import { RefusedPage } from "../../ui/refused-page.tsx";
import { ficheReport, fichesReport, summaryReport, type PlanReportParts } from "../documents/reports.ts";
import { applyFilters, readFilters } from "../filters.ts";
import type { Action } from "../model.ts";
import { readWork, type Work } from "./work.ts";

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
    parties: convention.parties.map(({ organisationId }) => names.organisation(organisationId)),
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

/** The documents of the plan: the table of what is filtered, all fiches, one fiche. */
export const exportPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/plan/:file{export\\.[a-z]+}", (c) =>
      give(c, c.req.param("file"), (work) => {
        const { visit } = c.var;
        const known = work.directory;
        const { filters } = readFilters(new URL(c.req.url).searchParams, known);
        const { actions } = applyFilters({ actions: work.plan.actions, facts: work.facts, known, actor: visit.actor }, filters);
        return summaryReport(partsOf(visit, work, actions));
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
