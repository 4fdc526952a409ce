import { Hono, type Context } from "hono";
import { isFormat, type Format } from "../../../../platform/document/formats.ts";
import type { Document } from "../../../../platform/document/model.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { documentAnswer } from "../../../../ui/document-answer.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { RefusedPage } from "../../../../ui/refused-page.tsx";
import { actionsTableReport, ficheReport, fichesReport, summaryReport } from "../reports.ts";
import { applyFilters, readFilters } from "../../views/filters.ts";
import { partsOf } from "../report-parts.ts";
import { readWorkingPlan, type ReadablePlan } from "../../views/pages/readable-plan.ts";

type C = Context<TerritoryEnv>;

/** The format at the end of an address: `export.xlsx`. */
const formatOf = (file: string): Format | null => {
  const extension = file.slice(file.lastIndexOf(".") + 1);
  return isFormat(extension) ? extension : null;
};

async function give(c: C, file: string, documentOf: (work: ReadablePlan) => Document | null): Promise<Response> {
  const { visit } = c.var;
  const format = formatOf(file);
  const found = await readWorkingPlan(visit);
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
