import type { Child } from "hono/jsx";
import { AxisMark } from "../../../../ui/axis-mark.tsx";
import { Badge } from "../../../../ui/badge.tsx";
import { Section } from "../../../../ui/heading.tsx";
import { keptHtml } from "../../../../ui/kept-html.ts";
import { Pagination } from "../../../../ui/pagination.tsx";
import { Table, type Column } from "../../../../ui/table.tsx";
import type { SortKey } from "../filters.ts";
import type { Action } from "../../action/model.ts";
import type { Axis } from "../../axes/model.ts";
import type { ActionFacts } from "../../action/rules/facts.ts";
import { viewWords } from "../words.ts";
import { Cost, datesText, Far, Kind, Standing, ToKnow } from "./action-marks.tsx";
import { planAddress, type Shown } from "./plan-address.ts";
import { countTitle, PlanFrame } from "./plan-frame.tsx";

export const PAGE_SIZE = 50;

type Row = { readonly action: Action; readonly facts: ActionFacts; readonly axis: Axis | undefined };

/** The columns of the list; each heading sorts by it, and a second time the other way round. */
function columnsOf({ visit, work, filters }: Shown, withAxis: boolean): readonly Column<Row>[] {
  const { lang } = visit;
  const say = viewWords(lang);
  const sorting = (key: SortKey) => {
    const isSorted = filters.sort.key === key;
    return {
      sortHref: planAddress(visit, { ...filters, view: "list", page: 1, sort: { key, down: isSorted && !filters.sort.down } }),
      sorted: isSorted ? (filters.sort.down ? ("down" as const) : ("up" as const)) : undefined,
    };
  };
  const column = (key: string, label: Child, sort: SortKey | null, cell: (row: Row) => Child, numeric = false): Column<Row> => ({
    key,
    label,
    cell,
    numeric,
    ...(sort === null ? {} : sorting(sort)),
  });
  return [
    column("action", say("column.action"), "title", ({ action, axis }) => (
      <span class="action-cell">
        {withAxis && axis && <AxisMark number={axis.number} size="small" />}
        <span>
          <a href={visit.at(`/plan/actions/${action.id}`)}>
            {action.identity.number} {action.identity.title}
          </a>{" "}
          <Kind action={action} />
        </span>
      </span>
    )),
    column("lead", say("column.lead"), "lead", ({ action: { who, life } }) =>
      who.leadId !== null ? (
        work.names.organisation(who.leadId)
      ) : life.status === "done" || life.status === "dropped" ? (
        <span class="missing">{say("noLead")}</span>
      ) : (
        <Badge tone="wait">{say("noLead")}</Badge>
      ),
    ),
    column("status", say("column.status"), "status", (row) => <Standing lang={lang} {...row} />),
    column("dates", say("column.dates"), "end", ({ action: { how } }) =>
      how.start === null && how.end === null ? <span class="missing">{datesText(lang, how)}</span> : datesText(lang, how),
    ),
    column("progress", say("column.progress"), "progress", (row) => <Far lang={lang} {...row} />),
    column("money", say("column.money"), "money", (row) => <Cost lang={lang} {...row} />, true),
    column("marks", say("column.marks"), "news", (row) => <ToKnow lang={lang} {...row} />),
  ];
}

const rowsOf = (actions: readonly Action[], { work: { facts, plan } }: Shown): readonly Row[] => {
  const axes = new Map(plan.axes.map((axis) => [axis.id, axis]));
  return actions.flatMap((action) => {
    const own = facts.get(action.id);
    return own === undefined ? [] : [{ action, facts: own, axis: axes.get(action.identity.axisId) }];
  });
};

/** What is said of an axis over its actions: all that the filters leave, not only this page. */
function axisLine(shown: Shown, axis: Axis): string {
  const say = viewWords(shown.visit.lang);
  const own = shown.found.actions.filter(({ identity }) => identity.axisId === axis.id);
  const facts = own.flatMap(({ id }) => shown.work.facts.get(id) ?? []);
  const late = facts.filter(({ lateness }) => lateness.kind === "late").length;
  const shares = own.flatMap(({ id, life }) => {
    const progress = shown.work.facts.get(id)?.progress;
    return progress?.kind === "known" && life.status !== "dropped" ? [progress.share] : [];
  });
  const counts = say("axis.counts", { count: own.length, late });
  if (shares.length === 0) return counts;
  const percent = Math.round((shares.reduce((sum, share) => sum + share, 0) / shares.length) * 100);
  return `${counts} ${say("axis.mean", { percent })}`;
}

/** The plan as a table, by axis unless another order is asked for, fifty actions a page. */
export const ListPage = (shown: Shown) => {
  const { visit, work, filters, found } = shown;
  const say = viewWords(visit.lang);
  const pages = Math.max(1, Math.ceil(found.actions.length / PAGE_SIZE));
  const page = Math.min(filters.page, pages);
  const rows = rowsOf(found.actions.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), shown);
  const byAxis = filters.sort.key === "axis";
  const axes = filters.sort.down ? work.plan.axes.toReversed() : work.plan.axes;
  return (
    <PlanFrame {...shown} view="list" title={countTitle(shown)}>
      <div class="plan-list">
        {byAxis ? (
          axes.map((axis) => {
            const own = rows.filter(({ action }) => action.identity.axisId === axis.id);
            if (own.length === 0) return null;
            return (
              <Section
                title={<AxisMark number={axis.number} label={axis.title} />}
                intro={axisLine(shown, axis)}
                id={`axe-${String(axis.number)}`}
              >
                <Table
                  caption={say("axis.of", { number: axis.number, title: axis.title })}
                  hideCaption
                  columns={columnsOf(shown, false)}
                  rows={own}
                  keepRow={({ action }, draw) => keptHtml(visit, `plan ${action.id} ${work.today}`, draw)}
                  narrowly="blocks"
                />
              </Section>
            );
          })
        ) : (
          <Table
            caption={say("table", { what: say("table.all") })}
            hideCaption
            columns={columnsOf(shown, true)}
            rows={rows}
            keepRow={({ action }, draw) => keptHtml(visit, `plan with axis ${action.id} ${work.today}`, draw)}
            narrowly="blocks"
          />
        )}
      </div>
      <Pagination page={page} pages={pages} href={(to) => planAddress(visit, { ...filters, page: to })} />
    </PlanFrame>
  );
};
