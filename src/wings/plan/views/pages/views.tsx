import { Hono, type Context } from "hono";
import type { Child } from "hono/jsx";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { may } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { RefusedPage } from "../../../../ui/refused-page.tsx";
import { deleteView } from "../use-cases/delete-view.ts";
import { saveView } from "../use-cases/save-view.ts";
import { readFilters, type View } from "../filters.ts";
import { planRights } from "../../action/rights.ts";
import { viewWords } from "../words.ts";
import { BoardPage } from "./board.tsx";
import { ListPage } from "./list.tsx";
import { MatrixPage } from "./matrix.tsx";
import { planAddress, viewPaths, type Shown } from "./plan-address.ts";
import { UnstartedPage } from "./plan-frame.tsx";
import { PublicListPage } from "./public-list.tsx";
import { TimelinePage } from "./timeline.tsx";
import { findActions, readReadablePlan, readWorkingPlan } from "./readable-plan.ts";

type C = Context<TerritoryEnv>;

const screens: Readonly<Record<View, (shown: Shown) => Child>> = {
  list: (shown) => <ListPage {...shown} />,
  board: (shown) => <BoardPage {...shown} />,
  timeline: (shown) => <TimelinePage {...shown} />,
  matrix: (shown) => <MatrixPage {...shown} />,
};

async function shownOf(
  c: C,
  params: URLSearchParams,
  reading: typeof readWorkingPlan = readWorkingPlan,
): Promise<Shown | Response> {
  const { visit } = c.var;
  const read = await reading(visit);
  if (read.kind === "refused") return c.html(<RefusedPage visit={visit} door={read.door} />, 403);
  if (read.kind === "unstarted") return c.html(<UnstartedPage visit={visit} />);
  const { work } = read;
  const { filters, ignored } = readFilters(params, work.directory);
  const found = findActions(work, visit.actor, filters);
  return { visit, work, filters, ignored, found };
}

const showView =
  (view: View) =>
  async (c: C): Promise<Response> => {
    const shown = await shownOf(c, new URL(c.req.url).searchParams);
    if (shown instanceof Response) return shown;
    // A saved view says in its query how it is looked at: the path says it from then on.
    if (view === "list" && shown.filters.view !== "list") return c.redirect(planAddress(c.var.visit, shown.filters), 303);
    return c.html(<>{screens[view]({ ...shown, filters: { ...shown.filters, view } })}</>);
  };

/** The address that everyone knows: a passer-by reads what is public, those who work here have their tools. */
const showPlan = async (c: C): Promise<Response> => {
  if (may(planRights.work, c.var.visit.actor, {})) return showView("list")(c);
  const shown = await shownOf(c, new URL(c.req.url).searchParams, readReadablePlan);
  return shown instanceof Response ? shown : c.html(<PublicListPage {...shown} />);
};

async function postView(c: C): Promise<Response> {
  const { visit } = c.var;
  const fields = readForm(await c.req.formData());
  const query = typeof fields["query"] === "string" ? fields["query"] : "";
  const name = typeof fields["name"] === "string" ? fields["name"].trim() : "";
  const shown = await shownOf(c, new URLSearchParams(query));
  if (shown instanceof Response) return shown;
  const outcome = await visit.perform(saveView, fields);
  return answer(c, outcome, {
    done: () => ({
      to: planAddress(visit, shown.filters),
      said: viewWords(visit.lang)("saved.done", { name }),
    }),
    again: (errors) => screens[shown.filters.view]({ ...shown, errors }),
  });
}

async function postDeleteView(c: C): Promise<Response> {
  const { visit } = c.var;
  const fields = readForm(await c.req.formData());
  const outcome = await visit.perform(deleteView, fields);
  const query = typeof fields["query"] === "string" && fields["query"] !== "" ? `?${fields["query"]}` : "";
  const back = { to: `${visit.at("/plan")}${query}`, said: viewWords(visit.lang)("saved.deleted") };
  // A view id that is not one has nothing to show again: the list is the page to come back to.
  if (outcome.kind === "invalid") return c.redirect(visit.at("/plan"), 303);
  return answer(c, outcome, { done: () => back, again: () => null });
}

/** The views of the plan: list, board, calendar, matrix, and the filters that each person keeps. */
export function planViewPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get(viewPaths.list, showPlan);
  app.get(viewPaths.board, showView("board"));
  app.get(viewPaths.timeline, showView("timeline"));
  app.get(viewPaths.matrix, showView("matrix"));
  app.post("/plan/vues", postView);
  app.post("/plan/vues/supprimer", postDeleteView);
  return app;
}
